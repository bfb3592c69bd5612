using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Answers <c>/help</c> and every command that does not exist.</summary>
internal static class Helping
{
    private static readonly string[] OfEverybody = ["language", "me"];

    private static readonly string[] OfReporters = ["status", "undo"];

    /// <summary>What those who answer for a whole school or an area use most.</summary>
    private static readonly string[] FirstAbove = ["digest", "cases", "missing"];

    /// <summary>Says what the user may do here, what they do most often first.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var posts = turn.Context.Posts;
        // Somebody to whom a later roster gave a post finds its commands in the menu from now on.
        if (posts.Count > 0) turn.OfferCommands(posts.Select(post => post.Role));
        turn.Say(Text(turn));
    }

    /// <summary>The help of this user: staff find the commands of their posts first, a family how to report.</summary>
    public static string Text(Turn turn)
    {
        var roles = turn.Context.Posts.Select(post => post.Role).ToList();
        var staff = CommandTable.All.Where(entry => entry.May is { } permission && roles.Exists(role => Permissions.Allows(role, permission, Relation.AtUnit)))
            .Select(entry => entry.Name);
        if (turn.Context.Posts.Any(post => !post.Unit.Kind.HoldsPeople()))
            staff = staff.OrderBy(name => Array.IndexOf(FirstAbove, name) is >= 0 and var place ? place : FirstAbove.Length);
        var reports = turn.Context.Own.Any(own => own.Person.Role.IsExpectedToCheckIn());
        List<string> lines = [.. Lines(turn, staff)];
        if (reports) lines.Add(turn.Phrases.HowToReport);
        lines.AddRange(Lines(turn, reports ? [.. OfReporters, .. OfEverybody] : OfEverybody));
        return string.Join('\n', lines);
    }

    /// <summary>Says that a group is bound in the group itself.</summary>
    public static void BindInGroup(Turn turn, ConversationEvent.CommandReceived command) => turn.Say(turn.Phrases.BindInGroup);

    private static IEnumerable<string> Lines(Turn turn, IEnumerable<string> commands) =>
        commands.Select(name => $"/{name} {turn.Phrases.CommandDescription(name)}");
}
