using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>What was read of one person, as an answer that can be stored.</summary>
public static class EntryAnswer
{
    private const int LongestPlace = 60;

    /// <summary>What an entry of a text tells, as an answer of its own.</summary>
    public static CheckInAnswer ToAnswer(this ReadingEntry entry, bool noThermometer = false) => new()
    {
        TemperatureTenths = entry.TemperatureTenths,
        Site = entry.TemperatureTenths is null ? MeasuringSite.Unspecified : entry.Site,
        // 复测38.2: a second measurement, also where it shows the same.
        Taken = entry.TemperatureTenths is null || (entry.Taken.Count < 2 && !entry.Remeasured) ? [] : Standing(entry),
        FeverReducer = entry.FeverReducer,
        Symptoms = entry.Symptoms,
        SeenDoctor = entry.SeenDoctor,
        Travel = entry.Travel,
        Place = entry.Place is { Length: > LongestPlace } place ? place[..LongestPlace] : entry.Place,
        ReturnedOn = entry.ReturnedOn,
        StillAway = entry.StillAway,
        Isolation = entry.Isolation,
        Absence = entry.Absence,
        Contact = entry.Contact,
        Diseases = entry.Diseases,
        OnlySuspected = entry.OnlySuspected,
        NoThermometer = noThermometer && entry.TemperatureTenths is null,
        NormalSaid = entry.SaidNormal && entry.TemperatureTenths is null,
    };

    /// <summary>
    /// The readings of a message that stand. 37.6，复测36.6, 额温37.5 腋温36.6: of two measurements of the same minutes the one
    /// that counts puts a higher one right, where it is no fever itself. After a fever reducer, or at another time of the day,
    /// the higher one was true.
    /// </summary>
    private static IReadOnlyList<TakenTemperature> Standing(ReadingEntry entry)
    {
        var counts = entry.Taken.LastOrDefault(one => one.Tenths == entry.TemperatureTenths && one.Site == entry.Site);
        if (counts is null || entry.FeverReducer || counts.Tenths >= FeverLines.Default.For(counts.Site)) return entry.Taken;
        IReadOnlyList<TakenTemperature> standing = [.. entry.Taken.Where(one => one.Tenths <= counts.Tenths || TimeOf(one) != TimeOf(counts))];
        return standing.Count > 1 || entry.Remeasured ? standing : [];
    }

    // 刚才 and 现在 are the same minutes, in which a number is measured twice.
    private static string? TimeOf(TakenTemperature reading) => reading.When is { } when && !Terms.Is(NormalisedText.Word(when), Term.JustNow) ? when : null;
}
