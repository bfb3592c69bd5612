using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;

namespace CheckinBot.Doctor;

/// <summary>Whether messages were given up of which nobody knows whether they arrived.</summary>
internal static class MessageCheck
{
    public static async Task<Finding> Run(Database database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var unread = await new OutboxStore(session).GivenUp(CallOutcome.Unreadable.Kept, cancellationToken);
        return unread == 0
            ? Finding.Ok("messages", "Telegram's answers can be read")
            : Finding.Fault(
                "messages",
                $"{unread} given up in the last days, since Telegram's answers to them could not be read; they may have arrived: "
                + "look what stands between here and Telegram:BaseUrl, and whether there is a newer version of this program");
    }
}
