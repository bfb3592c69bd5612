namespace Telegram.Bot.Serialization;

/// <summary>A file id or address as text; new content as <c>attach://0</c>, with the stream put aside for the body's part 0.</summary>
public sealed class InputFileConverter : JsonConverter<InputFile>
{
    // Serialisation of a request is synchronous, so what it collects belongs to its thread.
    [ThreadStatic]
    private static List<InputFileStream>? collected;

    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromString(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case InputFileId file:
                writer.WriteStringValue(file.Id);
                break;
            case InputFileUrl file:
                writer.WriteStringValue(file.Url.AbsoluteUri);
                break;
            case InputFileStream file when collected is { } files:
                writer.WriteStringValue($"attach://{files.Count.ToString(CultureInfo.InvariantCulture)}");
                files.Add(file);
                break;
            default:
                throw new JsonException("New content can be sent only by a call that takes files");
        }
    }

    /// <summary>Runs a serialisation, and gives its result with the streams that it met.</summary>
    internal static (T Result, List<InputFileStream> Files) Collect<T>(Func<T> serialize)
    {
        var files = collected = [];
        try
        {
            return (serialize(), files);
        }
        finally
        {
            collected = null;
        }
    }
}
