using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Chains;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>
/// What is typed in a class group: replies to the card, <c>NAME 36.5</c>, chains. What is clear is stored and acknowledged
/// with a reaction, the same for every reading, so that it tells the group nothing. All else goes on in private.
/// </summary>
internal static class GroupMessages
{
    /// <summary>"Noted". One of the reactions that every group allows.</summary>
    public const string Noted = "✍";

    public static void Received(Turn turn, ConversationEvent.TextReceived text)
    {
        if (text.IsForwarded || turn.Context.Classes is not [var room, ..]) return;
        InDistress.AnswerFromGroup(turn, text.Text, room.Unit);
        Handle(turn, room, text.MessageId, text.Text, answersBot: text.ReplyTo?.FromThisBot ?? false, isEdit: false);
    }

    /// <summary>An edit corrects what the message made; for people whom it no longer names the answer is taken back.</summary>
    public static void Edited(Turn turn, ConversationEvent.TextEdited text)
    {
        if (turn.Context.Classes is not [var room, ..]) return;
        Handle(turn, room, text.MessageId, text.Text, answersBot: false, isEdit: turn.Context.EditedCheckIns.Count > 0);
    }

    private static void Handle(Turn turn, ClassRoster room, int messageId, string text, bool answersBot, bool isEdit)
    {
        var isNamed = Chain.IsNamed(text);
        var isList = Chain.Looks(text, ReadingSetting.Group) || (isNamed && text.Contains('\n', StringComparison.Ordinal)) || IsListOfClass(turn, room, text);
        var isChain = isList || isNamed;
        var reporter = GroupReporter.Of(turn, room, isChain);
        var setting = isList ? ReadingSetting.GroupJielong : answersBot ? ReadingSetting.PrivateAwaitingTemperature : ReadingSetting.Group;
        var reading = TextReader.Read(text, reporter.ReadingContext(setting));
        if (reading.Kind == ReadingKind.NotCheckin && reporter.IsKnown) TakeOff(turn, reporter, reading, messageId);
        if (reading.Kind == ReadingKind.NotCheckin) return;
        if (!reporter.IsKnown)
        {
            AskToLink(turn, room, reading);
            return;
        }

        var source = isEdit ? CheckInSource.Edit : isChain ? CheckInSource.Chain : answersBot ? CheckInSource.Card : CheckInSource.Group;
        var intake = new GroupIntake(turn, reporter, reading, source, messageId);
        var stored = intake.Store();
        if (isEdit && reading.Kind is ReadingKind.Checkin or ReadingKind.CheckinMany) TakeBack(turn, reporter, intake.Named, isChain ? text : null, messageId);
        Hearsays.Tell(turn, room, intake.Heard);
        intake.FollowUpInPrivate();
        if (isChain) ChainDoubts.Tell(turn, room, reading, intake);
        else intake.AskInPrivate();
        if (stored) Acknowledge(turn, messageId);
    }

    /// <summary>A list without numbers: two lines or more with a name of the class and its value or absence, not all of the writer's own.</summary>
    private static bool IsListOfClass(Turn turn, ClassRoster room, string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return false;
        var reporter = GroupReporter.Of(turn, room, isChain: true);
        var context = reporter.ReadingContext(ReadingSetting.Group);
        var told = text.Split('\n').Select(line => TextReader.Read(line, context)).Where(TellsOfOne).Select(reading => reading.Entries[0]).ToList();
        return told.Count > 1 && told.Exists(entry => !reporter.Children.Any(child => child.Person.Id == entry.PersonId));
    }

    private static bool TellsOfOne(TextReading reading) =>
        reading is { Kind: ReadingKind.Checkin or ReadingKind.Partial, Entries: [{ PersonId: not null } entry] }
            && (entry.TemperatureTenths is not null || entry.Absence != Absence.None);

    /// <summary>Says once a day that the message of somebody who is linked to nobody here cannot be counted.</summary>
    private static void AskToLink(Turn turn, ClassRoster room, TextReading reading)
    {
        if (reading.Kind is not (ReadingKind.Checkin or ReadingKind.CheckinMany)) return;
        if (turn.State is ConversationState.ToldToLink told && told.Day == room.Window.Day) return;
        turn.Open(new ConversationState.ToldToLink(room.Window.Day), turn.Context.Now + TimeSpan.FromDays(1));
        turn.Add(new Effect.Send(new(turn.Event.Chat.Id, turn.Phrases.LinkFirst)
        {
            ThreadId = turn.Event.Chat.ThreadId,
            ReplyTo = turn.MessageId,
            Keyboard = Keyboard.Row(Button.Link(turn.Phrases.OpenPrivateChat, $"https://t.me/{turn.Context.BotUserName}")),
        }));
    }

    // 王小明没有咳嗽，刚才说错了: it counts where that is on record, and only of a child that is named.
    private static void TakeOff(Turn turn, GroupReporter reporter, TextReading reading, int messageId)
    {
        if (reading.Denials is not [{ PersonId: { } id } entry] || reporter.Allowed.FirstOrDefault(one => one.Person.Id == id) is not { } subject) return;
        var answer = Recording.Merged(turn, subject, subject.Window.Day, entry, CheckInAnswer.Empty, reading.IsCorrection);
        if (Recording.Record(turn, subject, subject.Window.Day, subject.Window.Slot, answer, CheckInSource.Group, messageId)) Acknowledge(turn, messageId);
    }

    // A line of a chain that is no longer understood is not one that is gone.
    private static void TakeBack(Turn turn, GroupReporter reporter, IReadOnlySet<long> named, string? chain, int messageId)
    {
        foreach (var earlier in turn.Context.EditedCheckIns.Where(one => !named.Contains(one.PersonId)))
        {
            if (reporter.Allowed.FirstOrDefault(subject => subject.Person.Id == earlier.PersonId) is { } subject
                && chain?.Contains(subject.Person.Name, StringComparison.Ordinal) != true
                && EditedMessage.TakenOut(turn, subject, earlier.Day) is { } rest)
                Recording.Record(turn, subject, earlier.Day, earlier.Slot, rest, CheckInSource.Edit, messageId);
        }
    }

    private static void Acknowledge(Turn turn, int messageId)
    {
        var tidy = turn.Context.Group is { Tidy: true } && turn.Context.BotRights.CanDelete;
        turn.Add(tidy
            ? new Effect.Delete(turn.Event.Chat.Id, messageId)
            : new Effect.React(turn.Event.Chat.Id, messageId, Noted));
    }
}
