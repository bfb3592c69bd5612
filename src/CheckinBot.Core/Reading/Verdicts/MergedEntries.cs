using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>Puts together what a message tells of one person in several places.</summary>
internal static class MergedEntries
{
    // 小明36.5，小红36.9，小红昨天从杭州回来: what is told of somebody later belongs with the number told before.
    public static List<ReadingEntry> Gathered(List<ReadingEntry> entries)
    {
        for (var i = entries.Count - 1; i > 0; i--)
        {
            var later = entries[i];
            // 我是周浩然妈妈，浩然今天36.6: the name is told in full by whoever writes, and in short of the child.
            if (later.Name is { Length: 2 } given && entries[i - 1] is { Name: { Length: 3 } full, TemperatureTenths: null }
                && full.EndsWith(given, StringComparison.Ordinal))
            {
                entries[i - 1] = Of(later, entries[i - 1]) with { Name = full, PersonId = later.PersonId ?? entries[i - 1].PersonId };
                entries.RemoveAt(i);
                continue;
            }

            var first = later.Name is null || later.TemperatureTenths is not null ? -1 : entries.FindIndex(0, i, e => e.Name == later.Name);
            if (first < 0) continue;
            entries[first] = Of(entries[first], later);
            entries.RemoveAt(i);
        }

        return entries;
    }

    /// <summary>An entry with what is told of several at once.</summary>
    public static ReadingEntry Of(ReadingEntry entry, ReadingEntry shared) => entry with
    {
        Travel = entry.Travel == Travel.Unknown ? shared.Travel : entry.Travel,
        Place = entry.Place ?? shared.Place,
        Symptoms = entry.Symptoms | shared.Symptoms,
        SaidNormal = entry.SaidNormal || shared.SaidNormal,
        Isolation = entry.Isolation == Isolation.None ? shared.Isolation : entry.Isolation,
        Absence = entry.Absence == Absence.None ? shared.Absence : entry.Absence,
        ReturnedOn = entry.ReturnedOn ?? shared.ReturnedOn,
        StillAway = entry.StillAway || shared.StillAway,
        Contact = entry.Contact || shared.Contact,
        SeenDoctor = entry.SeenDoctor ?? shared.SeenDoctor,
        Diseases = entry.Diseases | shared.Diseases,
        NotDiseases = entry.NotDiseases | shared.NotDiseases,
        FeverReducer = entry.FeverReducer || shared.FeverReducer,
        PutsRight = entry.PutsRight || shared.PutsRight,
        Denied = entry.Denied.And(shared.Denied),
        OnlySuspected = (entry.OnlySuspected || entry.Diseases == Diseases.None) && (shared.OnlySuspected || shared.Diseases == Diseases.None)
            && (entry.Diseases | shared.Diseases) != Diseases.None,
    };
}
