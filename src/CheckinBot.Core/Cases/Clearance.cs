using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Cases;

/// <summary>Why somebody may not come back yet.</summary>
public enum ClearanceRule
{
    /// <summary>A fever less than 24 hours ago.</summary>
    FeverFree,

    /// <summary>The days of the disease are not over: <see cref="ReturnRule"/>.</summary>
    Disease,

    /// <summary>Monitored until a day: contact, key area, quarantine.</summary>
    Monitored,
}

/// <summary>Something that has to pass before the school may clear a return.</summary>
/// <param name="Rule">What.</param>
/// <param name="At">When it is over (UTC): the moment after a fever, else the beginning of a day.</param>
public sealed record ClearanceBlock(ClearanceRule Rule, DateTimeOffset At)
{
    /// <summary>The disease whose days are not over.</summary>
    public Diseases Disease { get; init; }
}

/// <summary>What has to be so before the school may clear a return: 24 hours without fever, the days of the disease, the end of monitoring.</summary>
public static class Clearance
{
    // 退热24小时: the usual line of schools' own return rules, 2020–23.
    private static readonly TimeSpan WithoutFever = TimeSpan.FromHours(24);

    /// <summary>What stands in the way; empty where the school may clear the return.</summary>
    /// <param name="file">The case, with what is told of it now.</param>
    /// <param name="monitored">What the person is monitored for, today or later.</param>
    /// <param name="rules">The rules of the person's unit.</param>
    /// <param name="zone">The unit's time zone.</param>
    /// <param name="now">The present instant.</param>
    public static IReadOnlyList<ClearanceBlock> Blocks(
        CaseFile file, IEnumerable<Monitored> monitored, HealthRules rules, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var blocks = new List<ClearanceBlock>();
        if (LastFever(file.Told, rules) is { } fever && fever + WithoutFever > now)
            blocks.Add(new(ClearanceRule.FeverFree, fever + WithoutFever));
        blocks.AddRange(OfDiseases(file.Told, rules).Where(one => one.On > today)
            .Select(one => new ClearanceBlock(ClearanceRule.Disease, Beginning(one.On)) { Disease = one.Disease }));
        blocks.AddRange(monitored.Where(one => one.IsOn(today) && Monitors(file.Matter, one.Kind))
            .Select(one => new ClearanceBlock(ClearanceRule.Monitored, Beginning(one.Until.AddDays(1)))));
        return blocks;

        DateTimeOffset Beginning(DateOnly day) => zone.ToInstant(day, TimeOnly.MinValue);
    }

    /// <summary>When the last fever was told, by a reading or in words; null where none was.</summary>
    public static DateTimeOffset? LastFever(IEnumerable<CheckIn> told, HealthRules rules) =>
        told.SelectMany(one => FeversOf(one, rules)).Cast<DateTimeOffset?>().Max();

    /// <summary>Whether a case is of what somebody is monitored for; null stands for anything.</summary>
    public static bool Monitors(CaseMatter matter, MonitoredKind? kind) => matter switch
    {
        CaseMatter.KeyArea => kind is null or MonitoredKind.KeyArea,
        CaseMatter.Contact => kind is not MonitoredKind.KeyArea,
        _ => false,
    };

    private static IEnumerable<DateTimeOffset> FeversOf(CheckIn told, HealthRules rules)
    {
        var since = told.ToldAt ?? told.ReportedAt;
        foreach (var reading in told.Answer.Readings.Where(rules.IsFever)) yield return reading.At ?? since;
        if (told.Answer.Symptoms.HasFlag(Symptoms.Fever) && !rules.HasFeverReading(told.Answer)) yield return since;
    }

    private static IEnumerable<(Diseases Disease, DateOnly On)> OfDiseases(IReadOnlyList<CheckIn> told, HealthRules rules)
    {
        foreach (var rule in ReturnRule.Of(told.Aggregate(Diseases.None, (all, one) => all | one.Answer.Diseases)))
        {
            var first = told.First(one => one.Answer.Diseases.HasFlag(rule.Disease)).Day;
            var lastIll = told.Where(one => rules.IsFever(one.Answer) || one.Answer.Symptoms != Symptoms.None).Select(one => (DateOnly?)one.Day).Max() ?? first;
            DateOnly?[] days = [rule.FromOnset is { } onset ? first.AddDays(onset) : null, rule.Well is { } well ? lastIll.AddDays(well) : null];
            if (days.Max() is { } on) yield return (rule.Disease, on);
        }
    }

}
