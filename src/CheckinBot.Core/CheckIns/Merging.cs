namespace CheckinBot.Core.CheckIns;

/// <summary>Combines what was told at different times about the same person, day and slot.</summary>
public static class Merging
{
    private static readonly TimeSpan MeasuredAgain = TimeSpan.FromHours(1);

    /// <summary>
    /// What is known after <paramref name="told"/>. What was not told again stays. A newer temperature is a further reading of
    /// the day; only a correction takes the place of the one before.
    /// </summary>
    /// <param name="known">What was known.</param>
    /// <param name="told">What is told now.</param>
    /// <param name="isCorrection">The number told before was wrong.</param>
    /// <param name="at">When it was told; kept with the reading.</param>
    public static CheckInAnswer With(this CheckInAnswer known, CheckInAnswer told, bool isCorrection = false, DateTimeOffset? at = null)
    {
        var result = known;
        if (told.TemperatureTenths is not null) result = WithTemperature(known, told, isCorrection, at);
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
            FeverReducer = told.FeverReducer || result.FeverReducer,
            TravelWaiver = result.Travel != Travel.Unknown ? TravelWaiver.None
                : told.TravelWaiver != TravelWaiver.None ? told.TravelWaiver : result.TravelWaiver,
            OnlySuspected = told.Diseases != Diseases.None ? told.OnlySuspected : result.OnlySuspected,
        };
    }

    private static CheckInAnswer WithTemperature(CheckInAnswer known, CheckInAnswer told, bool isCorrection, DateTimeOffset? at)
    {
        var earlier = isCorrection ? Righted(known, told.TemperatureTenths!.Value) : known.Readings;
        var repeated = !isCorrection && IsRepeated(known, told, at);
        IReadOnlyList<TakenTemperature> now = [.. told.Readings.Select(reading => reading with { At = reading.At ?? at })];
        return known with
        {
            TemperatureTenths = told.TemperatureTenths,
            Site = told.Site,
            Taken = repeated ? known.Taken : earlier.Count + now.Count > 1 ? [.. earlier, .. now] : told.Taken.Count > 0 ? now : [],
            NoThermometer = false,
            NormalSaid = false,
            Symptoms = isCorrection ? known.Symptoms & ~Symptoms.Fever : known.Symptoms,
        };
    }

    /// <summary>
    /// The readings without the one that was wrong: the latest, or, where the right number has been told already without a word
    /// of correction, the one before that.
    /// </summary>
    private static IReadOnlyList<TakenTemperature> Righted(CheckInAnswer known, int right)
    {
        var kept = known.Readings.ToList();
        while (kept.Count > 0 && kept[^1].Tenths == right) kept.RemoveAt(kept.Count - 1);
        if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
        if (kept.Count > 0 && kept[^1].Tenths == right) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>The same number again is no further reading, unless it is a raised one that was measured later.</summary>
    private static bool IsRepeated(CheckInAnswer known, CheckInAnswer told, DateTimeOffset? at) =>
        told.Taken.Count == 0 && known.TemperatureTenths == told.TemperatureTenths && known.Site == told.Site
        && (told.TemperatureTenths < FeverLines.Default.Lowest || known.Readings[^1].At is not { } last || at is not { } now || now - last < MeasuredAgain);

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
