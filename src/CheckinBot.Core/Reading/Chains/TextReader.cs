using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Reading.Verdicts;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>
/// Reads what people type into readings. Pure: the same text in the same context gives the same reading, in linear time.
/// </summary>
/// <example><c>TextReader.Read("36度5 没出门", context)</c> is a check-in of 36.5 °C without travel.</example>
public static class TextReader
{
    /// <summary>Telegram messages hold 4,096 characters (Bot API, Message.text); a text of many times that was typed by nobody.</summary>
    private const int LongestText = 16_384;

    /// <summary>Reads one text.</summary>
    /// <param name="text">As typed; may be anything.</param>
    /// <param name="context">Where it was typed, and by whom it may be about.</param>
    public static TextReading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        text = text.Trim();
        if (text.Length is 0 or > LongestText) return TextReading.NotCheckin;
        var known = KnownNames.Of(context);
        var own = Quotation.Strip(text);
        if (Chain.Looks(own, context.Setting)) return ChainReader.Read(own, context, known);
        return own.Length > ReadingContext.LongestMessage ? TextReading.NotCheckin : MessageReader.Read(Message.Of(own, context, known));
    }
}
