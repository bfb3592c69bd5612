using System.Collections.Frozen;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>What a few words mean as the answer to a question with buttons.</summary>
public enum ShortAnswer
{
    /// <summary>None of these.</summary>
    None,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>All of those asked about.</summary>
    All,

    /// <summary>The sender themselves.</summary>
    Self,

    /// <summary>Stop asking.</summary>
    Cancel,

    /// <summary>Thanks, or "received": wants no answer.</summary>
    Thanks,

    /// <summary>"All right", or a word of address: part of an acknowledgement.</summary>
    AllRight,

    /// <summary>A greeting: wants one back, or no answer.</summary>
    Greeting,

    /// <summary>Still away.</summary>
    Away,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Yesterday.</summary>
    Yesterday,

    /// <summary>The day before yesterday.</summary>
    DayBefore,
}

/// <summary>Reads the few words that people type where they could press a button.</summary>
public static class ShortAnswers
{
    private const int LongestAnswer = 40;

    private static readonly FrozenDictionary<string, ShortAnswer> Words = Load();

    private static readonly FrozenDictionary<string, ShortAnswer>.AlternateLookup<ReadOnlySpan<char>> Polite = Words
        .Where(word => word.Value is ShortAnswer.Thanks or ShortAnswer.Greeting or ShortAnswer.AllRight or ShortAnswer.Yes).ToFrozenDictionary()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The meaning of the whole text; <see cref="ShortAnswer.None"/> where it says more, or something else.</summary>
    public static ShortAnswer Read(string text) =>
        text.Length <= LongestAnswer && Words.TryGetValue(Key(text), out var meaning) && meaning != ShortAnswer.AllRight ? meaning : ShortAnswer.None;

    /// <summary>
    /// Whether the whole text only greets, thanks or says "all right" (好的，谢谢老师, ok thanks, 😊): nothing that has to be answered.
    /// </summary>
    public static bool IsAcknowledgement(string text) => IsPolite(text, out _);

    /// <summary>The text greets, and perhaps thanks.</summary>
    public static bool IsGreeting(string text) => IsPolite(text, out var greets) && greets;

    private static bool IsPolite(string text, out bool greets)
    {
        greets = false;
        if (text.Length > LongestAnswer) return false;
        var rest = Key(text).AsSpan();
        if (rest.IsEmpty) return text.Any(char.IsSurrogate);
        while (!rest.IsEmpty)
        {
            var (length, meaning) = LongestPolite(rest);
            if (length == 0) return false;
            greets |= meaning == ShortAnswer.Greeting;
            rest = rest[length..];
        }

        return true;
    }

    private static (int Length, ShortAnswer Meaning) LongestPolite(ReadOnlySpan<char> text)
    {
        for (var length = text.Length; length > 0; length--)
        {
            if (Polite.TryGetValue(text[..length], out var meaning)) return (length, meaning);
        }

        return default;
    }

    private static string Key(string text) =>
        string.Concat(text.Where(letter => char.IsLetterOrDigit(letter))).ToLowerInvariant();

    private static FrozenDictionary<string, ShortAnswer> Load()
    {
        var words = new Dictionary<string, ShortAnswer>();
        foreach (var (heading, _, answer) in DataFile.Sections("short-answers.txt")) words.TryAdd(Key(answer), Enum.Parse<ShortAnswer>(heading));
        return words.ToFrozenDictionary();
    }
}
