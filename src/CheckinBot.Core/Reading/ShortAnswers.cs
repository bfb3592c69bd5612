using System.Collections.Frozen;

namespace CheckinBot.Core.Reading;

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

    /// <summary>The meaning of the whole text; <see cref="ShortAnswer.None"/> where it says more, or something else.</summary>
    public static ShortAnswer Read(string text) =>
        text.Length > LongestAnswer ? ShortAnswer.None : Words.GetValueOrDefault(Key(text));

    private static string Key(string text) =>
        string.Concat(text.Where(letter => char.IsLetterOrDigit(letter))).ToLowerInvariant();

    private static FrozenDictionary<string, ShortAnswer> Load()
    {
        using var stream = typeof(ShortAnswers).Assembly.GetManifestResourceStream("CheckinBot.Core.Reading.Data.short-answers.txt")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, ShortAnswer>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var list]) continue;
            var meaning = Enum.Parse<ShortAnswer>(name == "daybefore" ? nameof(ShortAnswer.DayBefore) : name, ignoreCase: true);
            foreach (var answer in list.Split('|')) words.TryAdd(Key(answer), meaning);
        }

        return words.ToFrozenDictionary();
    }
}
