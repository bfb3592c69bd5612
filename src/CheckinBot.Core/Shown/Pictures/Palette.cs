namespace CheckinBot.Core.Shown.Pictures;

/// <summary>
/// The colours. Blue against orange stays apart for every kind of colour blindness (the pair of Okabe and Ito's
/// palette, "Color Universal Design", 2008); no meaning is in a colour alone, since each number is printed too.
/// </summary>
internal static class Palette
{
    public const string Paper = "#EEF2F5", Card = "#FFFFFF", Ink = "#1B2733", Faint = "#5A6875", Rule = "#D5DDE4";
    public const string Coverage = "#0072B2", Fever = "#D55E00", Track = "#DCE4EA";

    /// <summary>The steps of coverage in whole percent: from which value, how it is filled and written.</summary>
    public static readonly (int From, string Fill, string Ink)[] Steps =
    [
        (100, "#CBE3F2", "#1B2733"),
        (95, "#8FC1DF", "#1B2733"),
        (80, "#FCD9A4", "#1B2733"),
        (1, "#F0953B", "#1B2733"),
        (0, "#9C3A00", "#FFFFFF"),
    ];

    /// <summary>A cell without numbers.</summary>
    public static readonly (string Fill, string Ink) None = ("#F3F5F7", "#8A96A1");

    /// <summary>A count of zero, where zero is what one hopes for.</summary>
    public static readonly (string Fill, string Ink) Zero = ("#EAF3F9", "#5A6875");

    /// <summary>A count above zero that somebody has to look at.</summary>
    public static readonly (string Fill, string Ink) Some = ("#FCD9A4", "#1B2733");

    /// <summary>The colours of a coverage.</summary>
    public static (string Fill, string Ink) Of(int percent)
    {
        var step = Steps.First(step => percent >= step.From);
        return (step.Fill, step.Ink);
    }
}
