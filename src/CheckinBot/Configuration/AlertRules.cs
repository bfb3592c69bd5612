using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Texts;

namespace CheckinBot.Configuration;

/// <summary>
/// Reads <c>Rules:Clusters</c>. An entry with the <c>Id</c> of a shipped rule changes that rule or switches it off. Any other
/// entry adds a rule: about like symptoms, or about the <c>Diseases</c> that it names. It must name the document it is from.
/// </summary>
internal static class AlertRules
{
    /// <summary>The key of the list.</summary>
    public const string Clusters = "Rules:Clusters";

    public static IReadOnlyList<AlertRule> Read(ConfigurationReader reader)
    {
        var rules = ShippedRules.All.ToList();
        foreach (var key in reader.ObjectsUnder(Clusters)) Apply(reader, key, rules);
        var changes = reader.Texts(
            "Rules:Alerts", [], new(phrases => phrases.AllowedAlerts([.. rules.Select(rule => rule.Id)])), text => Change(text, rules) is not null);
        return changes.Aggregate((IReadOnlyList<AlertRule>)rules, (held, text) => Change(text, held) ?? held);
    }

    // What a unit may change of a rule, in one word: that the rule does not hold there (id=off), or how many pupils it takes
    // (id=5); for a rule about silence, after how many days it fires.
    private static IReadOnlyList<AlertRule>? Change(string text, IReadOnlyList<AlertRule> rules)
    {
        if (text.Split('=', StringSplitOptions.TrimEntries) is not [var id, var value] || rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
            return null;
        if (value == "off") return [.. rules.Where(one => one != rule)];
        if (!int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 1000)
        {
            return null;
        }

        var changed = rule.Kind == RuleKind.NoAnswer && number <= 21
            ? rule with { Days = number }
            : rule.Kind == RuleKind.NoAnswer ? null : rule with { Pupils = number };
        return changed is null ? null : [.. rules.Select(one => one == rule ? changed : one)];
    }

    private static void Apply(ConfigurationReader reader, string key, List<AlertRule> rules)
    {
        var id = reader.OptionalText($"{key}:Id", new(phrases => phrases.AllowedRuleId), IsId)
            ?? $"cluster_{key[(key.LastIndexOf(':') + 1)..]}";
        var at = rules.FindIndex(rule => rule.Id == id);
        var shipped = at < 0 ? null : rules[at];
        var rule = Read(
            reader, key, shipped ?? new AlertRule(id, RuleKind.LikeSymptoms, 3, 1, RuleScope.ClassOrDormitory)
            {
                Within = TimeSpan.FromHours(24),
                Signs = SymptomGroup.All,
            });
        var enabled = reader.Value(
            $"{key}:Enabled", true, new(phrases => phrases.AllowedTrueFalse), text => bool.TryParse(text, out var value) ? value : (bool?)null);
        if (rule.Source.Length == 0) throw BadConfigurationException.NotAllowed($"{key}:Source", "", new(phrases => phrases.AllowedRuleSource));
        if (shipped is null) rules.Add(rule);
        else rules[at] = rule;
        if (!enabled) rules.Remove(rule);
    }

    private static AlertRule Read(ConfigurationReader reader, string key, AlertRule rule)
    {
        var diseases = reader.Texts($"{key}:Diseases", [], new(phrases => phrases.AllowedDiseases), text => Disease(text) is not null);
        if (diseases.Count > 0) rule = rule with { Kind = RuleKind.Disease, Signs = [], Diseases = [.. diseases.Select(text => Disease(text)!.Value)] };
        return ReadFigures(reader, key, rule);
    }

    private static AlertRule ReadFigures(ConfigurationReader reader, string key, AlertRule rule) => rule with
    {
        Pupils = reader.Integer($"{key}:Pupils", rule.Pupils, 1, 1000),
        Days = reader.Integer($"{key}:Days", rule.Days, 1, 21),
        Scope = reader.Choice($"{key}:Within", rule.Scope),
        Signs = ReadSigns(reader, $"{key}:Symptoms", rule),
        FromTenths = reader.OptionalValue(
            $"{key}:FromC", rule.FromTenths, new(phrases => phrases.AllowedNumber(36, 42)), Tenths, tenths => Phrases.Degrees(tenths)),
        Within = reader.OptionalValue($"{key}:DeadlineHours", rule.Within, new(phrases => phrases.AllowedDeadline), Hours, within => $"{within.TotalHours:0}"),
        ReportTo = ReadAuthorities(reader, $"{key}:Report", rule.ReportTo),
        Source = reader.OptionalText($"{key}:Source", new(phrases => phrases.AllowedRuleSource), text => text.Length <= 200) ?? rule.Source,
    };

    // Each element is a group of its own. Symptoms joined by + form one group: any two of them count as alike.
    private static IReadOnlyList<Symptoms> ReadSigns(ConfigurationReader reader, string key, AlertRule rule)
    {
        var names = reader.Texts(key, [], new(phrases => phrases.AllowedSymptoms), text => Parse(text) is not null);
        return names.Count == 0 ? rule.Signs : [.. names.Select(name => Parse(name)!.Value)];
    }

    private static Symptoms? Parse(string text) => text.Split('+')
        .Select(SymptomGroup.Parse)
        .Aggregate((Symptoms?)Symptoms.None, (all, one) => all | one);

    private static Diseases? Disease(string text) => text.Split('+')
        .Select(DiseaseName.Parse)
        .Aggregate((Diseases?)Diseases.None, (all, one) => all | one);

    private static Authorities ReadAuthorities(ConfigurationReader reader, string key, Authorities fallback)
    {
        var names = reader.Texts(key, [], new(phrases => phrases.AllowedAuthorities), text => text is "cdc" or "education" or "none");
        return names.Count == 0 ? fallback : names.Aggregate(Authorities.None, (all, name) => all | name switch
        {
            "cdc" => Authorities.DiseaseControl,
            "education" => Authorities.Education,
            _ => Authorities.None,
        });
    }

    private static int? Tenths(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var degrees)
            && degrees is >= 36 and <= 42
            ? (int)(degrees * 10)
            : null;

    private static TimeSpan? Hours(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var hours) && hours <= 168
            ? TimeSpan.FromHours(hours)
            : null;

    private static bool IsId(string text) =>
        text.Length <= 40 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
