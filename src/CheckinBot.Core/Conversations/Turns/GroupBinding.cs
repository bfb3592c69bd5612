using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What the bot knows of a group.</summary>
/// <param name="ChatId">The group.</param>
/// <param name="Unit">The unit whose group it is.</param>
public sealed record GroupBinding(long ChatId, Unit Unit)
{
    /// <summary>Messages that show a reading are removed once stored; the class's own choice.</summary>
    public bool Tidy { get; init; }

    /// <summary>The message answers a card of today.</summary>
    public bool RepliesToCard { get; init; }
}

/// <summary>What the bot may do in a group.</summary>
/// <param name="IsAdministrator">It is an administrator and sees every message.</param>
/// <param name="CanDelete">It may delete messages.</param>
public sealed record BotRights(bool IsAdministrator, bool CanDelete);
