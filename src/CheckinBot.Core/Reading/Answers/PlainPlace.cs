namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads a bare place name as the answer to "where was that?".</summary>
public static class PlainPlace
{
    private const int Longest = 30;

    private static readonly string[] NoPlace =
    [
        "什么", "什麼", "吗", "嗎", "呢", "怎么", "怎麼", "几点", "幾點", "老师", "老師", "作业", "作業", "谢", "謝", "哈哈", "为啥", "為啥",
        "what", "when", "who", "how", "why", "thank", "please", "homework",
    ];

    private static readonly string[] Around = ["去了", "去过", "去過", "我们去", "我們去", "在", "we went to ", "went to ", "was in ", "in ", "to "];

    /// <summary>The place as typed; null where the text is rather something else.</summary>
    public static string? Read(string text)
    {
        var place = text.Trim().TrimEnd('。', '.', '!', '！', '~', '，', ',');
        foreach (var word in Around)
        {
            if (place.StartsWith(word, StringComparison.OrdinalIgnoreCase)) place = place[word.Length..].Trim();
        }

        if (place.Length is 0 or > Longest || place.IndexOfAny(['?', '？', '\n', '/']) >= 0) return null;
        if (!char.IsLetter(place[0]) || place.Any(char.IsDigit)) return null;
        if (ShortAnswers.Read(place) != ShortAnswer.None) return null;
        return NoPlace.Any(word => place.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : place;
    }
}
