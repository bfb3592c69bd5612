using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// What the vote looks at: all runs of one to four characters of a message, alone and together with the context. Numbers stand as
/// one sign for their kind, names and places as one sign each, so that what is learned of one holds for all.
/// </summary>
internal static class VoteFeatures
{
    /// <summary>How many weights there are; different runs may share one.</summary>
    public const int Buckets = 1 << 18;

    private const int LongestRun = 4;

    // Signs of the private use area, which nobody types.
    private const char Name = '\uE000', Place = '\uE001', Address = '\uE002', OtherNumber = '\uE003', BodyDecimal = '\uE004', BodyWhole = '\uE005',
        BodyCompact = '\uE006', BodyFahrenheit = '\uE007', Vague = '\uE008', Unclear = '\uE009', Long = '\uE00A', Degrees = '\uE00B';

    /// <summary>The bucket of each run of the message, in the order of the text; returns how many there are.</summary>
    /// <param name="message">The message.</param>
    /// <param name="buckets">Takes them; what does not fit is left out.</param>
    public static int Of(Message message, Span<int> buckets)
    {
        Span<char> signs = stackalloc char[ReadingContext.LongestMessage * 2];
        var length = Mask(message, signs);
        var salt = (uint)(message.Context.Setting + 1) * 0x9E3779B1;
        var count = 0;
        for (var from = 0; from < length; from++)
        {
            var hash = 2166136261u;
            for (var end = from; end < length && end < from + LongestRun && count + 2 <= buckets.Length; end++)
            {
                hash = (hash ^ signs[end]) * 16777619u;
                buckets[count++] = Bucket(hash);
                buckets[count++] = Bucket(hash ^ salt);
            }
        }

        return count;
    }

    private static int Bucket(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        return (int)(hash & (Buckets - 1));
    }

    private static int Mask(Message message, Span<char> signs)
    {
        var text = message.Text.Text;
        var length = 0;
        signs[length++] = '^';
        var end = 0;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if (length + (token.Length) + 4 > signs.Length) break;
            if (token.Start > end && i > 0) signs[length++] = ' ';
            end = token.End;
            if (token.Kind == TokenKind.Name || token.Known >= 0 || (message.Signs(i) && token.Kind is TokenKind.Unknown))
            {
                if (signs[length - 1] != Name) signs[length++] = Name;
            }
            else if (Sign(message, token) is not '\0' and var sign)
            {
                signs[length++] = sign;
                if (token.HasDegrees) signs[length++] = Degrees;
            }
            else
            {
                text.AsSpan(token.Start, token.Length).CopyTo(signs[length..]);
                length += token.Length;
            }
        }

        signs[length++] = '$';
        return length;
    }

    private static char Sign(Message message, Token token) => token.Kind switch
    {
        TokenKind.Place => Place,
        TokenKind.Mention or TokenKind.Link => Address,
        TokenKind.Number => token.Form switch
        {
            NumberForm.Foreign => Long,
            NumberForm.Vague => Vague,
            NumberForm.Unclear => Unclear,
            NumberForm.Compact => IsOfBody(message, token) ? BodyCompact : OtherNumber,
            NumberForm.Integer => IsOfBody(message, token) ? BodyWhole : OtherNumber,
            _ when IsOfBody(message, token) => BodyDecimal,
            _ => token.Hundredths is >= Temperatures.LowestF and <= Temperatures.HighestF ? BodyFahrenheit : OtherNumber,
        },
        _ => '\0',
    };

    private static bool IsOfBody(Message message, Token token) =>
        token.Hundredths >= message.Context.PlausibleFromTenths * 10 && token.Hundredths <= message.Context.PlausibleToTenths * 10;
}
