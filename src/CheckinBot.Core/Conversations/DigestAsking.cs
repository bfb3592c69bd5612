using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary><c>/digest [DATE]</c>: the numbers of each unit for which the user answers, as the scheduled message gives them.</summary>
internal static class DigestAsking
{
    /// <summary>In private: the digest of every unit at which the user holds a post that may see it.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = turn.Context.Posts
            .Where(post => Permissions.Allows(post.Role, Permission.SeeDigest, Relation.AtUnit))
            .Select(post => post.Unit).DistinctBy(unit => unit.Id).ToList();
        if (units.Count == 0) turn.Say(turn.Phrases.DigestNotForYou);
        else if (!TryDay(command.Arguments, out var day)) turn.Say(turn.Phrases.DigestDateUnclear);
        else foreach (var unit in units) turn.Add(new Effect.ShowDigest(turn.Event.Chat.Id, unit.Id, day, turn.Phrases.Language, InGroup: false));
    }

    /// <summary>In a unit's group: counts only, and only where somebody asks who may see them anyway.</summary>
    public static void InGroup(Turn turn, ConversationEvent.CommandReceived command)
    {
        if (turn.Context.Group is not { } group || !Authority.May(turn.Context, Permission.SeeDigest, group.Unit)) return;
        if (!TryDay(command.Arguments, out var day)) turn.SendTo(turn.Phrases.DigestDateUnclear);
        else turn.Add(new Effect.ShowDigest(turn.Event.Chat.Id, group.Unit.Id, day, turn.Context.DefaultLanguage, InGroup: true));
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
        return day is not null || text.Trim().Length == 0;
    }
}
