using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Rules;

/// <summary>The rules that hold without any configuration, from the embedded file <c>Rules/Data/rules.tsv</c>, which names their sources.</summary>
public static class ShippedRules
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<AlertRule> All { get; } = [.. DataFile.Lines("Rules", "rules.tsv").Skip(1).Select(Read)];

    private static AlertRule Read(string line)
    {
        var cells = line.Split('\t');
        return new AlertRule(cells[0], Kind(cells[1]), Number(cells[2]), Number(cells[3]), Scope(cells[4]))
        {
            Signs = Kind(cells[1]) != RuleKind.LikeSymptoms ? [] : cells[5] == "*"
                ? SymptomGroup.All
                : [.. cells[5].Split(',').Select(name => SymptomGroup.Parse(name) ?? throw Bad(line))],
            Diseases = Kind(cells[1]) != RuleKind.Disease ? [] : cells[5] == "*"
                ? DiseaseName.All
                : [.. cells[5].Split(',').Select(name => DiseaseName.Parse(name) ?? throw Bad(line))],
            FromTenths = cells[6] == "-" ? null : (int)(decimal.Parse(cells[6], CultureInfo.InvariantCulture) * 10),
            Within = cells[7] == "-" ? null : TimeSpan.FromHours(Number(cells[7])),
            Tell = [.. cells[8].Split(',').Select(name => RoleName.Parse(name) ?? throw Bad(line))],
            ReportTo = cells[9].Split(',').Aggregate(Authorities.None, (all, name) => all | Authority(name)),
            Source = cells[10],
        };

        RuleKind Kind(string name) => name switch
        {
            "like_symptoms" => RuleKind.LikeSymptoms,
            "key_area" => RuleKind.KeyArea,
            "reading_twice" => RuleKind.ReadingTwice,
            "no_answer" => RuleKind.NoAnswer,
            "severe" => RuleKind.Severe,
            "disease" => RuleKind.Disease,
            _ => throw Bad(line),
        };

        RuleScope Scope(string name) => name switch
        {
            "class" => RuleScope.Class,
            "dormitory" => RuleScope.Dormitory,
            "class_or_dormitory" => RuleScope.ClassOrDormitory,
            "school" => RuleScope.School,
            _ => throw Bad(line),
        };

        Authorities Authority(string name) => name switch
        {
            "cdc" => Authorities.DiseaseControl,
            "education" => Authorities.Education,
            "-" => Authorities.None,
            _ => throw Bad(line),
        };
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static InvalidOperationException Bad(string line) => new($"The shipped rules have a line that is none: {line}");
}
