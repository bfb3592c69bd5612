using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Words of plain English, which are nobody's name even where a name would stand: First try 36.8.</summary>
internal static class EnglishWords
{
    private static readonly Lazy<HashSet<string>> Words = new(() => DataFile.Lines("english-words.txt").SelectMany(line => line.Split(' ')).ToHashSet());

    /// <summary>Is every word of these tokens one that the language uses all the time?</summary>
    public static bool AreAll(Message message, int first, int last)
    {
        var words = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = first; i <= last; i++)
        {
            if (!words.Contains(message.Span(i))) return false;
        }

        return true;
    }
}
