using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>
/// The handling of one event. It collects the effects, and the answers as they are after them,
/// so that a flow reads from top to bottom. It lives for one call of <c>Conversation.Handle</c>.
/// </summary>
internal sealed class Turn(Conversation conversation, ConversationEvent @event, ConversationContext context)
{
    private static readonly TimeSpan QuestionLives = TimeSpan.FromHours(3);

    private readonly List<Effect> _effects = [];
    private readonly Dictionary<(long, DateOnly), CheckInAnswer> _answers = [];
    private readonly HashSet<long> _seen = [];

    public Conversation Conversation { get; private set; } = conversation;

    public ConversationEvent Event { get; } = @event;

    public ConversationContext Context { get; } = context;

    /// <summary>Phrases in the user's language.</summary>
    public Phrases Phrases { get; private set; } = new(context.LanguageFor(@event.From)) { Fahrenheit = TypedFahrenheit(@event) };

    public long UserId => Event.From.UserId;

    /// <summary>When the user said it, for an edit when the message was first sent; now, where the event does not tell.</summary>
    public DateTimeOffset SaidAt => Event.SaidAt ?? Context.Now;

    /// <summary>The event belongs to a day that is over where these people are: nothing is asked about it any more.</summary>
    public bool IsLate(Subject subject) =>
        Event.SaidAt is not null && DateOnly.FromDateTime(Context.Now.ToOffset(subject.Window.UtcOffset).DateTime) > subject.Window.Day;

    /// <summary>The words of this event, where it is a message; null for a button and the like.</summary>
    public string? Said => Event switch
    {
        ConversationEvent.TextReceived text => text.Text,
        ConversationEvent.TextEdited edited => edited.Text,
        ConversationEvent.MediaReceived media => media.Caption,
        ConversationEvent.CommandReceived command => command.Arguments,
        _ => null,
    };

    public ConversationState State => Conversation.State;

    public Outcome Outcome => new(Conversation, _effects);

    /// <summary>A line that belongs above the next answer, such as a word about a question that ran out.</summary>
    public string? Preface { get; set; }

    /// <summary>The unit that the user chose where several were possible; null before any choice.</summary>
    public long? ChosenUnit { get; set; }

    /// <summary>The press is answered, or will be once the page has been counted anew: a second answer is not shown.</summary>
    public bool HasAnsweredButton => _effects.Any(effect => effect is Effect.AnswerButton or Effect.ShowDigest { Seen: not null });

    public bool HasEffects => _effects.Count > 0;

    /// <summary>Adds an effect; a card is brought up to date once and rules are judged once, however many answers a message holds.</summary>
    public void Add(Effect effect)
    {
        if (effect is not (Effect.RefreshCard or Effect.JudgeRules or Effect.SettleQuestion) || !_effects.Contains(effect)) _effects.Add(effect);
    }

    /// <summary>Logs once, where it must be logged, that the user sees in private what somebody else told about a person.</summary>
    public void Sees(Subject subject, DateOnly day)
    {
        if (Event.Chat.Kind != ChatKind.Private || StoredOf(subject, day) is not { Answer.Status: not CheckInStatus.Missing } told
            || told.ReporterUserId == UserId) return;
        if (Authority.LookAt(Context, subject) is { } look && _seen.Add(subject.Person.Id)) Add(look);
    }

    public void Speak(Language language) => Phrases = new(language);

    /// <summary>Moves to a state without asking anything new: the buttons of the present question stay good.</summary>
    public void Stay(ConversationState state) => Conversation = Conversation with { State = state };

    /// <summary>Notes that a picture of an album is answered; false where one was before.</summary>
    public bool IsFirstOf(string album)
    {
        if (Conversation.Album == album) return false;
        Conversation = Conversation with { Album = album };
        return true;
    }

    private static IReadOnlyDictionary<int, string>? TypedFahrenheit(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived text => Fahrenheit.Typed(text.Text),
        ConversationEvent.TextEdited edited => Fahrenheit.Typed(edited.Text),
        ConversationEvent.CommandReceived command => Fahrenheit.Typed(command.Arguments),
        _ => null,
    };

