namespace CheckinBot.Simulator.Chats;

/// <summary>Something that happened in a chat, in order.</summary>
public abstract record WorldEvent(SimChat Chat)
{
    /// <summary>Counts up from 1 without gaps over the whole world.</summary>
    public long Sequence { get; internal init; }

    public sealed record MessageAdded(SimMessage Message) : WorldEvent(Message.Chat);

    /// <summary>Text, buttons or reactions changed.</summary>
    public sealed record MessageChanged(SimMessage Message, SimMessage Before) : WorldEvent(Message.Chat);

    public sealed record MessageDeleted(SimMessage Message) : WorldEvent(Message.Chat);

    /// <summary>A bot answered a tap; the text, if any, pops up for that person only.</summary>
    public sealed record TapAnswered(SimChat Where, SimUser Person, string? Text, bool Alert, string? Url) : WorldEvent(Where);

    /// <summary>"typing…" and the like.</summary>
    public sealed record ActionShown(SimChat Where, SimUser Bot, string Action) : WorldEvent(Where);

    /// <summary>Members, title, pinned message or blocking changed.</summary>
    public sealed record ChatChanged(SimChat Where) : WorldEvent(Where);

    /// <summary>Whether the person may know of it.</summary>
    public bool ConcernsPerson(long userId) => this switch
    {
        MessageAdded e => e.Message.IsVisibleTo(userId),
        MessageChanged e => e.Message.IsVisibleTo(userId),
        MessageDeleted e => e.Message.IsVisibleTo(userId),
        TapAnswered e => e.Person.Id == userId,
        _ => true,
    };
}
