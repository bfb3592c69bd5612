namespace CheckinBot.Core.CheckIns;

/// <summary>Combines what was told at different times about the same person, day and slot.</summary>
public static class Merging
{
    /// <summary>
    /// What is known after <paramref name="told"/>. What was not told again stays. A newer temperature counts, and
    /// the earlier ones of the day are kept beside it unless the message is a correction.
    /// </summary>
    public static CheckInAnswer With(this CheckInAnswer known, CheckInAnswer told, bool isCorrection = false)
    {
        var result = known;
        if (told.TemperatureTenths is not null) result = WithTemperature(known, told, isCorrection);
        else if (told.NoThermometer && known.TemperatureTenths is null) result = result with { NoThermometer = true };
        if (told.NormalSaid && result.TemperatureTenths is null) result = result with { NormalSaid = true };
        if (told.Travel != Travel.Unknown) result = WithTravel(result, told);
        return result with
        {
            Symptoms = isCorrection && told.Symptoms != Symptoms.None ? told.Symptoms : result.Symptoms | told.Symptoms,
            SeenDoctor = told.SeenDoctor ?? result.SeenDoctor,
            Isolation = told.Isolation != Isolation.None ? told.Isolation : result.Isolation,
            Absence = told.Absence is Absence.None || (told.Absence is Absence.Unspecified && result.Absence != Absence.None) ? result.Absence : told.Absence,
            Contact = told.Contact || result.Contact,
            Diseases = isCorrection && told.Diseases != Diseases.None ? told.Diseases : result.Diseases | told.Diseases,
            OnlySuspected = told.Diseases != Diseases.None ? told.OnlySuspected : result.OnlySuspected,
        };
    }

    private static CheckInAnswer WithTemperature(CheckInAnswer known, CheckInAnswer told, bool isCorrection)
    {
        var earlier = isCorrection || known.TemperatureTenths is null
            ? []
            : known.Taken.Count > 0 ? known.Taken : [new(known.TemperatureTenths.Value, known.Site, null)];
        var repeated = told.Taken.Count == 0 && known.TemperatureTenths == told.TemperatureTenths && known.Site == told.Site;
        IReadOnlyList<TakenTemperature> now = told.Taken.Count > 0 ? told.Taken : [new(told.TemperatureTenths!.Value, told.Site, null)];
        return known with
        {
            TemperatureTenths = told.TemperatureTenths,
            Site = told.Site,
            Taken = repeated ? known.Taken : earlier.Count + now.Count > 1 ? [.. earlier, .. now] : [],
            NoThermometer = false,
            NormalSaid = false,
            Symptoms = isCorrection ? known.Symptoms & ~Symptoms.Fever : known.Symptoms,
        };
    }

    /// <summary>The answer to "where" or "since when" completes a trip; anything else is a new one.</summary>
    private static CheckInAnswer WithTravel(CheckInAnswer known, CheckInAnswer told)
    {
        if (told.Travel == Travel.No) return known with { Travel = Travel.No, Place = null, ReturnedOn = null, StillAway = false };
        var sameTrip = known.Travel == Travel.Yes && (told.Place is null || known.Place is null || known.Place == told.Place);
        return known with
        {
            Travel = Travel.Yes,
            Place = told.Place ?? (sameTrip ? known.Place : null),
            ReturnedOn = told.StillAway ? null : told.ReturnedOn ?? (sameTrip ? known.ReturnedOn : null),
            StillAway = told.StillAway || (sameTrip && known.StillAway && told.ReturnedOn is null),
        };
    }
}
