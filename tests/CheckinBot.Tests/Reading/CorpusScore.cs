using System.Globalization;
using CheckinBot.Core.Reading;

namespace CheckinBot.Tests.Reading;

/// <summary>How a row was read.</summary>
internal enum CorpusOutcome
{
    /// <summary>As expected, in every field.</summary>
    Exact,

    /// <summary>Not stored, but the expected value stands on a button.</summary>
    RightTap,

    /// <summary>Asked or passed over, where more was expected.</summary>
    Missed,

    /// <summary>Nothing was stored that was not told, but a field differs (a trip that was passed over, another kind).</summary>
    Differs,

    /// <summary>A number, a name or a trip was taken that was not told.</summary>
    False,
}

/// <summary>Judges readings of labelled rows, and adds them up.</summary>
internal sealed class CorpusScore
{
    private readonly Dictionary<CorpusOutcome, int> _counts = [];

    public int Rows { get; private set; }

    public int WrongOffers { get; private set; }

    public List<string> Notes { get; } = [];

    public int this[CorpusOutcome outcome] => _counts.GetValueOrDefault(outcome);

    public double Exact => Share(this[CorpusOutcome.Exact]);

    public double ExactOrTap => Share(this[CorpusOutcome.Exact] + this[CorpusOutcome.RightTap]);

    public void Add(CorpusRow row, TextReading reading)
    {
        var outcome = Judge(row, reading);
        Rows++;
        _counts[outcome] = this[outcome] + 1;
        var wrong = IsWrongOffer(row, reading);
        if (wrong) WrongOffers++;
        if (outcome != CorpusOutcome.Exact || wrong)
            Notes.Add($"{(wrong ? "wrong offer, " : "")}{outcome} {row.Miss(reading) ?? row.Text}\n    offers {string.Join(';', Offered(reading))}");
    }

    public static CorpusScore Of(IEnumerable<CorpusRow> rows)
    {
        var score = new CorpusScore();
        foreach (var row in rows) score.Add(row, Core.Reading.Chains.TextReader.Read(row.Text, row.ReadingContext));
        return score;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows} rows: exact {Exact:0.0} %, exact or one right tap {ExactOrTap:0.0} %, wrong offers {Share(WrongOffers):0.0} %, "
        + $"false {this[CorpusOutcome.False]}");

    public static CorpusOutcome Judge(CorpusRow row, TextReading reading)
    {
        if (row.Miss(reading) is null) return CorpusOutcome.Exact;
        if (IsFalse(row, reading)) return CorpusOutcome.False;
        if (IsRightTap(row, reading)) return CorpusOutcome.RightTap;
        return reading.Kind is ReadingKind.Checkin or ReadingKind.CheckinMany ? CorpusOutcome.Differs : CorpusOutcome.Missed;
    }

    private double Share(int count) => Rows == 0 ? 100 : 100.0 * count / Rows;

    // What is asked about in vain is lost; what is offered and was not meant annoys.
    private static bool IsWrongOffer(CorpusRow row, TextReading reading) =>
        Offered(reading) is { Count: > 0 } offered && !IsRightTap(row, reading) && row.Kind switch
        {
            "ask-again" => row.IsOfHand && !offered.All(value => (row.MayBeOffered ?? "").Split(';').Contains(value)),
            _ => true,
        };

    private static bool IsRightTap(CorpusRow row, TextReading reading) =>
        row.Kind == "checkin" && Offered(reading) is { Count: 1 or 2 } offered && offered.Contains(row.Temperature);

    private static List<string> Offered(TextReading reading) => [.. reading.Suggestions.Select(Degrees)];

    private static bool IsFalse(CorpusRow row, TextReading reading)
    {
        var entries = reading.Entries;
        var temperatures = row.Temperature.Split(';');
        var (names, travels) = (row.Name.Split(';'), row.Travel.Split(';'));
        for (var i = 0; i < entries.Count; i++)
        {
            var stores = entries[i].TemperatureTenths is not null;
            var at = Math.Min(i, temperatures.Length - 1);
            if (stores && (temperatures[at] != Degrees(entries[i].TemperatureTenths!.Value) || entries.Count > temperatures.Length)) return true;
            if (stores && entries[i].Name is { } name && names[Math.Min(i, names.Length - 1)] != name) return true;
            if (entries[i].Travel == Core.CheckIns.Travel.Yes && travels[Math.Min(i, travels.Length - 1)] != "yes") return true;
        }

        return false;
    }

    private static string Degrees(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}
