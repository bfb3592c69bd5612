namespace Telegram.Bot.Serialization;

/// <summary>
/// Enumerations as the Bot API writes them, in snake_case. A name that is not known becomes 0, so that a new kind of chat or
/// entity does not make a message unreadable.
/// </summary>
public sealed class EnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (TEnum Value, JsonEncodedText Name)[] Names = Enum.GetValues<TEnum>()
        .Select(value => (value, JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()))))
        .ToArray();

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"{typeof(TEnum).Name} must be text");
        foreach (var (value, name) in Names)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
                return value;
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        foreach (var (known, name) in Names)
        {
            if (EqualityComparer<TEnum>.Default.Equals(known, value))
            {
                writer.WriteStringValue(name);
                return;
            }
        }

        writer.WriteStringValue("unknown");
    }
}
