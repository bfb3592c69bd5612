using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;

namespace CheckinBot.Commands;

/// <summary>Logs what the operator reads at the command line, like any other look at somebody's health.</summary>
internal static class OperatorLook
{
    /// <summary>Logs that whoever runs the program saw these people's health.</summary>
    public static async Task Log(Database database, IReadOnlyList<long> personIds, LookReason reason, CancellationToken cancellationToken)
    {
        if (personIds.Count == 0) return;
        await using var session = await database.OpenWrite(cancellationToken);
        await new LookStore(session).Add(
            personIds, Looker.Operator(Environment.UserName), reason, LookVia.CommandLine, TimeProvider.System.GetUtcNow(), cancellationToken);
        await session.Commit(cancellationToken);
    }
}