    /// <summary>Takes the buttons of the open question away, because it is settled. A press on them edits their own message.</summary>
    private void SettleQuestion()
    {
        if (Event.Chat.Kind == ChatKind.Private && State is not ConversationState.Idle)
            Add(new Effect.SettleQuestion(Event.Chat.Id, Event is ConversationEvent.ButtonPressed pressed ? pressed.MessageId : null));
    }

    /// <summary>Nothing is asked any more; buttons of earlier questions are out of date.</summary>
    public void Close()
    {
        if (State is ConversationState.Idle) return;
        SettleQuestion();
        Conversation = Conversation with { Epoch = NextEpoch, State = ConversationState.Nothing, ExpiresAt = null };
    }

    /// <summary>Begins a question; the returned epoch goes into its buttons.</summary>
    public int Open(ConversationState state, DateTimeOffset? until = null)
    {
        SettleQuestion();
        Conversation = Conversation with { Epoch = NextEpoch, State = state, ExpiresAt = until ?? Context.Now + QuestionLives };
        return Conversation.Epoch;
    }

    /// <summary>Says it: in place of the message whose button was pressed, else as a new message.</summary>
    public void Say(string text, Keyboard? keyboard = null)
    {
        if (Preface is { } preface) text = $"{preface}\n{text}";
        Preface = null;
        text = Clipped(text);
        if (Event is ConversationEvent.ButtonPressed { EphemeralMessageId: null } button && Event.Chat.Kind == ChatKind.Private)
        {
            Add(new Effect.AnswerButton(button.CallbackId));
            Add(new Effect.Edit(Event.Chat.Id, button.MessageId, text, keyboard ?? Keyboard.None));
        }
        else
        {
            SendTo(text, keyboard);
        }
    }

    /// <summary>Ends the waiting of the pressed button, with a short text over the chat where there is one.</summary>
    public void Toast(string? text, bool alert = false)
    {
        if (Event is ConversationEvent.ButtonPressed pressed) Add(new Effect.AnswerButton(pressed.CallbackId, text, alert));
    }

    /// <summary>
    /// Says that a button belongs to an old question; the state stays as it is. In private the button goes too, in a group
    /// the message may be good for others.
    /// </summary>
    public void OutOfDate()
    {
        if (Event is not ConversationEvent.ButtonPressed button)
        {
            Say(Phrases.OutOfDate);
            return;
        }

        Toast(Phrases.OutOfDate);
        if (Event.Chat.Kind == ChatKind.Private && button.EphemeralMessageId is null) Add(new Effect.RemoveButtons(Event.Chat.Id, button.MessageId));
    }

    /// <summary>Brings the menu of the private chat up to date for somebody with these roles.</summary>
    public void OfferCommands(IEnumerable<Role> roles) => Add(new Effect.OfferCommands(UserId, Phrases.Language, [.. roles.Distinct()]));

    /// <summary>Says it as a new message in any case.</summary>
    public void SendTo(string text, Keyboard? keyboard = null, Lane lane = Lane.Answers) =>
        Add(new Effect.Send(
            new OutgoingMessage(Event.Chat.Id, Clipped(text)) { ThreadId = Event.Chat.ThreadId, Keyboard = keyboard ?? Keyboard.None, Lane = lane }));

    /// <summary>The message that this event is about: typed, edited, or under the pressed button.</summary>
    public int MessageId => Event switch
    {
        ConversationEvent.TextReceived text => text.MessageId,
        ConversationEvent.TextEdited edited => edited.MessageId,
        ConversationEvent.CommandReceived command => command.MessageId,
        ConversationEvent.ButtonPressed button => button.MessageId,
        ConversationEvent.MediaReceived media => media.MessageId,
        _ => 0,
    };

    /// <summary>Everybody for whom this user may report now: the own people, and the pupils of a class teacher.</summary>
    public IEnumerable<Subject> Reportable => Context.Own
        .Concat(Context.Classes.SelectMany(room => room.Students).Where(student => Context.Own.All(own => own.Person.Id != student.Person.Id)))
        .Where(subject => Authority.MayCheckIn(Context, subject));

    /// <summary>Somebody for whom this user may report now; null where the right is gone.</summary>
    public Subject? Subject(long personId)
    {
        var subject = Context.Own.FirstOrDefault(own => own.Person.Id == personId)
            ?? Context.Classes.SelectMany(room => room.Students).FirstOrDefault(student => student.Person.Id == personId);
        return subject is not null && Authority.MayCheckIn(Context, subject) ? subject : null;
    }

