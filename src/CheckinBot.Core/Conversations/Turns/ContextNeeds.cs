using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What has to be loaded before an event can be handled. Links, posts and current answers always are.</summary>
[Flags]
public enum ContextNeeds
{
    /// <summary>Links, posts, language, current answers of today and the day before.</summary>
    Basic = 0,

    /// <summary><see cref="ConversationContext.Classmates"/>.</summary>
    Classmates = 1 << 0,

    /// <summary><see cref="Subject.History"/> of the own people.</summary>
    History = 1 << 1,

    /// <summary><see cref="ConversationContext.Invitation"/> and <see cref="ConversationContext.CodeFailures"/>.</summary>
    Invitation = 1 << 2,

    /// <summary><see cref="ConversationContext.EditedCheckIns"/>.</summary>
    EditedCheckIns = 1 << 3,

    /// <summary><see cref="ConversationContext.Group"/>.</summary>
    Group = 1 << 4,

    /// <summary>
    /// <see cref="ConversationContext.Classes"/> and <see cref="ConversationContext.Below"/>. In private there is nothing
    /// to load for a user without a post.
    /// </summary>
    Classes = 1 << 5,

    /// <summary><see cref="Subject.History"/> of today for everybody in <see cref="ConversationContext.Classes"/>, for chains.</summary>
    ClassHistory = 1 << 6,

    /// <summary><see cref="ConversationContext.Alert"/> of the pressed button.</summary>
    Alert = 1 << 12,

    /// <summary><see cref="ConversationContext.Waivable"/> of the pressed button.</summary>
    Waiver = 1 << 13,

    /// <summary><see cref="ConversationContext.PressedUnit"/>.</summary>
    PressedUnit = 1 << 7,

    /// <summary><see cref="ConversationContext.Settings"/>.</summary>
    Settings = 1 << 14,

    /// <summary><see cref="ConversationContext.Looks"/>.</summary>
    Looks = 1 << 15,

    /// <summary><see cref="Subject.Diagnosed"/>, of the own people and of <see cref="ConversationContext.Classes"/>.</summary>
    Diagnosed = 1 << 9,

    /// <summary><see cref="Subject.Heard"/>, of the own people and of <see cref="ConversationContext.Classes"/>.</summary>
    Hearsay = 1 << 16,

    /// <summary><see cref="ConversationContext.AskedAt"/>.</summary>
    Asked = 1 << 17,

    /// <summary><see cref="ConversationContext.HelpAsked"/>.</summary>
    HelpAsked = 1 << 18,

    /// <summary><see cref="ConversationContext.Cases"/>.</summary>
    Cases = 1 << 19,

    /// <summary><see cref="ConversationContext.SchoolClasses"/>.</summary>
    SchoolClasses = 1 << 8,
}
