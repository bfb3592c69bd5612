using System.Text;

namespace Telegram.Bot.Serialization;

/// <summary>
/// Reads a family of types told apart by one text property, wherever in the object it stands, and writes the actual type.
/// An unknown kind is an error: <see cref="UpdateArray"/> keeps it from hiding other updates.
/// </summary>
public abstract class PolymorphicConverter<TBase>(string discriminator, Dictionary<string, Type> types) : JsonConverter<TBase>
    where TBase : class
{
    private readonly byte[] discriminator = Encoding.UTF8.GetBytes(discriminator);

    public override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kind = Kind(reader);
        if (kind is null || !types.TryGetValue(kind, out var type))
            throw new JsonException($"{typeof(TBase).Name} of an unknown kind");
        return (TBase?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type));
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    // The reader is a structure, so this copy looks ahead without moving the caller's.
    private string? Kind(Utf8JsonReader ahead)
    {
        if (ahead.TokenType != JsonTokenType.StartObject)
            return null;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(discriminator);
            ahead.Read();
            if (found)
                return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            ahead.Skip();
        }

        return null;
    }
}
