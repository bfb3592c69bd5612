using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using Xunit.Abstractions;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>What a message tells besides the number and the trip: facts.tsv, read on Wednesday 10 March 2021.</summary>
public class FactsTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2021, 3, 10);

    [Fact]
    public void Symptoms_doctor_quarantine_absence_contact_and_days_are_read_as_expected()
    {
        var rows = Rows().ToList();
        Assert.True(rows.Count >= 80, $"facts.tsv has only {rows.Count} rows");

        var misses = rows.Select(Miss).OfType<string>().ToList();

        foreach (var miss in misses) output.WriteLine(miss);
        Assert.True(misses.Count == 0, $"{misses.Count} of {rows.Count} are misread:\n{string.Join('\n', misses)}");
    }

    private static IEnumerable<string[]> Rows([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Corpus", "facts.tsv")).Skip(1).Select(line => line.Split('\t'));

    // context, text, symptoms, seen_doctor, isolation, absence, contact, returned_on (empty: not looked at), still_away (the same)
    private static string? Miss(string[] cells)
    {
        var context = new CorpusRow(cells[0], cells[1], "", "", "", "", "").ReadingContext with { Today = Today };
        var entry = TextReader.Read(cells[1].Replace("\\n", "\n", StringComparison.Ordinal), context).Entries is [var first, ..] ? first : new ReadingEntry();
        string[] got =
        [
            entry.Symptoms == Symptoms.None ? "" : entry.Symptoms.ToString(), Told(entry.SeenDoctor), entry.Isolation == Isolation.None
                ? ""
                : entry.Isolation.ToString(),
            entry.Absence == Absence.None ? "" : entry.Absence.ToString(), entry.Contact ? "yes" : "",
            cells[7].Length == 0 ? "" : entry.ReturnedOn?.ToString("yyyy-MM-dd", null) ?? "none", cells[8].Length == 0 ? "" : entry.StillAway ? "yes" : "no",
        ];
        var expected = cells.AsSpan(2);
        return expected.SequenceEqual(got) ? null : $"{cells[1]}\n    expected {string.Join(" | ", expected)}\n    got      {string.Join(" | ", got)}";
    }

    private static string Told(bool? fact) => fact switch { true => "true", false => "false", _ => "" };
}
