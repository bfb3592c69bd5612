using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Answers <c>/help</c> and every command that does not exist.</summary>
internal static class Helping
{
    /// <summary>Says what the user may do here.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var posts = turn.Context.Posts;
        var text = turn.Phrases.Help(turn.Context.Own.Count > 0, posts.Any(post => Permissions.Allows(post.Role, Permission.SeeMissing, Relation.AtUnit)));
        if (posts.Any(post => Permissions.Allows(post.Role, Permission.Transfer, Relation.AtUnit))) text += turn.Phrases.HelpWithTransfer;
        if (posts.Any(post => Permissions.Allows(post.Role, Permission.SettleSettings, Relation.AtUnit))) text += turn.Phrases.HelpForOfficers;
        // Somebody to whom a later roster gave a post finds its commands in the menu from now on.
        if (posts.Count > 0) turn.OfferCommands(posts.Select(post => post.Role));
        turn.Say(text);
    }

    /// <summary>Says that a group is bound in the group itself.</summary>
    public static void BindInGroup(Turn turn, ConversationEvent.CommandReceived command) => turn.Say(turn.Phrases.BindInGroup);
}
