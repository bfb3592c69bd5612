using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>
/// Answers a message that speaks of self-harm or violence with the help lines of the region, and tells the school's
/// counsellor in confidence. What the message says is neither stored nor logged nor counted;
/// that somebody asked for help is, until a counsellor has talked with them.
/// </summary>
internal static class InDistress
{
    /// <summary>In a group, a longer text is a notice that somebody passes on.</summary>
    private const int LongestInGroup = 200;

    /// <summary>Answers in private; returns whether the message spoke of it.</summary>
    public static bool Answer(Turn turn, string text)
    {
        if (Distress.Read(text) is not (not DistressKind.None and var kind)) return false;
        turn.SendTo(Words(turn, kind));
        Tell(turn, kind, [.. turn.Context.Own.Select(subject => subject.Unit)]);
        return true;
    }

    /// <summary>Says nothing in the group: the answer goes to the writer alone, who can be written to once they are linked.</summary>
    public static void AnswerFromGroup(Turn turn, string text, Unit room)
    {
        if (text.Length > LongestInGroup || Distress.Read(text) is not (not DistressKind.None and var kind)) return;
        var own = turn.Context.Own.Select(subject => subject.Unit).ToList();
        if (own.Count > 0) turn.Add(new Effect.Send(new OutgoingMessage(turn.UserId, Words(turn, kind))));
        Tell(turn, kind, own.Count > 0 ? own : [room]);
    }

    private static string Words(Turn turn, DistressKind kind) =>
        turn.Phrases.HelpInDistress(kind, turn.Context.Crisis.Lines, turn.Context.Crisis.Emergency, turn.Context.Own.Count > 0, turn.Context.Posts.Count > 0);

    private static void Tell(Turn turn, DistressKind kind, List<Unit> units)
    {
        List<string> children = [.. turn.Context.Own.Where(subject => subject.Relation == Relation.Guardian).Select(child => child.Person.Name)];
        var names = turn.Phrases.List([.. units.Select(unit => unit.ShortName).Distinct()]);
        foreach (var unit in units.DistinctBy(unit => unit.Id))
        {
            turn.Add(new Effect.AskHelp(unit.Id, kind, turn.Event.From.DisplayName));
            turn.Add(new Effect.NotifyStaff(unit.Id, Role.Counsellor, new Notice.InDistress(kind, turn.Event.From.DisplayName, children, names))
            {
                // Somebody in distress may write many messages; one an hour is enough to call them back.
                Once = $"distress/{turn.UserId}/{turn.Context.Now.UtcDateTime:yyyyMMddHH}",
            });
        }
    }
}
