using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// What staff do about a case: take it on, say how it goes on, clear the return, close it with a reason; and open one by hand.
/// A case is one message that becomes what it has come to. Only in private.
/// </summary>
internal static class CaseDesk
{
    private const int LongestReason = 200;

    /// <summary><c>/case NAME</c> shows the open cases of a pupil; with a reason behind the name it opens one.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var rooms = TeacherDesk.Rooms(turn, Permission.FollowCase);
        var found = CaseRequest.Of(command.Arguments, rooms.SelectMany(room => room.Students));
        if (!turn.Context.Posts.Any(post => Permissions.Allows(post.Role, Permission.FollowCase, Relation.AtUnit))) turn.Say(turn.Phrases.CasesNotForYou);
        else if (found.Count > 1) UnitChoice.Ask(turn, [.. found.Select(one => one.Subject.Unit)], command.Command, command.Arguments);
        else if (found.Count == 0) turn.Say(turn.Phrases.CaseUsage(command.Arguments.Trim().Length > 0));
        else if (found[0].Reason.Length > 0) Open(turn, found[0]);
        else ShowOpen(turn, found[0].Subject);
    }

    /// <summary>Shows a case; the message with the button stays, since it may list others.</summary>
    public static void Show(Turn turn, ButtonData data)
    {
        if (Pressed(turn, data) is not { } pressed) return;
        turn.Toast(null);
        Send(turn, pressed);
        Log(turn, pressed);
    }

    /// <summary>Brings a case on: case id, move, reason of closing.</summary>
    public static void Move(Turn turn, ButtonData data)
    {
        if (Pressed(turn, data) is not { } pressed) return;
        if (data.NumberAt(1) is not { } number || !Enum.IsDefined((CaseMove)number) || CaseTable.After(pressed.File.State, (CaseMove)number) is null)
        {
            Refresh(turn, pressed, turn.Phrases.CaseHasMoved);
            return;
        }

        var move = (CaseMove)number;
        if (move == CaseMove.Close) Close(turn, pressed, (CaseClosing?)data.NumberAt(2));
        else if (move == CaseMove.Clear) Clear(turn, pressed);
        else Do(turn, pressed, move);
    }

    /// <summary>Shows the reasons for which a case may be closed, in place of its other buttons.</summary>
    public static void AskWhy(Turn turn, ButtonData data)
    {
        if (Pressed(turn, data) is not { } pressed) return;
        var page = Page(turn, pressed);
        turn.Say(page.Text, page.Reasons);
    }

    private static void Clear(Turn turn, CaseDetails pressed)
    {
        if (!Authority.May(turn.Context, Permission.ClearReturn, pressed.File.Unit)) turn.Toast(turn.Phrases.ClearingIsForTheSchool, alert: true);
        else if (pressed.Blocks.Count > 0) Refresh(turn, pressed, turn.Phrases.CannotReturnYet);
        else
        {
            Do(turn, pressed, CaseMove.Clear);
            var notice = new Notice.ReturnCleared(pressed.File.Person.Name, pressed.File.Unit.ShortName);
            turn.Add(new Effect.NotifyFamily(pressed.File.Person.Id, pressed.File.Unit.Id, notice, $"cleared:{pressed.File.Id}:{pressed.File.Entries.Count}"));
            turn.Add(new Effect.NotifyStaff(pressed.File.Unit.Id, Role.ClassTeacher, notice));
        }
    }

    private static void Close(Turn turn, CaseDetails pressed, CaseClosing? reason)
    {
        var file = pressed.File;
        // Back at school and settled is one tap.
        var returned = reason == CaseClosing.Recovered && file.State == CaseState.ReadyToReturn;
        if (reason is not { } closing || !Enum.IsDefined(closing)
            || !CaseTable.MayClose(file.Matter, returned ? CaseState.Returned : file.State, closing))
        {
            Refresh(turn, pressed, turn.Phrases.CaseHasMoved);
            return;
        }

        if (returned) Add(turn, file, CaseMove.Return);
        turn.Add(new Effect.MoveCase(file, CaseMove.Close, AlertDesk.NameOf(turn), Authority.ActingPerson(turn.Context)) { Closing = closing });
        var closed = new CaseEntry(turn.Context.Now, CaseMove.Close, AlertDesk.NameOf(turn)) { Closing = closing };
        turn.Say(Page(turn, Moved(pressed, CaseState.Closed, closed)).Text);
    }

    private static void Do(Turn turn, CaseDetails pressed, CaseMove move)
    {
        Add(turn, pressed.File, move);
        var after = Moved(pressed, CaseTable.After(pressed.File.State, move)!.Value, new CaseEntry(turn.Context.Now, move, AlertDesk.NameOf(turn)));
        if (move == CaseMove.TakeOn && Authority.ActingPerson(turn.Context) is { } me)
            after = after with { File = after.File with { Owners = [new(me, AlertDesk.NameOf(turn))] } };
        var page = Page(turn, after);
        turn.Say(page.Text, page.Keyboard);
    }

    private static void Add(Turn turn, CaseFile file, CaseMove move) =>
        turn.Add(new Effect.MoveCase(file, move, AlertDesk.NameOf(turn), Authority.ActingPerson(turn.Context)));

    // Something was done just now, so nothing is late; by when the next has to be is set where the move is stored.
    private static CaseDetails Moved(CaseDetails pressed, CaseState state, CaseEntry entry) =>
        pressed with { File = pressed.File with { State = state, DueAt = entry.At, Entries = [.. pressed.File.Entries, entry] } };

    private static void Refresh(Turn turn, CaseDetails pressed, string word)
    {
        turn.Toast(word, alert: true);
        var page = Page(turn, pressed);
        if (turn.Event is ConversationEvent.ButtonPressed press) turn.Add(new Effect.Edit(turn.Event.Chat.Id, press.MessageId, page.Text, page.Keyboard));
        Log(turn, pressed);
    }

    private static void Open(Turn turn, CaseRequest request)
    {
        var (subject, note) = (request.Subject, request.Reason.Length <= LongestReason ? request.Reason : request.Reason[..LongestReason]);
        if (turn.Context.Cases.FirstOrDefault(one => one.File.Matter == CaseMatter.Other) is { } open)
        {
            turn.Say(turn.Phrases.CaseIsOpen(subject.Person.Name), Page(turn, open).ShowButton);
            return;
        }

        turn.Add(new Effect.OpenCase(
            subject.Person.Id, subject.Unit.Id, subject.Window.Day, note, AlertDesk.NameOf(turn), Authority.ActingPerson(turn.Context)));
        turn.Say(turn.Phrases.CaseOpened(subject.Person.Name, note));
    }

    private static void ShowOpen(Turn turn, Subject subject)
    {
        var open = turn.Context.Cases.Where(one => one.File.Person.Id == subject.Person.Id).ToList();
        if (open.Count == 0) turn.Say(turn.Phrases.NoOpenCase(subject.Person.Name));
        foreach (var one in open) Send(turn, one);
        if (open.Count > 0) Log(turn, open[0]);
    }

    private static void Send(Turn turn, CaseDetails shown)
    {
        var page = Page(turn, shown);
        turn.SendTo(page.Text, page.Keyboard);
    }

    private static CasePage Page(Turn turn, CaseDetails pressed) => new(pressed, turn.Phrases, turn.Context.Now)
    {
        MayClear = Authority.May(turn.Context, Permission.ClearReturn, pressed.File.Unit),
        IsMine = pressed.File.State != CaseState.Open
            && Authority.ActingPerson(turn.Context) is { } me && pressed.File.Owners.Any(owner => owner.PersonId == me),
    };

    private static CaseDetails? Pressed(Turn turn, ButtonData data)
    {
        var pressed = turn.Context.Cases.FirstOrDefault(one => one.File.Id == data.NumberAt(0));
        if (pressed is null) turn.OutOfDate();
        else if (Authority.May(turn.Context, Permission.FollowCase, pressed.File.Unit)) return pressed;
        else turn.Toast(turn.Phrases.NotAllowed, alert: true);
        return null;
    }

    private static void Log(Turn turn, CaseDetails pressed)
    {
        if (Authority.Look(turn.Context, Permission.FollowCase, pressed.File.Unit, [pressed.File.Person.Id], LookReason.Cases) is { } look) turn.Add(look);
    }
}
