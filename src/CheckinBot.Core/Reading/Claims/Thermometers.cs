using System.Buffers;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>水银的打碎了, our thermometer is dead: an instrument and what is wrong with it, in one clause.</summary>
internal static class Thermometers
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;!?。\n");

    public static bool IsOutOfOrder(Message message)
    {
        var text = message.Text.Text.AsSpan();
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(Breaks);
            var clause = end < 0 ? text : text[..end];
            if (Terms.In(clause, Term.Instrument) && Terms.In(clause, Term.Fault)) return true;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }
}
