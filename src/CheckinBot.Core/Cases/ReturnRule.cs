using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Cases;

/// <summary>How long somebody with a disease stays away, from the embedded file <c>Cases/Data/return.tsv</c>, which names its sources.</summary>
/// <param name="Disease">One disease.</param>
/// <param name="FromOnset">Days from the day on which it was first told, at the least; null where no document says.</param>
/// <param name="Well">Days without fever and symptoms, at the least; null where no document says.</param>
/// <param name="Source">The document.</param>
public sealed record ReturnRule(Diseases Disease, int? FromOnset, int? Well, string Source)
{
    /// <summary>One for each disease.</summary>
    public static IReadOnlyList<ReturnRule> All { get; } = [.. DataFile.Lines("Cases", "return.tsv").Skip(1).Select(Read)];

    /// <summary>No document counts days: a doctor says when.</summary>
    public bool IsForDoctors => FromOnset is null && Well is null;

    /// <summary>Those of the diseases that somebody has.</summary>
    public static IEnumerable<ReturnRule> Of(Diseases diseases) => All.Where(rule => diseases.HasFlag(rule.Disease));

    private static ReturnRule Read(string line)
    {
        var cells = line.Split('\t');
        return new(DiseaseName.Parse(cells[0]) ?? throw new InvalidOperationException($"The rules of return have a line that is none: {line}"),
            Days(cells[1]), Days(cells[2]), cells[3]);
    }

    private static int? Days(string cell) => cell == "-" ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
}
