using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>A message that grows, as it stands.</summary>
public sealed record GrowingMessage
{
    /// <summary>The private chat.</summary>
    public long ChatId { get; init; }

    /// <summary>The matter, see <see cref="GrowingNotice"/>.</summary>
    public string Matter { get; init; } = "";

    /// <summary>The unit that it is about.</summary>
    public long UnitId { get; init; }

    /// <summary>What it says, part by part.</summary>
    public IReadOnlyList<GrownPart> Parts { get; init; } = [];

    /// <summary>How often it has grown.</summary>
    public int Growths { get; init; } = 1;

    /// <summary>How often it had grown when it was last sent or edited.</summary>
    public int Shown { get; init; } = 1;

    /// <summary>The message; null while it is on its way.</summary>
    public int? MessageId { get; init; }

    /// <summary>When it began (UTC), in whole seconds.</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>When it last grew (UTC).</summary>
    public DateTimeOffset GrownAt { get; init; }
}

/// <summary>Messages that grow by editing, one for each chat and matter.</summary>
public sealed class GrowingMessageStore(DbSession session)
{
    /// <summary>The message of a matter in a chat; null where there is none.</summary>
    public async Task<GrowingMessage?> Find(long chatId, string matter, CancellationToken cancellationToken)
    {
        const string Sql = """
            select chat_id, matter, unit_id, lines, message_id, shown, begun_at, grown_at from growing_message
            where chat_id = @chatId and matter = @matter
            """;
        return (await session.Query(Sql, new { chatId, matter }, Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Stores it as it stands; a new message of the same matter takes the place of an earlier one.</summary>
    public Task Put(GrowingMessage message, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into growing_message (chat_id, matter, unit_id, lines, message_id, shown, begun_at, grown_at)
            values (@ChatId, @Matter, @UnitId, @lines, @MessageId, @Shown, @BegunAt, @GrownAt)
            on conflict (chat_id, matter) do update set unit_id = excluded.unit_id, lines = excluded.lines, message_id = excluded.message_id,
                shown = excluded.shown, begun_at = excluded.begun_at, grown_at = excluded.grown_at
            """;
        var lines = JsonSerializer.Serialize(new GrownBody(message.Growths, message.Parts), GrownJson.Default.GrownBody);
        return session.Execute(
            Sql,
            new { message.ChatId, message.Matter, message.UnitId, lines, message.MessageId, message.Shown, message.BegunAt, message.GrownAt },
            cancellationToken);
    }

    private static GrowingMessage Read(IRow row)
    {
        var body = JsonSerializer.Deserialize(row.GetString(3), GrownJson.Default.GrownBody) ?? new GrownBody(0, []);
        return new GrowingMessage
        {
            ChatId = row.GetInt64(0),
            Matter = row.GetString(1),
            UnitId = row.GetInt64(2),
            Parts = body.Parts,
            Growths = body.Growths,
            MessageId = row.Int32OrNull(4),
            Shown = row.GetInt32(5),
            BegunAt = row.GetInstant(6),
            GrownAt = row.GetInstant(7),
        };
    }
}

/// <summary>The parts of a growing message as they are stored.</summary>
internal sealed record GrownBody(int Growths, IReadOnlyList<GrownPart> Parts);

[JsonSerializable(typeof(GrownBody))]
internal sealed partial class GrownJson : JsonSerializerContext;
