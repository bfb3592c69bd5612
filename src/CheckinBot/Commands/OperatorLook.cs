using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Commands;

/// <summary>What the operator takes out at the command line is a look like any other.</summary>
internal static class OperatorLook
{
    /// <summary>Keeps that whoever runs the program saw these people's health.</summary>
    public static async Task Log(Database database, IReadOnlyList<long> personIds, LookReason reason, CancellationToken cancellation)
    {
        if (personIds.Count == 0) return;
        await using var session = await database.OpenWrite(cancellation);
        await new LookStore(session).Add(
            personIds, Looker.Operator(Environment.UserName), reason, LookVia.CommandLine, TimeProvider.System.GetUtcNow(), cancellation);
        await session.Commit(cancellation);
    }
}
