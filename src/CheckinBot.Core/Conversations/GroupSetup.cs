using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>How a group comes to a unit: being added, <c>/bind</c>, <c>/unbind</c>, <c>/tidy</c>, changed rights, becoming a supergroup.</summary>
internal static class GroupSetup
{
    public static IReadOnlyList<Effect> Added(ConversationEvent.BotAdded added, ConversationContext context)
    {
        var say = new Phrases(context.LanguageFor(added.From));
        var rights = new Effect.SetGroupRights(added.Chat.Id, added.Chat.Title, added.IsAdministrator, added.CanDelete);
        var text = added.IsAdministrator ? say.Hello : $"{say.Hello}\n\n{say.NeedsRights}";
        return [rights, Say(added, text)];
    }

    public static IReadOnlyList<Effect> RightsChanged(ConversationEvent.BotRightsChanged changed, ConversationContext context)
    {
        var say = new Phrases(context.Group?.Unit.Language ?? context.LanguageFor(changed.From));
        var rights = new Effect.SetGroupRights(changed.Chat.Id, changed.Chat.Title, changed.IsAdministrator, changed.CanDelete);
        var before = context.BotRights.IsAdministrator;
        if (before == changed.IsAdministrator) return [rights];
        return [rights, Say(changed, changed.IsAdministrator ? say.ThanksForRights : say.NeedsRights)];
    }

    /// <summary>A group from which the bot was removed belongs to nobody: whoever adds it again binds it again.</summary>
    public static IReadOnlyList<Effect> Removed(ConversationEvent.BotRemoved removed) => [new Effect.UnbindGroup(removed.Chat.Id)];

    public static IReadOnlyList<Effect> Migrated(ConversationEvent.GroupMigrated migrated) =>
        [new Effect.MigrateGroup(migrated.Chat.Id, migrated.NewChatId)];

    /// <summary><c>/bind</c>: the unit where the user holds a post that may bind; several are offered as buttons.</summary>
    public static IReadOnlyList<Effect> Bind(ConversationEvent.CommandReceived command, ConversationContext context)
    {
        var say = new Phrases(context.LanguageFor(command.From));
        if (command.Chat.Kind == ChatKind.Private) return [Say(command, say.BindInGroup)];
        var units = BindableUnits(context)
            .Where(unit => command.Arguments.Length == 0 || unit.Path.EndsWith(command.Arguments, StringComparison.Ordinal))
            .ToList();
        return units switch
        {
            [] => [Say(command, say.BindNotAllowed)],
            [var unit] => BindTo(command, unit, context),
            _ =>
            [
                new Effect.Send(new(command.Chat.Id, say.BindWhich)
                {
                    ThreadId = command.Chat.ThreadId,
                    ReplyTo = command.MessageId,
                    Keyboard = Keyboard.Column([.. units.Select(unit =>
                        new Button(unit.Path, ButtonData.Standing(Verbs.BindGroup, ButtonData.Number(unit.Id))))]),
                }),
            ],
        };
    }

    /// <summary>A unit was chosen. Whoever pressed must hold the post now.</summary>
    public static IReadOnlyList<Effect> BindChosen(ConversationEvent.ButtonPressed pressed, ButtonData data, ConversationContext context)
    {
        var say = new Phrases(context.LanguageFor(pressed.From));
        var unit = BindableUnits(context).FirstOrDefault(unit => unit.Id == data.NumberAt(0));
        return unit is null
            ? [new Effect.AnswerButton(pressed.CallbackId, say.BindNotAllowed, Alert: true)]
            : [new Effect.AnswerButton(pressed.CallbackId), new Effect.RemoveButtons(pressed.Chat.Id, pressed.MessageId), .. BindTo(pressed, unit, context)];
    }

    public static IReadOnlyList<Effect> Unbind(ConversationEvent.CommandReceived command, ConversationContext context)
    {
        var say = new Phrases(context.LanguageFor(command.From));
        if (context.Group is not { } group) return [Say(command, say.NotBound)];
        return Authority.May(context, Permission.BindGroup, group.Unit)
            ? [new Effect.UnbindGroup(command.Chat.Id), Say(command, say.Unbound)]
            : [Say(command, say.BindNotAllowed)];
    }

    /// <summary><c>/tidy on</c> or <c>/tidy off</c>.</summary>
    public static IReadOnlyList<Effect> Tidy(ConversationEvent.CommandReceived command, ConversationContext context)
    {
        var say = new Phrases(context.LanguageFor(command.From));
        if (context.Group is not { } group) return [Say(command, say.NotBound)];
        if (!Authority.May(context, Permission.BindGroup, group.Unit)) return [Say(command, say.BindNotAllowed)];
        var on = !command.Arguments.Trim().Equals("off", StringComparison.OrdinalIgnoreCase);
        if (on && !context.BotRights.CanDelete) return [Say(command, say.TidyNeedsRight)];
        return [new Effect.SetTidy(command.Chat.Id, on), Say(command, on ? say.TidyOn : say.TidyOff)];
    }

    private static List<Effect> BindTo(ConversationEvent @event, Unit unit, ConversationContext context)
    {
        var say = new Phrases(unit.Language ?? context.LanguageFor(@event.From));
        var group = context.Group;
        var administrator = context.BotRights.IsAdministrator;
        var text = unit.Kind == UnitKind.Class ? say.Bound(unit.ShortName) : say.BoundAbove(unit.ShortName);
        if (unit.Kind == UnitKind.Class && !administrator) text = $"{text}\n\n{say.NeedsRights}";
        var effects = new List<Effect>
        {
            new Effect.BindGroup(@event.Chat.Id, @event.Chat.Title, unit.Id, @event.From.UserId, administrator, context.BotRights.CanDelete),
            Say(@event, text),
        };
        if (unit.Kind == UnitKind.Class && group?.Unit.Id != unit.Id) effects.Add(new Effect.RefreshCard(unit.Id));
        return effects;
    }

    private static IEnumerable<Unit> BindableUnits(ConversationContext context) => context.Posts
        .Where(post => Permissions.Allows(post.Role, Permission.BindGroup, Relation.AtUnit))
        .Select(post => post.Unit)
        .DistinctBy(unit => unit.Id);

    private static Effect.Send Say(ConversationEvent @event, string text) => new(new(@event.Chat.Id, text)
    {
        ThreadId = @event.Chat.ThreadId,
        ReplyTo = @event is ConversationEvent.CommandReceived command ? command.MessageId : null,
    });
}
