using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// Has the families asked who are missing. It claims only what it does: nobody is asked twice within a quarter of an hour, nor who
/// has no thermometer or has just said that they answer later; the message then says who was asked, and when.
/// </summary>
internal static class Nudging
{
    /// <summary>So long a family is left in peace after it was asked.</summary>
    public static readonly TimeSpan Peace = TimeSpan.FromMinutes(15);

    /// <summary>So long it holds that a family answers later.</summary>
    private static readonly TimeSpan LaterHolds = TimeSpan.FromMinutes(30);

    /// <summary>Asks one of each family, and marks in the list whom.</summary>
    public static void All(Turn turn, ButtonData data)
    {
        if (TeacherDesk.RoomOf(turn, data, Permission.Nudge) is not { } room) return;
        if (room.Quiet.Contains(room.Window.LocalTime(turn.Context.Now))) turn.Toast(turn.Phrases.NudgeNotNow, alert: true);
        else if (room.IsWaived) turn.Toast(turn.Phrases.NudgeWaived, alert: true);
        else Ask(turn, room);
    }

    private static void Ask(Turn turn, ClassRoster room)
    {
        var users = Users(turn, room);
        if (users.Count == 0)
        {
            turn.Toast(turn.Phrases.NudgedNobody, alert: true);
            return;
        }

        turn.Add(new Effect.Nudge(users));
        turn.Toast(turn.Phrases.Nudged(users.Count));
        var ping = TeacherDesk.Ping(turn, room, users.ToHashSet());
        var keyboard = ping.Keyboard(turn.Phrases.Language).Then(SchoolDesk.Back(turn, Permission.SeeMissing, Verbs.Missing, room.Unit));
        turn.Add(new Effect.Edit(turn.Event.Chat.Id, turn.MessageId, ping.Text(turn.Phrases.Language), keyboard));
    }

    /// <summary>One user of each family that is to be asked: whoever answers for most of those who are missing.</summary>
    private static List<long> Users(Turn turn, ClassRoster room)
    {
        var now = turn.Context.Now;
        // Who is absent without a reason was told of already: the class teacher asks, not the bot.
        var families = TeacherDesk.Open(turn, room)
            .Where(student => TeacherDesk.StandingOf(turn, student) == Accounted.Missing)
            .Where(student => !turn.AnswerOf(student, student.Window.Day).NoThermometer)
            .Where(student => !room.SaidLater.TryGetValue(student.Person.Id, out var later) || later + LaterHolds <= now)
            .Select(student => room.Guardians.Where(guardian => guardian.PersonId == student.Person.Id).ToList())
            .Where(family => !family.Exists(guardian => guardian.AskedAt + Peace > now))
            .Select(family => family.Where(guardian => guardian.Reachable && guardian.UserId != turn.UserId).Select(guardian => guardian.UserId).ToList())
            .Where(family => family.Count > 0)
            .ToList();
        var users = new List<long>();
        while (families.Count > 0)
        {
            var chosen = families.SelectMany(family => family).GroupBy(user => user).MaxBy(user => user.Count())!.Key;
            users.Add(chosen);
            families.RemoveAll(family => family.Contains(chosen));
        }

        return users;
    }
}
