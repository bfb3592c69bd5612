using CheckinBot.Configuration;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Forms;
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
    UnitRulesLoader rules, StaffContext staff, ClassContext classes, BotIdentity bot, InvitationOptions invitations, PrivateInGroup privateInGroup, FormCatalog forms, Database database, TimeProvider time)
{
    private static readonly TimeSpan FailuresCountFor = TimeSpan.FromHours(1);

    private readonly ShortMemory<IReadOnlyList<KnownName>> _names = new(database, time);

    public async ValueTask<ConversationContext> Load(DbSession session, Conversation conversation, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var needs = ContextNeed.For(conversation, @event);
        var about = ContextNeed.About(conversation, @event);
        var now = time.GetUtcNow();
        var userId = @event.From.UserId;
        var account = await new AccountStore(session).Find(userId, cancellationToken);
        var links = await new LinkStore(session).OfUser(userId, cancellationToken);
        IReadOnlyList<CheckIn> edited = needs.HasFlag(ContextNeeds.EditedCheckIns) && MessageOf(@event) is { } messageId
            ? await new CheckInStore(session).OfMessage(@event.Chat.Id, messageId, cancellationToken)
            : [];
        if (edited.Count > 0) about = new DaySlot(edited[0].Day, edited[0].Slot);
        var own = await Subjects(session, userId, links, now, about, needs.HasFlag(ContextNeeds.History), cancellationToken);
        var context = new ConversationContext
        {
            Now = now,
            BotUserName = bot.UserName,
            MaxGuardians = invitations.MaxGuardians,
            ChosenLanguage = account?.Language,
            Own = own,
            EditedCheckIns = edited,
            Posts = links.Any(link => link.Kind == LinkKind.Self) ? await new PersonStore(session).PostsOfUser(userId, cancellationToken) : [],
        };
        if (own.Count > 0) context = context with { DefaultLanguage = (await rules.For(session, own[0].Unit.Id, cancellationToken)).Language };
        if (needs.HasFlag(ContextNeeds.Classmates)) context = context with { Classmates = await Classmates(session, links, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Invitation)) context = await WithInvitation(session, context, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Group)) context = await WithGroup(session, context, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.PressedUnit) && @event is ConversationEvent.ButtonPressed pressed && ButtonData.Parse(pressed.Data)?.NumberAt(0) is { } unitId)
            context = await WithPressedUnit(session, context, unitId, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Classes)) context = await classes.With(session, context, conversation, @event, about, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Alert)) context = context with { Alert = await PressedAlert(session, @event, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Waiver)) context = context with { Waivable = await Waivable(session, @event, now, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.Settings)) context = await staff.WithSettings(session, context, conversation, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Looks)) context = await staff.WithLooks(session, context, conversation, @event, cancellationToken);
        if (needs.HasFlag(ContextNeeds.Diagnosed)) context = await WithDiagnosed(session, context, cancellationToken);
        if (needs.HasFlag(ContextNeeds.SchoolClasses)) context = await StaffContext.WithSchoolClasses(session, context, @event, cancellationToken);
        return context;
    }

    // As far back as a child is followed after an illness or a journey.
    private static async ValueTask<ConversationContext> WithDiagnosed(DbSession session, ConversationContext context, CancellationToken cancellationToken)
    {
        var own = new List<Subject>();
        foreach (var subject in context.Own) own.Add(await With(subject));
        var classes = new List<ClassRoster>();
        foreach (var room in context.Classes)
        {
            var students = new List<Subject>();
            foreach (var student in room.Students) students.Add(await With(student));
            classes.Add(room with { Students = students });
        }

        return context with { Own = own, Classes = classes };

        async ValueTask<Subject> With(Subject subject) => subject with
        {
            Diagnosed = await new CheckInStore(session).Diagnosed(subject.Person.Id, subject.Window.Day.AddDays(-subject.Rules.MonitorDays), cancellationToken),
        };
    }

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

    private static async ValueTask<ConversationContext> WithInvitation(
        DbSession session, ConversationContext context, ConversationEvent @event, CancellationToken cancellationToken)
    {
        if (@event is not ConversationEvent.CommandReceived { Arguments: { Length: > 0 } code }) return context;
        var store = new InvitationStore(session);
        return context with
        {
            Invitation = await store.Find(code.Trim(), @event.From.UserId, cancellationToken),
            CodeFailures = await store.FailuresSince(@event.From.UserId, context.Now - FailuresCountFor, cancellationToken),
        };
    }

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
            // Where nobody knows yet, a card with the button is one that was made when it worked; sending proves it again first.
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

    private async ValueTask<IReadOnlyList<Subject>> Subjects(
        DbSession session, long userId, IReadOnlyList<LinkedPerson> links, DateTimeOffset now, DaySlot? about, bool withHistory, CancellationToken cancellationToken)
    {
        if (links.Count == 0) return [];
        var subjects = new List<Subject>(links.Count);
        foreach (var link in links)
        {
            var held = await rules.For(session, link.Unit.Id, cancellationToken);
            subjects.Add(new Subject(link.Person, link.Unit, RelationOf(link.Kind), held.Schedule.For(link.Person).WindowAt(now, about), held.Health)
            {
                Nicknames = link.Nicknames,
            });
        }

        var store = new CheckInStore(session);
        var answers = await store.OfLinked(userId, subjects.Min(s => s.Window.PreviousDay), subjects.Max(s => s.Window.Day), cancellationToken);
        for (var i = 0; i < subjects.Count; i++)
        {
            subjects[i] = WithAnswers(subjects[i], answers);
            if (withHistory) subjects[i] = subjects[i] with { History = await History(store, subjects[i], answers, cancellationToken) };
        }

        if (subjects.Exists(subject => subject.Unit.Id != subjects[0].Unit.Id) && !subjects.TrueForAll(subject => subject.IsDone))
        {
            var waivers = new WaiverStore(session);
            for (var i = 0; i < subjects.Count; i++)
                subjects[i] = subjects[i] with { IsWaived = await waivers.Of(subjects[i].Unit.Id, subjects[i].Window.Day, cancellationToken) is not null };
        }

        return Siblings.InOrder(subjects);
    }

    private static Subject WithAnswers(Subject subject, IReadOnlyList<CheckIn> answers) => subject with
    {
        Current = AnswerOf(subject, subject.Window.Day, answers),
        Previous = AnswerOf(subject, subject.Window.PreviousDay, answers),
        Earlier = EarlierOf(subject, answers),
    };

    private static CheckIn? EarlierOf(Subject subject, IReadOnlyList<CheckIn> answers)
    {
        CheckIn? last = null;
        foreach (var answer in answers)
        {
            if (answer.PersonId == subject.Person.Id && answer.Day == subject.Window.Day && answer.Slot != subject.Window.Slot
                && answer.Answer.Status != CheckInStatus.Missing && (last is null || answer.ReportedAt > last.ReportedAt))
            {
                last = answer;
            }
        }

        return last;
    }

    private static CheckIn? AnswerOf(Subject subject, DateOnly day, IReadOnlyList<CheckIn> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.PersonId == subject.Person.Id && answer.Day == day && answer.Slot == subject.Window.Slot) return answer;
        }

        return null;
    }

    private static async ValueTask<IReadOnlyList<CheckIn>> History(
        CheckInStore store, Subject subject, IReadOnlyList<CheckIn> answers, CancellationToken cancellationToken)
    {
        var history = new List<CheckIn>();
        foreach (var answer in answers.Where(answer => answer.PersonId == subject.Person.Id))
            history.AddRange(await store.History(subject.Person.Id, answer.Day, answer.Slot, cancellationToken));
        return history;
    }

    private async ValueTask<IReadOnlyList<KnownName>> Classmates(DbSession session, IReadOnlyList<LinkedPerson> links, CancellationToken cancellationToken)
    {
        var names = new List<KnownName>();
        foreach (var unitId in links.Where(link => link.Kind == LinkKind.Guardian).Select(link => link.Unit.Id).Distinct())
        {
            foreach (var name in await NamesOf(session, unitId, cancellationToken))
            {
                if (!IsLinked(links, name.PersonId)) names.Add(name);
            }
        }

        return names;
    }

    private static bool IsLinked(IReadOnlyList<LinkedPerson> links, long personId)
    {
        for (var i = 0; i < links.Count; i++)
        {
            if (links[i].Person.Id == personId) return true;
        }

        return false;
    }

    private async ValueTask<IReadOnlyList<KnownName>> NamesOf(DbSession session, long unitId, CancellationToken cancellationToken) =>
        _names.Find(unitId)
        ?? _names.Keep(unitId, [.. (await new PersonStore(session).Expected(unitId, cancellationToken)).Select(person => new KnownName(person.Id, person.Name, person.Number))]);

    private static Relation RelationOf(LinkKind kind) => kind == LinkKind.Self ? Relation.Self : Relation.Guardian;
}
