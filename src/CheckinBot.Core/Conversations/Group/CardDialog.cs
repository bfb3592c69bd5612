using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>
/// The check-in inside the group by ephemeral messages: a parent presses the card and chooses by buttons, seen by nobody else.
/// Everybody would see what is typed, so whatever needs words goes on in the private chat.
/// </summary>
internal static class CardDialog
{
    /// <summary>The readings that have a button are 36.0 to 37.2, all below every fever line.</summary>
    private const int LowestTenths = 360;
    private const int HighestTenths = 372;

    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public static void Pressed(Turn turn, ConversationEvent.ButtonPressed pressed, ButtonData data)
    {
        var children = turn.Context.Own.Where(own => own.Unit.Id == data.NumberAt(0) && Authority.MayCheckIn(turn.Context, own)).ToList();
        var open = children.Where(child => !child.IsDone).ToList();
        if (children.Count == 0) turn.Toast(turn.Phrases.CardNotLinked, alert: true);
        else if (open.Count == 0) turn.Toast(turn.Phrases.CardAllDone);
        else if (!turn.Context.CanSendEphemeral) turn.Add(new Effect.AnswerButton(pressed.CallbackId) { Url = turn.Context.CardLink });
        else Begin(turn, pressed, open);
    }

    public static void TemperatureChosen(Turn turn, ConversationState.OnCard state, ConversationEvent.ButtonPressed pressed, ButtonData data)
    {
        if (Next(turn, state) is not { } subject || data.NumberAt(0) != subject.Person.Id
            || data.NumberAt(1) is not (>= LowestTenths and <= HighestTenths and var tenths))
        {
            turn.Toast(turn.Phrases.OutOfDate);
            return;
        }

        var answer = Recording.Merged(turn, subject, state.Day, new CheckInAnswer { TemperatureTenths = (int)tenths });
        Recording.Record(turn, subject, state.Day, state.Slot, answer, CheckInSource.Card, messageId: null);
        turn.Toast(null);
        if (turn.AnswerOf(subject, state.Day).Travel == Travel.Unknown)
        {
            var epoch = turn.Open(state, turn.Context.Now + Lives);
            Replace(turn, pressed, turn.Phrases.CardAskTravel(turn.NameOf(subject), Phrases.Degrees((int)tenths)), Keyboard.Row(
                new Button(turn.Phrases.CardTravelNo, ButtonData.Of(epoch, Verbs.CardTravel, "n")),
                new Button(turn.Phrases.CardTravelYes, ButtonData.Of(epoch, Verbs.CardTravel, "y"))));
        }
        else
        {
            GoOn(turn, pressed, state);
        }
    }

    public static void TravelChosen(Turn turn, ConversationState.OnCard state, ConversationEvent.ButtonPressed pressed, ButtonData data)
    {
        if (Next(turn, state) is not { } subject)
        {
            turn.Toast(turn.Phrases.OutOfDate);
            return;
        }

        var away = data.Arguments is ["y"];
        var told = new CheckInAnswer { Travel = away ? Travel.Yes : Travel.No };
        Recording.Record(turn, subject, state.Day, state.Slot, turn.AnswerOf(subject, state.Day).With(told), CheckInSource.Card, messageId: null);
        turn.Toast(away ? turn.Phrases.CardGoesOnInPrivate : null);
        if (away)
        {
            turn.Add(new Effect.TakeUp(
                turn.Event.From, new GroupMatter(GroupMatterKind.FollowUp, [subject.Person.Id], CheckInAnswer.Empty, CheckInSource.Card)));
        }

        GoOn(turn, pressed, state);
    }

    /// <summary>The group could not show the message: what is still open goes on in the private chat, and what was said is said there.</summary>
    public static void NotShown(Turn turn, ConversationEvent.NotShown missed)
    {
        if (turn.State is ConversationState.OnCard state)
        {
            turn.Close();
            turn.Add(new Effect.TakeUp(turn.Event.From, new GroupMatter(GroupMatterKind.FollowUp, state.PersonIds, CheckInAnswer.Empty, CheckInSource.Card)));
        }
        else
        {
            turn.Add(new Effect.Send(new(turn.UserId, missed.Text)));
        }
    }

    private static void Begin(Turn turn, ConversationEvent.ButtonPressed pressed, List<Subject> open)
    {
        var state = new ConversationState.OnCard(open[0].Window.Day, open[0].Window.Slot, [.. open.Select(child => child.Person.Id)]);
        var epoch = turn.Open(state, turn.Context.Now + Lives);
        turn.Toast(null);
        turn.Add(new Effect.Send(new(pressed.Chat.Id, turn.Phrases.CardAskTemperature(turn.NameOf(open[0])))
        {
            ThreadId = pressed.Chat.ThreadId,
            Keyboard = Temperatures(turn, epoch, open[0]),
            OnlyFor = new(pressed.From.UserId, pressed.CallbackId),
        }));
    }

    /// <summary>Goes on with the next child, or ends.</summary>
    private static void GoOn(Turn turn, ConversationEvent.ButtonPressed pressed, ConversationState.OnCard state)
    {
        var rest = state with { PersonIds = [.. state.PersonIds.Skip(1)], Done = [.. state.Done, state.PersonIds[0]] };
        if (Next(turn, rest) is { } subject)
        {
            var epoch = turn.Open(rest, turn.Context.Now + Lives);
            Replace(turn, pressed, turn.Phrases.CardAskTemperature(turn.NameOf(subject)), Temperatures(turn, epoch, subject));
            return;
        }

        turn.Close();
        var done = rest.Done.Select(turn.Subject).OfType<Subject>();
        Replace(turn, pressed, turn.Phrases.CardThanks(turn.NamesOf(done)), Keyboard.None);
    }

    private static Subject? Next(Turn turn, ConversationState.OnCard state) =>
        state.PersonIds.Count > 0 && turn.Subject(state.PersonIds[0]) is { } subject && subject.Window.Day == state.Day && subject.Window.Slot == state.Slot
            ? subject
            : null;

    private static Keyboard Temperatures(Turn turn, int epoch, Subject subject) => Keyboard
        .Grid(5, Enumerable.Range(LowestTenths, HighestTenths - LowestTenths + 1).Select(tenths => new Button(
            Phrases.Degrees(tenths),
            ButtonData.Of(epoch, Verbs.CardTemperature, ButtonData.Number(subject.Person.Id), ButtonData.Number(tenths)))))
        .Then(Keyboard.Row(Button.Link(turn.Phrases.CardOther, turn.Context.CardLink)));

    /// <summary>Edits the message where Telegram told its ephemeral id, else sends another one.</summary>
    private static void Replace(Turn turn, ConversationEvent.ButtonPressed pressed, string text, Keyboard keyboard)
    {
        var only = new EphemeralReceiver(pressed.From.UserId, pressed.CallbackId, pressed.EphemeralMessageId);
        turn.Add(pressed.EphemeralMessageId is not null
            ? new Effect.Edit(pressed.Chat.Id, pressed.MessageId, text, keyboard) { ThreadId = pressed.Chat.ThreadId, OnlyFor = only }
            : new Effect.Send(new(pressed.Chat.Id, text) { ThreadId = pressed.Chat.ThreadId, Keyboard = keyboard, OnlyFor = only }));
    }
}
