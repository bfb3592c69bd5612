namespace CheckinBot.Core.Reading;

/// <summary>
/// Reads what people type into readings. Pure: the same text in the same context gives the same reading, in linear time.
/// </summary>
/// <example><c>TextReader.Read("36度5 没出门", context)</c> is a check-in of 36.5 °C without travel.</example>
public static class TextReader
{
    /// <summary>Reads one text.</summary>
    /// <param name="text">As typed; may be anything.</param>
    /// <param name="context">Where it was typed, and by whom it may be about.</param>
    public static TextReading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrWhiteSpace(text))
            return TextReading.NotCheckin;
        var known = KnownNames.Of(context);
        if (Chain.Looks(text, context.Setting))
            return ChainReader.Read(text, context, known);
        return MessageReader.Read(Message.Of(Quotation.Strip(text), context, known));
    }
}
