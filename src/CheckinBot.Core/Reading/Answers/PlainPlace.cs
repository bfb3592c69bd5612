using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Reads a bare place name as the answer to "where was that?".</summary>
public static class PlainPlace
{
    private const int Longest = 30;

    /// <summary>The place as typed; null where the text is rather something else.</summary>
    public static string? Read(string text)
    {
        var place = text.Trim().TrimEnd('。', '.', '!', '！', '~', '，', ',');
        for (var plain = NormalisedText.From(place); Terms.Begin(plain.Text, Term.AroundPlace) is var around and > 0; plain = NormalisedText.From(place))
            place = around < plain.Text.Length ? plain.Typed(around, plain.Text.Length).Trim() : "";
        if (place.Length is 0 or > Longest || place.IndexOfAny(['?', '？', '\n', '/']) >= 0) return null;
        if (!char.IsLetter(place[0]) || place.Any(char.IsDigit)) return null;
        if (ShortAnswers.Read(place) != ShortAnswer.None) return null;
        return Terms.In(NormalisedText.Word(place), Term.NoPlace) ? null : place;
    }
}
