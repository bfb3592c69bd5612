using System.Buffers;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>水银的打碎了, our thermometer is dead: an instrument and what is wrong with it, in one clause.</summary>
internal static class Thermometers
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;!?。\n");
    private static readonly SearchValues<string> Instruments = Words("Instrument");
    private static readonly SearchValues<string> Faults = Words("Fault");

    public static bool IsOutOfOrder(Message message)
    {
        var text = message.Text.Text.AsSpan();
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(Breaks);
            var clause = end < 0 ? text : text[..end];
            if (clause.ContainsAny(Instruments) && clause.ContainsAny(Faults))
                return true;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }

    private static SearchValues<string> Words(string heading) =>
        SearchValues.Create(
            [.. DataFile.Sections("thermometers.txt").Where(w => w.Heading == heading).Select(w => NormalisedText.Word(w.Word.Replace('_', ' ')))],
            StringComparison.Ordinal);
}
