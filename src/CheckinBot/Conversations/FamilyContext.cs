using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.LocalSettings;
using CheckinBot.Storage;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>Reads a user's own family: whom they answer for, what was told of each, and who may be meant by a name.</summary>
internal sealed class FamilyContext(UnitRulesLoader rules, InvitationOptions invitations, Database database)
{
    private static readonly TimeSpan FailuresCountFor = TimeSpan.FromHours(1);

    private readonly ShortMemory<IReadOnlyList<KnownName>> _names = new(database);

    /// <summary>The user and those for whom they answer, each with what is told of them.</summary>
    public async ValueTask<IReadOnlyList<Subject>> Own(
        DbSession session, long userId, IReadOnlyList<LinkedPerson> links, DateTimeOffset now,
        DaySlot? about, bool withHistory, CancellationToken cancellationToken)
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
        var illnesses = await new CaseFileStore(session).IllnessesOfLinked(userId, cancellationToken);
        for (var i = 0; i < subjects.Count; i++)
        {
            subjects[i] = WithAnswers(subjects[i], answers);
            if (illnesses.Count > 0) subjects[i] = subjects[i] with { Illness = illnesses.FirstOrDefault(file => file.Person.Id == subjects[i].Person.Id) };
            IReadOnlyList<CheckIn> told = withHistory ? [.. answers.Where(answer => answer.PersonId == subjects[i].Person.Id)]
                : subjects[i].Current is { Revision: > 1 } changed ? [changed] : [];
            if (told.Count > 0) subjects[i] = subjects[i] with { History = await History(store, told, cancellationToken) };
        }

        if (subjects.Exists(subject => subject.Unit.Id != subjects[0].Unit.Id) && !subjects.TrueForAll(subject => subject.IsDone))
        {
            var waivers = new WaiverStore(session);
            for (var i = 0; i < subjects.Count; i++)
                subjects[i] = subjects[i] with { IsWaived = await waivers.Of(subjects[i].Unit.Id, subjects[i].Window.Day, cancellationToken) is not null };
        }

        return Siblings.InOrder(subjects);
    }

    /// <summary>The names of the other pupils in the children's classes, by which a message about somebody else's child is recognised.</summary>
    public async ValueTask<IReadOnlyList<KnownName>> Classmates(DbSession session, IReadOnlyList<LinkedPerson> links, CancellationToken cancellationToken)
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

    /// <summary>The invitation whose code was sent, and how often the user sent a wrong one of late.</summary>
    public async ValueTask<ConversationContext> WithInvitation(
        DbSession session, ConversationContext context, ConversationEvent @event, CancellationToken cancellationToken)
    {
        if (ContextNeed.InvitationCode(@event) is not { } code) return context;
        var store = new InvitationStore(session);
        return context with
        {
            MaxGuardians = invitations.MaxGuardians,
            Invitation = await store.Find(code, @event.From.UserId, cancellationToken),
            CodeFailures = await store.FailuresSince(@event.From.UserId, context.Now - FailuresCountFor, cancellationToken),
        };
    }

    /// <summary>What was diagnosed, as far back as a child is followed after an illness or a journey.</summary>
    public static async ValueTask<ConversationContext> WithDiagnosed(DbSession session, ConversationContext context, CancellationToken cancellationToken)
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
            Diagnosed = await new CheckInStore(session).Diagnosed(
                subject.Person.Id, subject.Window.Day.AddDays(-subject.Rules.MonitorDays), cancellationToken),
        };
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
        CheckInStore store, IReadOnlyList<CheckIn> answers, CancellationToken cancellationToken)
    {
        var history = new List<CheckIn>();
        foreach (var answer in answers) history.AddRange(await store.History(answer.PersonId, answer.Day, answer.Slot, cancellationToken));
        return history;
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
        ?? _names.Keep(
            unitId,
            [.. (await new PersonStore(session).NamesOf(unitId, cancellationToken)).Select(one => new KnownName(one.PersonId, one.Name, one.Number))]);

    private static Relation RelationOf(LinkKind kind) => kind == LinkKind.Self ? Relation.Self : Relation.Guardian;
}
