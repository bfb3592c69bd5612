using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram;

/// <summary>
/// An update as it came. The package reads a batch as a whole and throws all of it away where one update has a shape that it does
/// not know; here each is read by itself, and one that cannot be read keeps its number and its JSON.
/// </summary>
/// <param name="Id">
/// Its number, by which it is confirmed. The package gives it 31 bits, the Bot API promises no limit. What has no number that could be
/// told to Telegram has a negative one, made of what it says.
/// </param>
/// <param name="Json">All of it, as Telegram sent it.</param>
[JsonConverter(typeof(ReceivedUpdateConverter))]
public sealed record ReceivedUpdate(long Id, JsonElement Json)
{
    private long? _content;

    /// <summary>What it says; null where it cannot be read.</summary>
    public Update? Update { get; init; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public Exception? Fault { get; init; }

    /// <summary>It can be confirmed by its number.</summary>
    public bool IsNumbered => Id >= 0;

    /// <summary>The JSON as text, to be kept. Bytes that are no UTF-8 are replaced, so that it can be stored in any case.</summary>
    public string Text => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(Json));

    /// <summary>
    /// A hash of what it says. Two of the same number and the same hash are one update that was delivered twice; a nickname or a title that was
    /// changed in between makes it no other one.
    /// </summary>
    public long Content => _content ??= HashOf(UpdateEssence.Of(Update) ?? Text);

    /// <summary>Reads JSON of any depth.</summary>
    public static ReceivedUpdate Of(JsonElement json)
    {
        if (NumberOf(json) is not { } id)
        {
            var hash = HashOf(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(json)));
            return new ReceivedUpdate(-1 - hash, json) { Fault = new FormatException("No update_id") };
        }

        try
        {
            return new ReceivedUpdate(id, json) { Update = json.Deserialize<Update>(BotClient.Json) };
        }
        catch (Exception fault)
        {
            return new ReceivedUpdate(id, json) { Fault = fault };
        }
    }

    private static long? NumberOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("update_id", out var number)
        && long.TryParse(JsonMarshal.GetRawUtf8Value(number).Trim((byte)'"'), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    // Never negative.
    private static long HashOf(string text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & long.MaxValue;
}

/// <summary>Reads the updates of an answer one by one.</summary>
internal sealed class ReceivedUpdateConverter : JsonConverter<ReceivedUpdate>
{
    public override ReceivedUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReceivedUpdate.Of(JsonElement.ParseValue(ref reader));

    public override bool HandleNull => true;

    public override void Write(Utf8JsonWriter writer, ReceivedUpdate value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
}
