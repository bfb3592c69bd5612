using CheckinBot.Configuration;

namespace CheckinBot.Doctor;

/// <summary>Whether help lines are configured. None is no fault, but somebody has to know that there is something to set.</summary>
internal static class CrisisLinesCheck
{
    public static Finding Run(UnitOptions options) => Finding.Ok(
        "crisis-lines",
        options.CrisisLines.Count > 0
            ? $"{options.CrisisLines.Count} for messages that speak of self-harm or violence"
            : "none: such messages are answered with the class teacher and the emergency number; set Texts:CrisisLines to the help lines of your region");
}
