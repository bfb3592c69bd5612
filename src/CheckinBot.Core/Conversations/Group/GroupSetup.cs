using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Ties a group to a unit: being added, <c>/bind</c>, <c>/unbind</c>, <c>/tidy</c>, changed rights.</summary>
internal static class GroupSetup
{
    public static void Added(Turn turn, ConversationEvent.BotAdded added)
    {
        turn.Add(new Effect.SetGroupRights(added.Chat.Id, added.Chat.Title, added.IsAdministrator, added.CanDelete));
        // A group that became a supergroup keeps its binding, and the bot is added to the new one by Telegram itself.
        if (turn.Context.Group is not null) return;
        turn.SendTo(added.IsAdministrator ? turn.Phrases.Hello : $"{turn.Phrases.Hello}\n\n{turn.Phrases.NeedsRights}");
    }

    public static void RightsChanged(Turn turn, ConversationEvent.BotRightsChanged changed)
    {
        turn.Add(new Effect.SetGroupRights(changed.Chat.Id, changed.Chat.Title, changed.IsAdministrator, changed.CanDelete));
        if (turn.Context.BotRights.IsAdministrator == changed.IsAdministrator) return;
        turn.SendTo(changed.IsAdministrator ? turn.Phrases.ThanksForRights : turn.Phrases.NeedsRights);
        if (changed.IsAdministrator && turn.Context.Group?.Unit.Kind == UnitKind.Class) Prove(turn);
    }

    /// <summary>
    /// <c>/bind [UNIT]</c>: the unit where the user holds a post that may bind, or one below it that is named; several are
    /// offered as buttons.
    /// </summary>
    public static void Bind(Turn turn, ConversationEvent.CommandReceived command)
    {
        var wanted = command.Arguments.Trim();
        var units = BindableUnits(turn.Context).Where(unit => unit.Path.EndsWith(wanted, StringComparison.Ordinal)).ToList();
        if (units.Count == 0) turn.SendTo(turn.Phrases.BindNotAllowed);
        else if (units.Count == 1) BindTo(turn, units[0]);
        else turn.SendTo(turn.Phrases.BindWhich, Keyboard.Column([.. units.Select(unit =>
            new Button(unit.Path, ButtonData.Standing(Verbs.BindGroup, ButtonData.Number(unit.Id))))]));
    }

    /// <summary>Binds the unit that was chosen. Whoever pressed must hold the post now.</summary>
    public static void BindChosen(Turn turn, ConversationEvent.ButtonPressed pressed, ButtonData data)
    {
        var unit = BindableUnits(turn.Context).FirstOrDefault(unit => unit.Id == data.NumberAt(0));
        if (unit is null)
        {
            turn.Toast(turn.Phrases.BindNotAllowed, alert: true);
            return;
        }

        turn.Toast(null);
        turn.Add(new Effect.RemoveButtons(pressed.Chat.Id, pressed.MessageId));
        BindTo(turn, unit);
    }

    public static void Unbind(Turn turn, ConversationEvent.CommandReceived command)
    {
        if (BoundUnit(turn) is null) return;
        turn.Add(new Effect.UnbindGroup(turn.Event.Chat.Id));
        turn.SendTo(turn.Phrases.Unbound);
    }

    /// <summary><c>/tidy on</c> or <c>/tidy off</c>: messages that show a reading are removed once stored.</summary>
    public static void Tidy(Turn turn, ConversationEvent.CommandReceived command)
    {
        if (BoundUnit(turn) is null) return;
        var on = !command.Arguments.Trim().Equals("off", StringComparison.OrdinalIgnoreCase);
        if (on && !turn.Context.BotRights.CanDelete)
        {
            turn.SendTo(turn.Phrases.TidyNeedsRight);
            return;
        }

        turn.Add(new Effect.SetTidy(command.Chat.Id, on));
        turn.SendTo(on ? turn.Phrases.TidyOn : turn.Phrases.TidyOff);
    }

    private static void BindTo(Turn turn, Unit unit)
    {
        var (chat, rights) = (turn.Event.Chat, turn.Context.BotRights);
        if (turn.Context.Group is { Unit: var bound } && bound.Id != unit.Id && !Authority.May(turn.Context, Permission.BindGroup, bound))
        {
            Refuse(turn, bound);
            return;
        }

        if (unit.Language is { } language) turn.Speak(language);
        turn.Add(new Effect.BindGroup(chat.Id, chat.Title, unit.Id, turn.UserId, rights.IsAdministrator, rights.CanDelete));
        var isClass = unit.Kind == UnitKind.Class;
        var text = isClass ? turn.Phrases.Bound(unit.ShortName) : turn.Phrases.BoundAbove(unit.ShortName);
        turn.SendTo(isClass && !rights.IsAdministrator ? $"{text}\n\n{turn.Phrases.NeedsRights}" : text);
        if (isClass) turn.Add(new Effect.RefreshCard(unit.Id));
        if (isClass && rights.IsAdministrator) Prove(turn);
    }

    /// <summary>A group that belongs to a unit is not taken over by somebody of another one, and those of the unit learn who tried.</summary>
    private static void Refuse(Turn turn, Unit bound)
    {
        turn.SendTo(turn.Phrases.BindTaken(bound.ShortName));
        var role = bound.Kind.HoldsPeople() ? Role.ClassTeacher : bound.Kind == UnitKind.Area ? Role.Official : Role.SchoolOfficer;
        turn.Add(new Effect.NotifyStaff(bound.Id, role, new Notice.GroupClaimed(bound.ShortName, turn.Event.From.DisplayName))
        {
            Once = $"claimed/{turn.Event.Chat.Id}/{turn.UserId}/{turn.Context.Now:yyyy-MM-dd}",
        });
    }

    /// <summary>An administrator may show a message to one member at any time. This tries it with a text that anybody may see.</summary>
    private static void Prove(Turn turn) =>
        turn.Add(new Effect.Send(GroupCard.Proof(turn.Event.Chat.Id, turn.UserId, turn.Phrases.Language)));

    /// <summary>The group's unit, where the user may decide about its group; otherwise says why not.</summary>
    private static Unit? BoundUnit(Turn turn)
    {
        var unit = turn.Context.Group?.Unit;
        if (unit is null) turn.SendTo(turn.Phrases.NotBound);
        else if (Authority.May(turn.Context, Permission.BindGroup, unit)) return unit;
        else turn.SendTo(turn.Phrases.BindNotAllowed);
        return null;
    }

    private static IEnumerable<Unit> BindableUnits(ConversationContext context) =>
        context.Bindable.Where(unit => Authority.May(context, Permission.BindGroup, unit));
}
