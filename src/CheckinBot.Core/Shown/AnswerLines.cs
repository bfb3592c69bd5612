using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>Says an answer back in words.</summary>
internal static class AnswerLines
{
    /// <summary>
    /// The latest reading; where one of the day was raised, all of them with their times, since the highest of them counts:
    /// <c>38.2℃（07:00）→ 36.9℃（14:01）</c>.
    /// </summary>
    public static string Course(Phrases phrases, CheckInAnswer answer)
    {
        var readings = answer.Readings;
        if (readings.Count < 2 || readings.All(reading => reading.Tenths < FeverLines.Default.Lowest))
            return readings.Count == 0 ? "" : phrases.Temperature(readings[^1].Tenths, readings[^1].Site);
        return Phrases.Course(readings.Select(reading => phrases.ReadingAt(reading, reading.At is { } at ? TimeOnly.FromDateTime(at.DateTime) : null)));
    }

    /// <summary>The facts in a row: <c>38.2℃，咳嗽，看过医生，没外出</c>.</summary>
    public static string Facts(Phrases phrases, CheckInAnswer answer)
    {
        var facts = new List<string>();
        if (answer.Absence != Absence.None) facts.Add(phrases.AbsenceReason(answer.Absence));
        if (answer.TemperatureTenths is not null) facts.Add(Course(phrases, answer));
        if (answer.FeverReducer) facts.Add(phrases.TookFeverReducer);
        if (answer.NormalSaid) facts.Add(phrases.SaidWell);
        if (answer.NoThermometer) facts.Add(phrases.WithoutThermometer);
        if (answer.Diseases != Diseases.None) facts.Add(phrases.Diagnosed(answer.Diseases, answer.OnlySuspected));
        // Where influenza is named as a disease, it is not listed as a symptom as well.
        var symptoms = answer.Diseases.HasFlag(Diseases.Influenza) ? answer.Symptoms & ~Symptoms.Flu : answer.Symptoms;
        facts.AddRange(Enum.GetValues<Symptoms>().Where(one => one != Symptoms.None && symptoms.HasFlag(one)).Select(phrases.Symptom));
        if (answer.SeenDoctor is { } seen) facts.Add(phrases.SeenDoctor(seen));
        if (answer.Travel == Travel.No) facts.Add(phrases.NoTravel);
        if (answer.Travel == Travel.Yes) facts.Add(phrases.Travelled(answer.Place, answer.ReturnedOn, answer.StillAway));
        if (answer is { Travel: Travel.Unknown, TravelWaiver: not TravelWaiver.None }) facts.Add(phrases.TravelWaived(answer.TravelWaiver));
        if (answer.Isolation != Isolation.None) facts.Add(phrases.IsolationAt(answer.Isolation));
        if (answer.Contact) facts.Add(phrases.HadContact);
        return facts.Count == 0 ? phrases.NotYet : string.Join(phrases.Language == Language.En ? ", " : "，", facts);
    }
}
