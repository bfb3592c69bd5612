using System.Globalization;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

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

    private static void Show(Turn turn, Unit unit)
    {
        var looks = turn.Context.Looks;
        if (looks.Count == 0)
        {
            turn.Say(turn.Phrases.NoLooks(unit.ShortName));
            return;
        }

        var lines = looks.Take(MostShown).Select(look => look.Line(turn.Phrases, Below(unit, look.UnitPath)));
        var more = looks.Count > MostShown ? [turn.Phrases.MoreLooks(looks.Count - MostShown)] : Array.Empty<string>();
        turn.Say(string.Join('\n', [turn.Phrases.LooksOf(unit.ShortName), .. lines, .. more]));
    }

    private static string Below(Unit unit, string path) => UnitNames.Below(unit.Path, path) ?? unit.Name;
}
