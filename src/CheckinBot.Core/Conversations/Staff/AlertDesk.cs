using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>What staff do about rules that fired: take one on, and see the open cases. Only in private.</summary>
internal static class AlertDesk
{
    /// <summary>Takes an alert on, where nobody has yet.</summary>
    public static void Take(Turn turn, ButtonData data)
    {
        if (turn.Context.Alert is not { } alert)
        {
            turn.OutOfDate();
            return;
        }

        if (!Authority.May(turn.Context, Permission.AcknowledgeAlert, alert.Unit)) turn.Toast(turn.Phrases.AlertNotForYou, alert: true);
        else if (alert.Firing is { AcknowledgedAt: { } at, AcknowledgedName: { } name }) turn.Toast(turn.Phrases.AlertIsTaken(name, alert.Zone.TimeOf(at)));
        else if (alert.Firing.WithdrawnAt is not null) turn.Toast(turn.Phrases.AlertIsOver);
        else
        {
            turn.Add(new Effect.TakeAlert(alert.Firing.Id, NameOf(turn), Authority.ActingPerson(turn.Context)));
            turn.Toast(turn.Phrases.AlertIsYours);
        }
    }

    /// <summary><c>/cases</c>: the open cases of each unit for which the user may see them; to a counsellor those who asked for help.</summary>
    public static void Cases(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = turn.Context.Posts
            .Where(post => Permissions.Allows(post.Role, Permission.SeeCases, Relation.AtUnit))
            .Select(post => post.Unit.Id).Distinct().ToList();
        if (units.Count == 0) HelpDesk.List(turn, turn.Phrases.CasesNotForYou);
        else turn.Add(new Effect.ShowCases(turn.Event.Chat.Id, units, turn.Phrases.Language));
    }

    /// <summary>Lists some of the cases of the unit of the button.</summary>
    public static void CasesOf(Turn turn, ButtonData data)
    {
        if (turn.Context.PressedUnit is not { } unit || data.NumberAt(1) is not { } only || !Enum.IsDefined((CaseFilter)only)) turn.OutOfDate();
        else if (!Authority.May(turn.Context, Permission.SeeCases, unit)) turn.Toast(turn.Phrases.NotAllowed, alert: true);
        else
        {
            turn.Toast(null);
            turn.Add(new Effect.ShowCases(turn.Event.Chat.Id, [unit.Id], turn.Phrases.Language) { Only = (CaseFilter)only });
        }
    }

    /// <summary>The name of the user as the roster has it.</summary>
    public static string NameOf(Turn turn) =>
        turn.Context.Own.FirstOrDefault(own => own.Relation == Relation.Self)?.Person.Name
        ?? (turn.Event.From.DisplayName is { Length: > 0 } shown
            ? shown
            : turn.Phrases.RoleName(turn.Context.Posts is [var post, ..] ? post.Role : Role.Teacher));
}
