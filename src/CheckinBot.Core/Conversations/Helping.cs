using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>Answers <c>/help</c> and every command that does not exist, by the table of commands.</summary>
internal static class Helping
{
    /// <summary>Says what the user may do here, what they do most often first: staff find the commands of their posts, a family how to report.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var posts = turn.Context.Posts;
        // Somebody to whom a later roster gave a post finds its commands in the menu from now on.
        if (posts.Count > 0) turn.OfferCommands(posts.Select(post => post.Role));
        var staff = CommandTable.All.Where(
            entry => entry.May is { } permission && posts.Any(post => Permissions.Allows(post.Role, permission, Relation.AtUnit)));
        if (posts.Any(post => !post.Unit.Kind.HoldsPeople())) staff = staff.OrderBy(entry => entry.PlaceAbove);
        var reports = turn.Context.Own.Any(own => own.Person.Role.IsExpectedToCheckIn());
        List<string> lines = [.. Lines(turn, staff)];
        if (reports) lines.Add(turn.Phrases.HowToReport);
        lines.AddRange(Lines(turn, CommandTable.All.Where(entry => entry.Help == HelpFor.Everybody || (reports && entry.Help == HelpFor.WhoReports))));
        turn.Say(string.Join('\n', lines));
    }

    /// <summary>Says that a group is bound in the group itself.</summary>
    public static void BindInGroup(Turn turn, ConversationEvent.CommandReceived command) => turn.Say(turn.Phrases.BindInGroup);

    private static IEnumerable<string> Lines(Turn turn, IEnumerable<CommandEntry> commands) =>
        commands.Select(entry => $"/{entry.Name} {turn.Phrases.CommandDescription(entry.Name)}");
}
