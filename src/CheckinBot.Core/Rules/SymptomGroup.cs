using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>
/// Which symptoms are alike. 卫办疾控发〔2006〕65号 names fever, rash, diarrhoea, vomiting and jaundice as examples;
/// airways, eyes and cheeks are columns of 湖南省学校晨午检登记表.
/// </summary>
public static class SymptomGroup
{
    /// <summary>Fever.</summary>
    public const Symptoms Fever = Symptoms.Fever;

    /// <summary>Airways: cough, sore throat, runny nose, short of breath, a cold, the flu.</summary>
    public const Symptoms Respiratory = Symptoms.Cough | Symptoms.SoreThroat | Symptoms.RunnyNose | Symptoms.ShortBreath | Symptoms.Cold | Symptoms.Flu;

    /// <summary>Stomach and bowels: diarrhoea, vomiting.</summary>
    public const Symptoms Digestive = Symptoms.Diarrhoea | Symptoms.Vomiting;

    /// <summary>Rash.</summary>
    public const Symptoms Rash = Symptoms.Rash;

    /// <summary>Red eyes.</summary>
    public const Symptoms Conjunctivitis = Symptoms.RedEyes;

    /// <summary>Jaundice.</summary>
    public const Symptoms Jaundice = Symptoms.Jaundice;

    /// <summary>Swollen cheeks.</summary>
    public const Symptoms Mumps = Symptoms.SwollenCheeks;

    /// <summary>All groups, the ones that the document names first.</summary>
    public static IReadOnlyList<Symptoms> All { get; } = [Fever, Rash, Digestive, Jaundice, Respiratory, Conjunctivitis, Mumps];

    /// <summary>The group, or the single symptom, with that name in a data file or the configuration; null where there is none.</summary>
    public static Symptoms? Parse(string name) => name.Trim().ToLowerInvariant() switch
    {
        "fever" => Fever,
        "respiratory" => Respiratory,
        "digestive" => Digestive,
        "rash" => Rash,
        "conjunctivitis" => Conjunctivitis,
        "jaundice" => Jaundice,
        "mumps" => Mumps,
        var word => Enum.TryParse<Symptoms>(word, ignoreCase: true, out var one) && one != Symptoms.None && Enum.IsDefined(one) && !char.IsAsciiDigit(word[0])
            ? one
            : null,
    };
}
