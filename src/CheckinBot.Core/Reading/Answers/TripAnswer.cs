using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>What somebody answers to "where was that?" or "back since when?": a place and a day, in any order, or one of the two.</summary>
/// <param name="Place">The place as typed; null where none is told.</param>
/// <param name="ReturnedOn">The day of return; null where none is told.</param>
/// <param name="StillAway">Still there.</param>
public sealed record TripAnswer(string? Place, DateOnly? ReturnedOn, bool StillAway)
{
    private const int LongestAnswer = 60;

    private const WordClass OfDays = WordClass.Today | WordClass.Earlier | WordClass.Future | WordClass.LongAgo;

    private const WordClass OfWays = WordClass.Go | WordClass.Went | WordClass.From | WordClass.At | WordClass.Via | WordClass.Back | WordClass.Leave
        | WordClass.Filler | WordClass.And | WordClass.Still | WordClass.Away | WordClass.Past | WordClass.Self | WordClass.All | WordClass.Both;

    /// <summary>老家, 外婆家: the sender knows where that is, and nobody else does.</summary>
    public bool IsAtRelatives { get; private init; }

    /// <summary>The place is one that the gazetteer knows.</summary>
    public bool IsKnownPlace { get; private init; }

    /// <summary>What the text answers; null where it is no answer to such a question.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The school day; a day told is not after it.</param>
    public static TripAnswer? Read(string text, DateOnly today)
    {
        if (text.Length > LongestAnswer || text.IndexOfAny(['?', '？']) >= 0) return null;
        var parts = text.Split(['，', ',', '、', ';', '；', '。', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new TripAnswer(null, null, StillAway: false);
        foreach (var part in parts)
        {
            if (OfPart(part, today) is not { } told) return null;
            if (told.Place is not null && found.Place is not null) return null;
            found = new(found.Place ?? told.Place, found.ReturnedOn ?? told.ReturnedOn, found.StillAway || told.StillAway)
            {
                IsAtRelatives = found.IsAtRelatives || told.IsAtRelatives,
                IsKnownPlace = found.IsKnownPlace || told.IsKnownPlace,
            };
        }

        return found is { Place: null, ReturnedOn: null, StillAway: false, IsAtRelatives: false } ? null : found;
    }

    private static TripAnswer? OfPart(string part, DateOnly today)
    {
        if (ShortAnswers.Read(part) == ShortAnswer.Away) return new(null, null, StillAway: true);
        if (ReturnDay.Read(part, today) is { } whole && !HasPlace(part)) return new(null, whole, StillAway: false);
        var message = Message.Of(part, new ReadingContext { Setting = ReadingSetting.PrivateIdle, Today = today }, KnownNames.None);
        int? ago = message.Tokens.Count > 0 ? Days.Ago(message, 0) : null;
        if (ago is null && message.Any(WordClass.Today) && message.Any(WordClass.Back)) ago = 0;
        DateOnly? day = ago is >= 0 and <= 366 ? today.AddDays(-ago.Value) : null;
        var (first, last, relatives, known) = (-1, -1, false, false);
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if (token.Is(WordClass.RelativeHome)) relatives = true;
            else if (message.Is(i, Term.SmallWord)) continue;
            else if (token.Kind is TokenKind.Mark or TokenKind.LineEnd || (token.Kind == TokenKind.Number && (day is not null || token.Date.Month > 0))
                || (token.Kind == TokenKind.Word && token.Is(OfDays | OfWays))) continue;
            else (first, last, known) = (first < 0 ? i : first, i, known || token.Kind == TokenKind.Place);
        }

        // 湖南老家 is in 湖南; of 老家 alone nobody knows.
        var place = first < 0 ? null : PlainPlace.Read(message.Text.Typed(message.Tokens[first].Start, message.Tokens[last].End));
        if (first >= 0 && place is null) return null;
        return day is null && place is null && !relatives ? null : new(place, day, StillAway: false) { IsAtRelatives = relatives, IsKnownPlace = known };
    }

    // 3月1日 alone is a day; 3月1日武汉 is both.
    private static bool HasPlace(string part)
    {
        var message = Message.Of(part, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
        return message.Tokens.Exists(token => token.Kind is TokenKind.Place or TokenKind.Unknown or TokenKind.Name || token.Is(WordClass.RelativeHome));
    }
}
