namespace CheckinBot.Core.CheckIns;

/// <summary>What a message says does not hold, or no longer does: it is taken off what was told before.</summary>
public sealed record Retraction
{
    /// <summary>Takes nothing back.</summary>
    public static Retraction None { get; } = new() { IsOver = true };

    /// <summary>Symptoms that the person does not have.</summary>
    public Symptoms Symptoms { get; init; }

    /// <summary>Diseases that the person does not have.</summary>
    public Diseases Diseases { get; init; }

    /// <summary>Not in quarantine.</summary>
    public bool Isolation { get; init; }

    /// <summary>No contact with a case.</summary>
    public bool Contact { get; init; }

    /// <summary>Not absent.</summary>
    public bool Absence { get; init; }

    /// <summary>What was told of travel does not hold; whether there was any is asked anew.</summary>
    public bool Travel { get; init; }

    /// <summary>No fever reducer was taken.</summary>
    public bool FeverReducer { get; init; }

    /// <summary>What was told may only be over, and was not wrong: a fever told on a day stays that day's fever.</summary>
    public bool IsOver { get; init; }

    /// <summary>Both together.</summary>
    public Retraction And(Retraction other) => new()
    {
        Symptoms = Symptoms | other.Symptoms,
        Diseases = Diseases | other.Diseases,
        Isolation = Isolation || other.Isolation,
        Contact = Contact || other.Contact,
        Absence = Absence || other.Absence,
        Travel = Travel || other.Travel,
        FeverReducer = FeverReducer || other.FeverReducer,
        IsOver = IsOver && other.IsOver,
    };
}

/// <summary>Takes facts off an answer.</summary>
public static class Retracting
{
    // Influenza is a symptom to the list of the morning check and a disease to the report; who has not the one has not the other.
    private static readonly (Symptoms Symptom, Diseases Disease)[] SameThing =
    [
        (Symptoms.Flu, Diseases.Influenza), (Symptoms.SwollenCheeks, Diseases.Mumps), (Symptoms.RedEyes, Diseases.Conjunctivitis),
        (Symptoms.Rash, Diseases.Varicella | Diseases.Measles | Diseases.Rubella | Diseases.HandFootMouth),
    ];

    /// <summary>The answer without what was taken back; readings stay.</summary>
    public static CheckInAnswer Without(this CheckInAnswer known, Retraction taken)
    {
        var symptoms = taken.Symptoms & (taken.IsOver ? ~Symptoms.Fever : ~Symptoms.None);
        foreach (var (symptom, disease) in SameThing)
        {
            if ((known.Diseases & taken.Diseases & disease) != 0 && (known.Diseases & ~taken.Diseases & disease) == 0) symptoms |= symptom;
        }

        var diseases = known.Diseases & ~taken.Diseases;
        var result = known with
        {
            Symptoms = known.Symptoms & ~symptoms,
            Diseases = diseases,
            OnlySuspected = known.OnlySuspected && diseases != Diseases.None,
            Isolation = taken.Isolation ? Isolation.None : known.Isolation,
            Contact = known.Contact && !taken.Contact,
            FeverReducer = known.FeverReducer && !taken.FeverReducer,
            Absence = taken.Absence ? Absence.None : known.Absence,
        };
        return taken.Travel ? result with { Travel = Travel.Unknown, Place = null, ReturnedOn = null, StillAway = false } : result;
    }
}
