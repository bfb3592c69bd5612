namespace CheckinBot.Core.Reading.Answers;

/// <summary>Tells whether a message is about its own sender (本人36.4).</summary>
public static class SelfMention
{
    private static readonly string[] Words = ["本人", "我自己", "我的体温", "我的體溫", "myself", "my own", "my temp"];

    /// <summary>The text speaks of the sender.</summary>
    public static bool In(string text) => Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
