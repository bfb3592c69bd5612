namespace CheckinBot.Core.CheckIns;

/// <summary>
/// Symptoms that the morning check asks for. The first five are those that 卫办疾控发〔2006〕65号 names;
/// the others are columns of 湖南省学校晨午检登记表.
/// </summary>
[Flags]
public enum Symptoms
{
    /// <summary>None told.</summary>
    None = 0,

    /// <summary>Fever told in words, with or without a number (发热).</summary>
    Fever = 1 << 0,

    /// <summary>Rash (皮疹).</summary>
    Rash = 1 << 1,

    /// <summary>Diarrhoea (腹泻).</summary>
    Diarrhoea = 1 << 2,

    /// <summary>Vomiting or nausea (呕吐).</summary>
    Vomiting = 1 << 3,

    /// <summary>Jaundice (黄疸).</summary>
    Jaundice = 1 << 4,

    /// <summary>Cough (咳嗽).</summary>
    Cough = 1 << 5,

    /// <summary>Sore throat (咽痛).</summary>
    SoreThroat = 1 << 6,

    /// <summary>Runny or blocked nose, sneezing (流涕、鼻塞).</summary>
    RunnyNose = 1 << 7,

    /// <summary>Headache (头痛).</summary>
    Headache = 1 << 8,

    /// <summary>Tiredness, aching (乏力、酸痛).</summary>
    Fatigue = 1 << 9,

    /// <summary>Short of breath (呼吸困难).</summary>
    ShortBreath = 1 << 10,

    /// <summary>Stomach ache (腹痛).</summary>
    StomachAche = 1 << 11,

    /// <summary>Red eyes (结膜充血).</summary>
    RedEyes = 1 << 12,

    /// <summary>Swollen cheeks (腮腺肿大).</summary>
    SwollenCheeks = 1 << 13,

    /// <summary>Loss of taste or smell (嗅觉味觉减退).</summary>
    LossOfSmell = 1 << 14,

    /// <summary>Told to be ill, in words that name none of the other symptoms.</summary>
    Other = 1 << 15,

    /// <summary>Told to have a cold (感冒), without saying how it shows.</summary>
    Cold = 1 << 16,

    /// <summary>Told to have influenza (流感).</summary>
    Flu = 1 << 17,
}
