using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>Which message of a private chat shows the last question with its buttons.</summary>
public sealed class ShownQuestionStore(DbSession session)
{
    private static readonly HotStatement Upsert = new("""
        insert into shown_question (bot_id, chat_id, message_id, shown_at) values (@botId, @chatId, @messageId, @now)
        on conflict (bot_id, chat_id) do update set message_id = excluded.message_id, shown_at = excluded.shown_at
        """);

    private static readonly HotStatement Delete = new("delete from shown_question where bot_id = @botId and chat_id = @chatId returning message_id");

    /// <summary>A message shows the question that is open now.</summary>
    public async ValueTask Show(long botId, long chatId, int messageId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.Execute(Upsert, cancellationToken, botId, chatId, messageId, now);

    /// <summary>The question is settled: the message that showed it; null where none is known.</summary>
    public async ValueTask<int?> Settle(long botId, long chatId, CancellationToken cancellationToken) =>
        await session.Query(Delete, row => row.GetInt32(0), cancellationToken, botId, chatId) is [var messageId] ? messageId : null;

    /// <summary>Forgets questions that were shown before an instant.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken) =>
        session.Execute("delete from shown_question where shown_at < @instant", new { instant }, cancellationToken);
}
