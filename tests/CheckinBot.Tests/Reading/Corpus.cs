using System.Globalization;
using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Tests.Reading;

/// <summary>A row of the corpus: a message with the reading that is expected.</summary>
internal sealed record CorpusRow(string Context, string Text, string Kind, string Name, string Temperature, string Travel, string Place)
{
    public static IReadOnlyList<CorpusRow> Load(string file, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Corpus", file);
        return File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(Parse).ToList();
    }

    public ReadingContext ReadingContext => new() { Setting = Setting };

    private ReadingSetting Setting => Context switch
    {
        "private-awaiting-temperature" => ReadingSetting.PrivateAwaitingTemperature,
        "private-idle" => ReadingSetting.PrivateIdle,
        "group" => ReadingSetting.Group,
        "group-jielong" => ReadingSetting.GroupJielong,
        _ => throw new FormatException($"unknown context {Context}"),
    };

    /// <summary>What differs between this row and a reading; null where nothing does.</summary>
    public string? Miss(TextReading reading)
    {
        var got = this with { Kind = KindOf(reading.Kind), Name = "", Temperature = "", Travel = "", Place = "" };
        if (reading.Kind != ReadingKind.NotCheckin)
        {
            var entries = reading.Kind == ReadingKind.CheckinMany ? Expanded(reading) : reading.Entries.Take(1).ToList();
            got = got with
            {
                Name = Kind.StartsWith("checkin", StringComparison.Ordinal) ? Joined(entries, e => e.Name) : "",
                Temperature = Joined(entries, e => e.TemperatureTenths is { } t ? (t / 10m).ToString("0.0", CultureInfo.InvariantCulture) : ""),
                Travel = Joined(entries, e => e.Travel switch { Core.CheckIns.Travel.Yes => "yes", Core.CheckIns.Travel.No => "no", _ => "unknown" }),
                Place = Joined(entries, e => e.Place),
            };
        }

        return got == this ? null : $"[{Context}] {Text}\n    expected {Show(this)}\n    got      {Show(got)}";
    }

    private static List<ReadingEntry> Expanded(TextReading reading) =>
        reading.OwnCount > 1 && reading.Entries.Count == 1 ? Enumerable.Repeat(reading.Entries[0], reading.OwnCount).ToList() : [.. reading.Entries];

    private static string Joined(IEnumerable<ReadingEntry> entries, Func<ReadingEntry, string?> field) => string.Join(';', entries.Select(e => field(e) ?? ""));

    private static string Show(CorpusRow row) => $"{row.Kind} name={row.Name} temperature={row.Temperature} travel={row.Travel} place={row.Place}";

    private static string KindOf(ReadingKind kind) => kind switch
    {
        ReadingKind.Checkin => "checkin",
        ReadingKind.CheckinMany => "checkin-many",
        ReadingKind.Partial => "partial",
        ReadingKind.AskAgain => "ask-again",
        _ => "not-checkin",
    };

    // locale, context, text, kind, name, temperature, travel, place, note
    private static CorpusRow Parse(string line)
    {
        var cells = line.Split('\t');
        Array.Resize(ref cells, 8);
        return new(cells[1], cells[2].Replace("\\n", "\n", StringComparison.Ordinal), cells[3], cells[4] ?? "", cells[5] ?? "", cells[6] ?? "", cells[7] ?? "");
    }
}
