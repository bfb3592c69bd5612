namespace Telegram.Bot.Serialization;

/// <summary>UTC dates as seconds since 1970; 0, which Telegram uses for "none", is <c>default</c>.</summary>
public sealed class UnixDateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!reader.TryGetInt64(out var seconds) || seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            throw new JsonException("A date must be seconds since 1970");
        return seconds == 0 ? default : DateTime.UnixEpoch.AddSeconds(seconds);
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : (long)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);
}
