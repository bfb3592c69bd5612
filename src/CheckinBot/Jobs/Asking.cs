using CheckinBot.Conversations;
using CheckinBot.Core.Conversations;
using CheckinBot.Storage;

namespace CheckinBot.Jobs;

/// <summary>
/// Asks families in private, one message a user however many children are missing: each user belongs to the first unit in
/// which one of theirs is, and is asked with it. Whom to ask is read beforehand; whether there is still something to ask is
/// decided by the conversation when it is asked.
/// </summary>
internal sealed class Asking(Database database, ConversationHandler conversations)
{
    /// <summary>The users to ask, by the unit with which they are asked.</summary>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="unitIds">Only those with somebody missing in one of these units.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ILookup<long, long>> UsersByUnit(DateOnly day, string slot, IReadOnlySet<long> unitIds, CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        return (await new MissingStore(session).UsersToAsk(day, slot, cancellation))
            .Where(user => unitIds.Contains(user.UnitId))
            .DistinctBy(user => user.UserId)
            .ToLookup(user => user.UnitId, user => user.UserId);
    }

    /// <summary>Puts the question to each, in the present transaction.</summary>
    public async ValueTask Ask(DbSession session, IEnumerable<long> userIds, ReminderKind kind)
    {
        foreach (var userId in userIds)
        {
            var reminded = new ConversationEvent.Reminded(kind) { Chat = new ChatRef(userId, ChatKind.Private), From = new Sender(userId, "") };
            await conversations.Handle(session, reminded, CancellationToken.None);
        }
    }
}
