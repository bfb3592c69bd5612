using System.CommandLine;
using System.Globalization;

namespace CheckinBot.Commands;

/// <summary>Options whose value is a day.</summary>
internal static class Days
{
    /// <summary>A day, or nothing.</summary>
    public static Option<DateOnly?> Option(string name, string description, bool required = false) => new(name)
    {
        Required = required,
        HelpName = "yyyy-MM-dd",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} '{text}' is no date: write it as in 2021-03-01.");
            return null;
        },
    };
}
