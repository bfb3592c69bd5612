using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Reading;

namespace CheckinBot.Tests.Conversations;

/// <summary>A school in memory that does what the host does: gives each event its context and applies the effects, as the store would.</summary>
internal sealed partial class School
{
    private readonly Dictionary<ConversationKey, (int Epoch, string? State, DateTimeOffset? ExpiresAt, string? Album)> _conversations = [];
    private readonly Dictionary<long, DateTimeOffset> _asked = [];
    private readonly Dictionary<long, DateTimeOffset> _later = [];
    private readonly Dictionary<long, (DateOnly Day, Hearsay Told)> _heard = [];
    private readonly Dictionary<(long User, long Person), string> _removed = [];
    private readonly Dictionary<long, int> _failures = [];
    private readonly Dictionary<long, Language> _languages = [];
    private DaySlot? _about;
    private DateTimeOffset _said;

    public static Unit Class { get; } = new(4, 3, "1班", "示范县/第一小学/三年级/1班", UnitKind.Class);

    public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 7, 35, 0, TimeSpan.FromHours(8));

    public WindowPhase Phase { get; set; } = WindowPhase.Open;

    /// <summary>The slots of the day; the window is then theirs, and <see cref="Phase"/> counts for nothing.</summary>
    public IReadOnlyList<SlotSchedule> Slots { get; set; } = [new()];

    public HealthRules Rules { get; set; } = HealthRules.Default with { HomeArea = ["示范县"] };

    public List<Person> People { get; } = [];

    public List<(long User, long Person, LinkKind Kind, string Name, DateTimeOffset At)> Links { get; } = [];

    public List<Post> Posts { get; } = [];

    /// <summary>The help lines that are configured.</summary>
    public List<string> CrisisLines { get; } = [];

    public List<Invitation> Invitations { get; } = [];

    public List<CheckIn> CheckIns { get; } = [];

    /// <summary>The one group of this school; the class's once bound.</summary>
    public GroupBinding? Group { get; set; }

    public BotRights Rights { get; set; } = new(false, false);

    public bool CanSendEphemeral { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Person AddPerson(string name, Role role = Role.Student)
    {
        var person = new Person(100 + People.Count, Room.Id, role, name, (People.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        People.Add(person);
        if (role != Role.Student) Posts.Add(new Post(person.Id, Room, role));
        return person;
    }

    public void Link(long user, string userName, Person person) =>
        Links.Add((user, person.Id, person.Role == Role.Student ? LinkKind.Guardian : LinkKind.Self, userName, Now.AddDays(-30)));

    public ConversationState StateOf(long user) =>
        _conversations.TryGetValue(Key(user, user), out var stored) ? ConversationStateJson.Read(stored.State) : ConversationState.Nothing;

    public CheckIn? Current(long person, DateOnly day, string slot = CheckInWindow.Morning) =>
        CheckIns.Where(one => one.PersonId == person && one.Day == day && one.Slot == slot).MaxBy(one => one.Revision);

    /// <summary>Handles an event and applies its effects; returns them.</summary>
    public IReadOnlyList<Effect> Handle(ConversationEvent @event)
    {
        var key = Key(@event.Chat.Id, @event.From.UserId);
        var conversation = _conversations.TryGetValue(key, out var stored)
            ? new Conversation(key, stored.Epoch, 1, ConversationStateJson.Read(stored.State), stored.ExpiresAt) { Album = stored.Album }
            : Conversation.New(key);
        var outcome = Conversation.Handle(conversation, @event, ContextFor(conversation, @event));
        var after = outcome.Conversation;
        _conversations[key] = (after.Epoch, ConversationStateJson.Write(after.State), after.ExpiresAt, after.Album);
        if (@event is ConversationEvent.Reminded && outcome.Effects.Any(effect => effect is Effect.Send)) _asked[@event.From.UserId] = Now;
        foreach (var effect in outcome.Effects) Apply(effect);
        return outcome.Effects;
    }

    public ConversationContext ContextFor(Conversation conversation, ConversationEvent @event)
    {
        var needs = ContextNeed.For(conversation, @event);
        IReadOnlyList<CheckIn> changed = @event is ConversationEvent.TextEdited edited
            ? [.. CheckIns.Where(one => CheckIns.Exists(made => made.MessageId == edited.MessageId && made.ChatId == @event.Chat.Id
                && (made.PersonId, made.Day, made.Slot) == (one.PersonId, one.Day, one.Slot)))]
            : [];
        _said = @event.SaidAt ?? Now;
        _about = changed.Count > 0 ? new DaySlot(changed[0].Day, changed[0].Slot) : ContextNeed.About(conversation, @event, Now);
        var user = @event.From.UserId;
        var own = Links.Where(link => link.User == user).OrderByDescending(link => link.Kind).Select(link => SubjectOf(
            People.Single(person => person.Id == link.Person), link.Kind == LinkKind.Self ? Relation.Self : Relation.Guardian, needs)).ToList();
        var posts = Posts.Where(post => own.Any(subject => subject.Relation == Relation.Self && subject.Person.Id == post.PersonId)).ToList();
        var code = ContextNeed.InvitationCode(@event);
        return new ConversationContext
        {
            Now = Now,
            BotUserName = "checkin_bot",
            AskedAt = _asked.TryGetValue(user, out var asked) ? asked : null,
            Crisis = new(CrisisLines, EmergencyNumbers.Of("Asia/Shanghai")),
            ChosenLanguage = _languages.TryGetValue(user, out var language) ? language : null,
            Own = own,
            Posts = posts,
            Classmates = [
                .. People.Where(person => person.Role == Role.Student && own.All(one => one.Person.Id != person.Id))
                .Select(person => new KnownName(person.Id, person.Name, person.Number))],
            Group = needs.HasFlag(ContextNeeds.Group) ? Group : null,
            BotRights = Rights,
            Bindable = [.. posts.Select(post => post.Unit).Concat([Class, OtherClass]).DistinctBy(unit => unit.Id)
                .Where(unit => posts.Exists(post => post.Unit == unit)
                    || @event is ConversationEvent.ButtonPressed or ConversationEvent.CommandReceived { Arguments.Length: > 0 })],
            CanSendEphemeral = CanSendEphemeral,
            Classes = !needs.HasFlag(ContextNeeds.Classes) ? []
                : @event.Chat.Kind == ChatKind.Group ? Group is null ? [] : [Roster(Class, needs)]
                : [.. ClassesFor(posts, conversation, @event).Select(unit => Roster(unit, needs))],
            Below = needs.HasFlag(ContextNeeds.Classes) ? BelowFor(posts, conversation, @event) : null,
            SchoolClasses = needs.HasFlag(ContextNeeds.SchoolClasses) ? Rooms : [],
            Settings = needs.HasFlag(ContextNeeds.Settings) ? SettingsOf(posts, conversation, @event) : null,
            Looks = needs.HasFlag(ContextNeeds.Looks) ? Looks : [],
            Invitation = Invitations.Where(one => one.Code == code).Select(one => one with
            {
                LinkedUserIds = [.. Links.Where(link => link.Person == one.Person.Id).Select(link => link.User)],
                UserWasRemoved = _removed.ContainsKey((user, one.Person.Id)),
            }).FirstOrDefault(),
            CodeFailures = _failures.GetValueOrDefault(user),
            EditedRevisions = changed,
        };
    }

    // The day of the event: a message that comes late belongs to the day in which it was sent.
    private DateOnly Said => DateOnly.FromDateTime(_said.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private ClassRoster Roster(Unit unit, ContextNeeds needs) =>
        new(unit, WindowOf(null),
            [.. People.Where(person => person.Role == Role.Student && person.UnitId == unit.Id).Select(person => SubjectOf(person, Relation.AtUnit, needs))])
        {
            Guardians = [.. Links.Where(link => link.Kind == LinkKind.Guardian).Select(link => new Guardian(link.User, link.Person, link.Name, link.At)
            {
                AskedAt = _asked.TryGetValue(link.User, out var asked) ? asked : null,
            })],
            Removed = [.. _removed.Select(one => new Guardian(one.Key.User, one.Key.Person, one.Value, Now))],
            SaidLater = _later,
        };

    private CheckInWindow WindowOf(Person? person) =>
        Slots.Count > 1 ? WindowIn(person) : new(Said, CheckInWindow.Morning, Phase, Said.AddDays(-1), TimeSpan.FromHours(8))
        {
            NextReminder = new TimeOnly(8, 15) is var next && next > TimeOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).DateTime) ? next : null,
            ClosesAt = new DateTimeOffset(Said.ToDateTime(new TimeOnly(23, 59)), TimeSpan.FromHours(8)),
        };

    private CheckInWindow WindowIn(Person? person)
    {
        var schedule = new SchoolDaySchedule { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Slots = Slots };
        return (person is null ? schedule : schedule.For(person)).WindowAt(_said, _about);
    }

    private Subject SubjectOf(Person person, Relation relation, ContextNeeds needs) =>
        new(person, person.UnitId == OtherClass.Id ? OtherClass : Class, relation, WindowOf(person), Rules)
        {
            Current = Current(person.Id, Said, WindowOf(person).Slot),
            Heard = _heard.TryGetValue(person.Id, out var heard) && heard.Day == Said ? heard.Told : null,
            Previous = Current(person.Id, Said.AddDays(-1), WindowOf(person).Slot),
            Earlier = CheckIns.Where(one => one.PersonId == person.Id && one.Day == Said && one.Slot != WindowOf(person).Slot).MaxBy(one => one.ReportedAt),
            History = needs.HasFlag(relation == Relation.AtUnit ? ContextNeeds.ClassHistory : ContextNeeds.History)
                ? [.. CheckIns.Where(one => one.PersonId == person.Id)]
                : relation == Relation.AtUnit ? []
                : [.. CheckIns.Where(one => one.PersonId == person.Id && one.Day == Said && one.Slot == WindowOf(person).Slot)],
            Diagnosed = needs.HasFlag(ContextNeeds.Diagnosed)
                ? [.. CheckIns.Where(one => one.PersonId == person.Id && one.Answer.Diseases != Diseases.None && one == Current(person.Id, one.Day, one.Slot))]
                : [],
        };

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Effect.Record(var draft):
                var revision = (Current(draft.PersonId, draft.Day, draft.Slot)?.Revision ?? 0) + 1;
                CheckIns.Add(new CheckIn(draft.PersonId, draft.Day, draft.Slot, revision, draft.Answer, draft.Source, draft.ReporterUserId, draft.ReportedAt)
                {
                    ChatId = draft.ChatId,
                    MessageId = draft.MessageId,
                    ToldAt = draft.ToldAt,
                    ToldHash = draft.ToldHash,
                    ReporterPersonId = draft.ReporterPersonId,
                });
                break;
            case Effect.ChangeSetting change:
                Change(change);
                break;
            case Effect.Transfer move:
                var moved = People.FindIndex(person => person.Id == move.PersonId && person.UnitId == move.FromUnitId);
                People[moved] = People[moved] with { UnitId = move.ToUnitId };
                break;
            case Effect.Link link:
                Links.Add((link.UserId, link.PersonId, link.Kind, link.DisplayName, Now));
                break;
            case Effect.Unlink unlink:
                if (unlink.Reason == UnlinkReason.Removed)
                    _removed[(unlink.UserId, unlink.PersonId)] = Links.First(link => link.User == unlink.UserId && link.Person == unlink.PersonId).Name;
                Links.RemoveAll(link => link.User == unlink.UserId && link.Person == unlink.PersonId);
                break;
            case Effect.Readmit(var readmitted, var child):
                _removed.Remove((readmitted, child), out var calledBefore);
                Links.Add((readmitted, child, LinkKind.Guardian, calledBefore!, Now));
                break;
            case Effect.SayLater later:
                _later[later.PersonId] = Now;
                break;
            case Effect.Hear hear:
                _heard[hear.PersonId] = (hear.Day, hear.Told);
                break;
            case Effect.Unhear unhear:
                _heard.Remove(unhear.PersonId);
                break;
            case Effect.CodeFailed failed:
                _failures[failed.UserId] = _failures.GetValueOrDefault(failed.UserId) + 1;
                break;
            case Effect.SetLanguage chosen:
                _languages[chosen.UserId] = chosen.Language;
                break;
            case Effect.BindGroup bound:
                Group = new GroupBinding(bound.ChatId, Class);
                break;
            case Effect.UnbindGroup:
                Group = null;
                break;
            case Effect.SetTidy tidy:
                Group = Group! with { Tidy = tidy.Tidy };
                break;
            case Effect.SetGroupRights rights:
                Rights = new(rights.BotIsAdministrator, rights.CanDelete);
                break;
            case Effect.DeleteAccount deleted:
                Links.RemoveAll(link => link.User == deleted.UserId);
                _languages.Remove(deleted.UserId);
                _conversations.Remove(Key(deleted.UserId, deleted.UserId));
                break;
        }
    }

    private static ConversationKey Key(long chat, long user) => new(1, chat, 0, user);
}
