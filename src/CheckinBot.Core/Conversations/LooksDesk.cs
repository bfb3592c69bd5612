using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>A look at somebody's health, as an administrator or the family reads of it.</summary>
/// <param name="At">When, local to the unit.</param>
/// <param name="Who">The name of whoever looked; null for a user whose name is not known any more.</param>
/// <param name="ByOperator">Looked at the program's command line.</param>
/// <param name="Whom">The name of the person.</param>
/// <param name="UnitPath">The person's unit at that time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Via">By which way.</param>
public sealed record LookSeen(DateTimeOffset At, string? Who, bool ByOperator, string Whom, string UnitPath, LookReason Reason, LookVia Via);

/// <summary><c>/looks [FROM [TO]]</c>: who looked at whose health, for administrators. In private only.</summary>
internal static class LooksDesk
{
    private const int MostShown = 30;

    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = UnitChoice.Of(turn, Permission.SeeLooks);
        if (units.Count == 0) turn.Say(turn.Phrases.LooksNotForYou);
        else if (LooksRange.Parse(command.Arguments, DateOnly.FromDateTime(turn.Context.Now.UtcDateTime)) is null) turn.Say(turn.Phrases.LooksUsage);
        else if (units.Count > 1) UnitChoice.Ask(turn, units, command.Command, command.Arguments);
        else Show(turn, units[0]);
    }

    /// <summary>The line of <c>/me</c> that tells a family who has looked; null where nobody has.</summary>
    public static string? SeenBy(Turn turn)
    {
        var seen = turn.Context.Looks;
        if (seen.Count == 0) return null;
        var lines = seen.DistinctBy(look => (look.Who, look.Whom, DateOnly.FromDateTime(look.At.DateTime), look.Reason)).Take(MostShown)
            .Select(look => turn.Phrases.SeenByLine(Who(turn, look), look.Whom, DateOnly.FromDateTime(look.At.DateTime), look.Reason));
        return turn.Phrases.SeenBy(string.Join('\n', lines));
    }

    private static void Show(Turn turn, Unit unit)
    {
        var looks = turn.Context.Looks;
        if (looks.Count == 0)
        {
            turn.Say(turn.Phrases.NoLooks(unit.ShortName));
            return;
        }

        var lines = looks.Take(MostShown).Select(look => turn.Phrases.LookLine(
            DateOnly.FromDateTime(look.At.DateTime), TimeOnly.FromDateTime(look.At.DateTime), Who(turn, look), look.Whom, Below(unit, look.UnitPath), look.Reason, look.Via));
        var more = looks.Count > MostShown ? [turn.Phrases.MoreLooks(looks.Count - MostShown)] : Array.Empty<string>();
        turn.Say(string.Join('\n', [turn.Phrases.LooksOf(unit.ShortName), .. lines, .. more]));
    }

    private static string Who(Turn turn, LookSeen look) => look.ByOperator ? turn.Phrases.TheOperator : look.Who ?? turn.Phrases.SomebodyUnknown;

    private static string Below(Unit unit, string path) => path.StartsWith(unit.Path + "/", StringComparison.Ordinal) ? path[(unit.Path.Length + 1)..] : unit.Name;
}

/// <summary>The days of <c>/looks</c>.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record LooksRange(DateOnly From, DateOnly To)
{
    /// <summary>Without a day the last seven; with one, from it to today; null where they are no days.</summary>
    public static LooksRange? Parse(string arguments, DateOnly today)
    {
        var days = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).ToList();
        return days switch
        {
            [] => new(today.AddDays(-7), today),
            [{ } from] => new(from, from > today ? from : today),
            [{ } from, { } to] when from <= to => new(from, to),
            _ => null,
        };
    }
}