    /// <summary>Those whom the open question is about, and for whom the user may still report; empty where nothing is asked.</summary>
    public IReadOnlyList<Subject> Focus => [.. AskedAbout.Select(Subject).OfType<Subject>()];

    /// <summary>The ids of those whom the open question is about, whatever right there still is.</summary>
    public IReadOnlyList<long> AskedAbout => State switch
    {
        ConversationState.AwaitingTemperature temperature => temperature.PersonIds,
        ConversationState.AwaitingTravel travel => travel.PersonIds,
        ConversationState.AwaitingSymptoms symptoms => [symptoms.PersonId],
        ConversationState.AwaitingDoctor doctor => [doctor.PersonId],
        ConversationState.AwaitingFeverReducer reducer => [reducer.PersonId],
        ConversationState.AwaitingAbsence absence => [absence.PersonId],
        ConversationState.AwaitingPlace place => [place.PersonId],
        ConversationState.AwaitingReturn back => [back.PersonId],
        ConversationState.AwaitingRecovery recovery => [recovery.PersonId],
        ConversationState.AwaitingLikely likely => [likely.PersonId],
        _ => [],
    };

    /// <summary>How a person is called in a line of their own.</summary>
    public string NameOf(Subject subject) => subject.Relation == Relation.Self ? Phrases.You : subject.Person.Name;

    /// <summary>Names inside a sentence.</summary>
    public string NamesOf(IEnumerable<Subject> subjects) =>
        Phrases.List([.. Once(subjects).Select(subject => subject.Relation == Relation.Self ? Phrases.YouInside : subject.Person.Name)]);

    /// <summary>Names in a wish: a child with an English name is called by the first one.</summary>
    public string GivenNamesOf(IEnumerable<Subject> subjects) =>
        Phrases.List([.. Once(subjects).Select(subject => subject.Relation == Relation.Self ? Phrases.YouInside : GivenName.Of(subject.Person.Name))]);

    /// <summary>Each person once: a user who is on the rolls of two schools is still one person with one temperature.</summary>
    public static IEnumerable<Subject> Once(IEnumerable<Subject> subjects) =>
        subjects.DistinctBy(subject => subject.Relation == Relation.Self ? 0 : subject.Person.Id);

    /// <summary>The people whom an id means; the user's own id means the user on every roll.</summary>
    public IReadOnlyList<Subject> Meant(IEnumerable<long> candidates, long? id)
    {
        var people = candidates.Select(Subject).OfType<Subject>().ToList();
        var isSelf = people.Exists(subject => subject.Person.Id == id && subject.Relation == Relation.Self);
        return [.. people.Where(subject => subject.Person.Id == id || (isSelf && subject.Relation == Relation.Self))];
    }

    /// <summary>What is known of a person for a day, with what this event has told.</summary>
    public CheckInAnswer AnswerOf(Subject subject, DateOnly day) =>
        _answers.TryGetValue((subject.Person.Id, day), out var answer) ? answer : StoredOf(subject, day)?.Answer ?? CheckInAnswer.Empty;

    /// <summary>The stored answer of the day before this event; null where there is none.</summary>
    public static CheckIn? StoredOf(Subject subject, DateOnly day) =>
        day == subject.Window.Day ? subject.Current : day == subject.Window.PreviousDay ? subject.Previous : null;

    /// <summary>What is known of people for a day, one line a person.</summary>
    public string Lines(IEnumerable<Subject> subjects, DateOnly day) => string.Join(
        '\n', subjects.Select(subject => Phrases.Line(NameOf(subject), AnswerLines.Facts(Phrases, AnswerOf(subject, day)))).Distinct());

    /// <summary>Keeps an answer as told within this event.</summary>
    public void Remember(Subject subject, DateOnly day, CheckInAnswer answer) => _answers[(subject.Person.Id, day)] = answer;

    /// <summary>Cuts a text that Telegram would refuse: a name or a place that somebody typed may be of any length.</summary>
    private static string Clipped(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";

    private const int LongestText = 4000;

    private int NextEpoch => Conversation.Epoch >= int.MaxValue - 1 ? 1 : Conversation.Epoch + 1;
}
