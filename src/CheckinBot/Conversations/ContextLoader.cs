using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>Reads the facts that an event needs, and no others.</summary>
internal sealed class ContextLoader(UnitRulesLoader rules, BotIdentity bot, TimeProvider time)
{
    public async ValueTask<ConversationContext> Load(DbSession session, ConversationEvent @event, ContextNeeds needs, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var userId = @event.From.UserId;
        var account = await new AccountStore(session).Find(userId, cancellationToken);
        var links = await new LinkStore(session).OfUser(userId, cancellationToken);
        var own = await Subjects(session, userId, links, now, needs.HasFlag(ContextNeeds.History), cancellationToken);
        var context = new ConversationContext
        {
            Now = now,
            BotUserName = bot.UserName,
            ChosenLanguage = account?.Language,
            Own = own,
            Posts = links.Any(link => link.Kind == LinkKind.Self) ? await new PersonStore(session).PostsOfUser(userId, cancellationToken) : [],
        };
        if (own.Count > 0) context = context with { DefaultLanguage = (await rules.For(session, own[0].Unit.Id, cancellationToken)).Language };
        if (needs.HasFlag(ContextNeeds.Classmates)) context = context with { Classmates = await Classmates(session, links, cancellationToken) };
        if (needs.HasFlag(ContextNeeds.EditedCheckIns) && MessageOf(@event) is { } messageId)
            context = context with { EditedCheckIns = await new CheckInStore(session).OfMessage(@event.Chat.Id, messageId, cancellationToken) };
        return context;
    }

    private static int? MessageOf(ConversationEvent @event) => @event is ConversationEvent.TextEdited edited ? edited.MessageId : null;

    private async ValueTask<IReadOnlyList<Subject>> Subjects(
        DbSession session, long userId, IReadOnlyList<LinkedPerson> links, DateTimeOffset now, bool withHistory, CancellationToken cancellationToken)
    {
        if (links.Count == 0) return [];
        var subjects = new List<Subject>(links.Count);
        foreach (var link in links)
        {
            var held = await rules.For(session, link.Unit.Id, cancellationToken);
            subjects.Add(new Subject(link.Person, link.Unit, RelationOf(link.Kind), held.Schedule.WindowAt(now), held.Health)
            {
                Nicknames = link.Nickname is { } nickname ? [nickname] : [],
            });
        }

        var store = new CheckInStore(session);
        var answers = await store.OfLinked(userId, subjects.Min(s => s.Window.PreviousDay), subjects.Max(s => s.Window.Day), cancellationToken);
        for (var i = 0; i < subjects.Count; i++)
        {
            subjects[i] = WithAnswers(subjects[i], answers);
            if (withHistory) subjects[i] = subjects[i] with { History = await History(store, subjects[i], cancellationToken) };
        }

        return subjects;
    }

    private static Subject WithAnswers(Subject subject, IReadOnlyList<CheckIn> answers) => subject with
    {
        Current = AnswerOf(subject, subject.Window.Day, answers),
        Previous = AnswerOf(subject, subject.Window.PreviousDay, answers),
    };

    private static CheckIn? AnswerOf(Subject subject, DateOnly day, IReadOnlyList<CheckIn> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.PersonId == subject.Person.Id && answer.Day == day && answer.Slot == subject.Window.Slot) return answer;
        }

        return null;
    }

    private static async ValueTask<IReadOnlyList<CheckIn>> History(CheckInStore store, Subject subject, CancellationToken cancellationToken) =>
    [
        .. await store.History(subject.Person.Id, subject.Window.PreviousDay, subject.Window.Slot, cancellationToken),
        .. await store.History(subject.Person.Id, subject.Window.Day, subject.Window.Slot, cancellationToken),
    ];

    private static async ValueTask<IReadOnlyList<KnownName>> Classmates(DbSession session, IReadOnlyList<LinkedPerson> links, CancellationToken cancellationToken)
    {
        var own = links.Select(link => link.Person.Id).ToHashSet();
        var names = new List<KnownName>();
        foreach (var unitId in links.Where(link => link.Kind == LinkKind.Guardian).Select(link => link.Unit.Id).Distinct())
        {
            var people = await new PersonStore(session).Expected(unitId, cancellationToken);
            names.AddRange(people.Where(person => !own.Contains(person.Id)).Select(person => new KnownName(person.Id, person.Name, person.Number)));
        }

        return names;
    }

    private static Relation RelationOf(LinkKind kind) => kind == LinkKind.Self ? Relation.Self : Relation.Guardian;
}
