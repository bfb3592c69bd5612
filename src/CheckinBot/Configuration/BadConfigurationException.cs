namespace CheckinBot.Configuration;

/// <summary>A configuration value that the program cannot run with. The message is one line: key, value, what is allowed.</summary>
public sealed class BadConfigurationException(string message) : Exception(message)
{
    /// <summary>A value that is not allowed.</summary>
    public static BadConfigurationException NotAllowed(string key, string? value, string allowed) =>
        new($"{key} = '{value}' is not allowed: {allowed}");
}
