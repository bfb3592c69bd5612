using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Jobs;

/// <summary>
/// Asks families in private: one message for each family, not for each child or guardian. Whom to ask is read beforehand;
/// the conversation decides, when its turn comes, whether there is still something to ask.
/// </summary>
internal sealed class Asking(Database database, ConversationHandler conversations)
{
    /// <summary>The users to ask, by the unit with which they are asked.</summary>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="unitIds">Only for somebody missing in one of these units.</param>
    /// <param name="turn">0 for the first time that day, then 1 …: where one guardian kept silent, the next one is asked.</param>
    /// <param name="withTravel">Also where only the answer about travel is owed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ILookup<long, long>> UsersByUnit(
        DateOnly day, string slot, IReadOnlySet<long> unitIds, int turn, bool withTravel, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var reporters = await new MissingStore(session).PossibleReporters(day, slot, withTravel, cancellationToken);
        // A family is asked on behalf of one of its units, never of one that is let off today while another is not.
        var waived = await new WaiverStore(session).On(day, cancellationToken);
        return Families.OneOfEach([.. reporters.Where(reporter => unitIds.Contains(reporter.UnitId) && !waived.ContainsKey(reporter.UnitId))], turn)
            .ToLookup(one => one.UnitId, one => one.UserId);
    }

    /// <summary>Puts the question to each, in the present transaction.</summary>
    public async ValueTask Ask(DbSession session, IEnumerable<long> userIds, ReminderKind kind, bool withTravel = false)
    {
        foreach (var userId in userIds)
        {
            var reminded = new ConversationEvent.Reminded(kind)
            {
                Chat = new ChatRef(userId, ChatKind.Private),
                From = new Sender(userId, ""),
                WithTravel = withTravel,
            };
            await conversations.Handle(session, reminded, CancellationToken.None);
        }
    }
}
