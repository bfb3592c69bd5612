namespace Telegram.Bot.Serialization;

/// <summary>Reads a batch of updates one by one, for when it cannot be read as a whole.</summary>
internal static class UpdateArray
{
    /// <summary>
    /// An update that cannot be read becomes one with nothing but its number: it can be confirmed and skipped, where an
    /// error would come back with the same batch for ever. Null where the answer is not a list of numbered updates at all.
    /// </summary>
    public static Update[]? ReadOneByOne(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var answer = JsonDocument.Parse(utf8);
            return answer.RootElement.GetProperty("ok").GetBoolean()
                ? answer.RootElement.GetProperty("result").EnumerateArray().Select(ReadOne).ToArray()
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Update ReadOne(JsonElement update)
    {
        try
        {
            return update.Deserialize((System.Text.Json.Serialization.Metadata.JsonTypeInfo<Update>)JsonBotAPI.Options.GetTypeInfo(typeof(Update)))!;
        }
        catch (JsonException)
        {
            return new Update { Id = update.GetProperty("update_id").GetInt32() };
        }
    }
}
