using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Files.Forms;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>Reads the facts that an event needs, and no others.</summary>
internal sealed class ContextLoader(
    UnitRulesLoader rules,
    FamilyContext families,
    ClassContext classes,
    StaffContext staff,
    FormCatalog forms,
    PrivateInGroup privateInGroup,
    BotIdentity bot,
    TimeProvider time)
{
    public async ValueTask<ConversationContext> Load(
        DbSession session, Conversation conversation, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var needs = ContextNeed.For(conversation, @event);
        var now = time.GetUtcNow();
        var about = ContextNeed.About(conversation, @event, now);
        var userId = @event.From.UserId;
        var account = await new AccountStore(session).Find(userId, cancellationToken);
        var links = await new LinkStore(session).OfUser(userId, cancellationToken);
        IReadOnlyList<CheckIn> edited = needs.HasFlag(ContextNeeds.EditedCheckIns) && MessageOf(@event) is { } messageId
            ? await new CheckInStore(session).RevisionsOfMessage(@event.Chat.Id, messageId, cancellationToken)
            : [];
        if (edited.Count > 0) about = new DaySlot(edited[0].Day, edited[0].Slot);
        // What was sent while the bot was away belongs to the day on which it was sent.
        var own = await families.Own(session, userId, links, @event.SaidAt ?? now, about, needs.HasFlag(ContextNeeds.History), cancellationToken);
        var context = new ConversationContext
        {
            Now = now,
            BotUserName = bot.UserName,
            ChosenLanguage = account?.Language,
            SeenLanguage = account?.SeenLanguage,
            IsReachable = account?.Reachable ?? true,
            Own = own,
            EditedRevisions = edited,
            Posts = links.Any(link => link.Kind == LinkKind.Self) ? await new PersonStore(session).PostsOfUser(userId, cancellationToken) : [],
        };
        var held = own.Count > 0 ? await rules.For(session, own[0].Unit.Id, cancellationToken) : null;
        if (held is not null) context = context with { DefaultLanguage = held.Language };
        context = context with
        {
            Crisis = HelpOf(held?.Settings ?? rules.Configured),
            RetentionDays = (held?.Settings ?? rules.Configured).Privacy.RetentionDays,
        };
        if (needs.HasFlag(ContextNeeds.Classmates)) context = context with { Classmates = await families.Classmates(session, links, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Invitation)) context = await families.WithInvitation(session, context, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Group)) context = await WithGroup(session, context, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.PressedUnit) && NumberOf(@event) is { } unitId)
            context = await WithPressedUnit(session, context, unitId, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Classes)) context = await classes.With(session, context, conversation, @event, about, cancellationToken);
        if (@event is ConversationEvent.CommandReceived or ConversationEvent.ButtonPressed && @event.Chat.Kind == ChatKind.Private)
            context = await ClassStanding.With(session, context, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Hearsay)) context = await ClassStanding.WithHeard(session, context, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Asked)) context = context with { AskedAt = await new AskedStore(session).Of(userId, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Alert)) context = context with { Alert = await PressedAlert(session, @event, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Waiver)) context = context with { Waivable = await Waivable(session, @event, now, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Settings)) context = await staff.WithSettings(session, context, conversation, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Looks)) context = await staff.WithLooks(session, context, conversation, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.HelpAsked)) context = await staff.WithHelpAsked(session, context, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Cases)) context = await staff.WithCases(session, context, conversation, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Diagnosed)) context = await FamilyContext.WithDiagnosed(session, context, cancellationToken);
        if (needs.HasFlag(ContextNeeds.SchoolClasses)) context = await StaffContext.WithSchoolClasses(session, context, @event, cancellationToken);
        return context;
    }

    private static CrisisHelp HelpOf(UnitSettings settings) => new(settings.Unit.CrisisLines, EmergencyNumbers.Of(settings.SchoolDay.TimeZone.Id));

    private async ValueTask<PressedAlert?> PressedAlert(DbSession session, ConversationEvent @event, CancellationToken cancellationToken)
    {
        if (NumberOf(@event) is not { } id || await new FiringStore(session).Find(id, cancellationToken) is not { } firing) return null;
        return await new UnitStore(session).Find(firing.Place.UnitId, cancellationToken) is { } unit
            ? new PressedAlert(firing, unit, (await rules.For(session, unit.Id, cancellationToken)).Schedule.TimeZone)
            : null;
    }

    private async ValueTask<Waivable?> Waivable(DbSession session, ConversationEvent @event, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (NumberOf(@event) is not { } id || await new UnitStore(session).Find(id, cancellationToken) is not { } unit) return null;
        var window = (await rules.For(session, unit.Id, cancellationToken)).Schedule.WindowAt(now);
        var waiver = await new WaiverStore(session).Of(unit.Id, window.Day, cancellationToken);
        return new Waivable(unit, window, waiver?.UnitId == unit.Id ? waiver : null);
    }

    private static long? NumberOf(ConversationEvent @event) =>
        @event is ConversationEvent.ButtonPressed pressed ? ButtonData.Parse(pressed.Data)?.NumberAt(0) : null;

    private async ValueTask<ConversationContext> WithPressedUnit(
        DbSession session, ConversationContext context, long unitId, CancellationToken cancellationToken) =>
        await new UnitStore(session).Find(unitId, cancellationToken) is { } unit
            ? context with { PressedUnit = unit, Forms = forms.OfferedIn(await rules.For(session, unitId, cancellationToken)) }
            : context;

    private async ValueTask<ConversationContext> WithGroup(
        DbSession session, ConversationContext context, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var groups = new GroupStore(session);
        context = context with
        {
            BotRights = await groups.RightsIn(@event.Chat.Id, cancellationToken),
            Bindable = await ClassContext.Bindable(session, context.Posts, @event, cancellationToken),
        };
        if (await groups.Find(@event.Chat.Id, cancellationToken) is not { } group) return context;
        var held = await rules.For(session, group.Unit.Id, cancellationToken);
        return context with
        {
            Group = group with { RepliesToCard = await RepliesToCard(session, @event, held.Schedule.DayOf(context.Now), cancellationToken) },
            DefaultLanguage = held.Language,
            // As long as that is unknown, a button on a card means that it worked when the card was made. It is proven anew before anything private is sent.
            CanSendEphemeral = privateInGroup.Works != false,
        };
    }

    private static async ValueTask<bool> RepliesToCard(DbSession session, ConversationEvent @event, DateOnly today, CancellationToken cancellationToken)
    {
        var original = @event switch
        {
            ConversationEvent.TextReceived { ReplyTo: { FromThisBot: true } reply } => reply.MessageId,
            ConversationEvent.CommandReceived { ReplyTo: { FromThisBot: true } reply } => reply.MessageId,
            _ => (int?)null,
        };
        return original is { } messageId
            && await new CardStore(session).FindByMessage(@event.Chat.Id, messageId, cancellationToken) is { } card
            && card.Day == today;
    }

    private static int? MessageOf(ConversationEvent @event) => @event is ConversationEvent.TextEdited edited ? edited.MessageId : null;
}
