using System.Globalization;
using System.Runtime.CompilerServices;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Tests.Reading;

/// <summary>A row of the corpus: a message with the reading that is expected.</summary>
internal sealed record CorpusRow(string Context, string Text, string Kind, string Name, string Temperature, string Travel, string Place)
{
    /// <summary>zh-Hans, zh-Hant or en.</summary>
    public string Locale { get; init; } = "";

    /// <summary>
    /// The values that may be offered where the message is asked about, as 36.4;36.5; null in the files that do not say, which are those
    /// beside the folder Hands.
    /// </summary>
    public string? MayBeOffered { get; init; }

    /// <summary>Of the folder Hands, where it is labelled what may be offered.</summary>
    public bool IsOfHand { get; init; }

    public CorpusPart Part => CorpusSplit.PartOf(Text);

    public static IReadOnlyList<CorpusRow> Load(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Folder(here), file)).Skip(1).Where(line => line.Length > 0)
            .Select(line => Parse(line) with { IsOfHand = file.StartsWith("Hands/", StringComparison.Ordinal) })];

    /// <summary>The files that rules were written from row by row.</summary>
    public static IReadOnlyList<string> Old { get; } = ["messages.tsv", "own.tsv", "travel.tsv"];

    /// <summary>The files by hand: each is written as another school or person would, and labelled before the reader ran on it.</summary>
    public static IReadOnlyList<string> Hands { get; } = HandFiles();

    public static IEnumerable<CorpusRow> LoadAll(IEnumerable<string> files) => files.SelectMany(file => Load(file));

    private static List<string> HandFiles([CallerFilePath] string here = "") =>
        [.. Directory.GetFiles(Path.Combine(Folder(here), "Hands"), "*.tsv").Select(path => $"Hands/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)];

    private static string Folder(string here) => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");

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
        Array.Resize(ref cells, 9);
        return new(cells[1], cells[2].Replace("\\n", "\n", StringComparison.Ordinal), cells[3], cells[4] ?? "", cells[5] ?? "", cells[6] ?? "", cells[7] ?? "")
        {
            Locale = cells[0],
            MayBeOffered = cells[8]?.StartsWith("offer ", StringComparison.Ordinal) == true ? cells[8]["offer ".Length..] : null,
        };
    }
}
