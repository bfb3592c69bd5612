using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/start CODE</c>: ties a user to a pupil or to their own person, at once, with a way to undo.</summary>
internal static class Linking
{
    /// <summary>Takes a fresh link back: person id and day with epoch 0, then <c>y</c> or <c>n</c>.</summary>
    public const string UnlinkVerb = "ul";

    /// <summary>Takes the taking back back.</summary>
    public const string RelinkVerb = "rk";

    private static readonly TimeSpan Repentance = TimeSpan.FromDays(1);

    /// <summary>Wrong codes within an hour after which no code is looked at.</summary>
    public const int MaxFailures = 5;

    /// <summary>Handles <c>/start</c> with or without a code.</summary>
    public static void Start(Turn turn, ConversationEvent.CommandReceived command) => Start(turn, command.Arguments.Trim());

    /// <summary>Handles a code, by whichever way it came.</summary>
    public static void Start(Turn turn, string code)
    {
        turn.Add(new Effect.SetReachable(turn.UserId, true));
        if (code.Length == 0) Hello(turn);
        else if (code == GroupCard.StartParameter && turn.Context.Own.Count == 0) Unlinked(turn);
        else if (code == GroupCard.StartParameter) Reminding.Handle(turn, ReminderKind.ByCard);
        else if (turn.Context.CodeFailures >= MaxFailures) turn.Say(turn.Phrases.TooManyCodes);
        else if (turn.Context.Invitation is { Revoked: false, UserWasRemoved: false } invitation) Take(turn, invitation);
        else Wrong(turn);
    }

    /// <summary>Tells somebody whom nobody knows what to do.</summary>
    public static void Unlinked(Turn turn) => turn.Say(turn.Phrases.NotLinked);

    /// <summary>Asks whether a fresh link is to end; after the next day, the button is out of date.</summary>
    public static void AskUnlink(Turn turn, ButtonData data)
    {
        var subject = turn.Context.Own.FirstOrDefault(own => own.Person.Id == data.NumberAt(0));
        if (subject is null || data.DayAt(1) is not { } day || Today(turn, subject).DayNumber - day.DayNumber > 1)
        {
            turn.OutOfDate();
            return;
        }

        var isSelf = subject.Relation == Relation.Self;
        var epoch = turn.Open(new ConversationState.ConfirmingUnlink(subject.Person.Id));
        turn.Say(turn.Phrases.AskUnlink(subject.Person.Name, subject.Unit.ShortName, isSelf), Keyboard.Row(
            new Button(turn.Phrases.UnlinkSureButton, ButtonData.Of(epoch, UnlinkVerb, "y")),
            new Button(turn.Phrases.KeepLinkButton, ButtonData.Of(epoch, UnlinkVerb, "n"))));
    }

    /// <summary>Yes or no by button.</summary>
    public static void Decide(Turn turn, ConversationState.ConfirmingUnlink asked, ButtonData data) => Decide(turn, asked, end: data.Arguments is ["y"]);

    /// <summary>Yes or no in words.</summary>
    public static bool Typed(Turn turn, ConversationState.ConfirmingUnlink asked, string text) =>
        TypedAnswers.YesOrNo(text, yes => Decide(turn, asked, end: yes));

    /// <summary>Ties the user again to the person whom they have just left.</summary>
    public static void Relink(Turn turn, ConversationState.Unlinked left, ButtonData data)
    {
        var isPupil = left.Role == Role.Student;
        turn.Close();
        turn.Add(new Effect.Link(turn.UserId, left.PersonId, isPupil ? LinkKind.Guardian : LinkKind.Self, turn.Event.From.DisplayName, Code: ""));
        if (!isPupil) turn.OfferCommands(turn.Context.Posts.Select(post => post.Role).Append(left.Role));
        turn.Say(isPupil
            ? turn.Phrases.LinkedGuardian(left.Name, left.UnitName)
            : turn.Phrases.LinkedSelf(left.Name, left.UnitName, left.Role, left.IsClass));
    }

    private static void Decide(Turn turn, ConversationState.ConfirmingUnlink asked, bool end)
    {
        turn.Close();
        if (turn.Context.Own.FirstOrDefault(own => own.Person.Id == asked.PersonId) is not { } subject) turn.OutOfDate();
        else if (end) Unlink(turn, subject);
        else turn.Say(turn.Phrases.LinkKept(subject.Person.Name));
    }

    private static void Unlink(Turn turn, Subject subject)
    {
        var isSelf = subject.Relation == Relation.Self;
        turn.Add(new Effect.Unlink(turn.UserId, subject.Person.Id, UnlinkReason.Undone));
        if (isSelf) turn.OfferCommands(turn.Context.Posts.Where(post => post.PersonId != subject.Person.Id).Select(post => post.Role));
        var left = new ConversationState.Unlinked(
            subject.Person.Id, subject.Person.Role, subject.Person.Name, subject.Unit.ShortName, subject.Unit.Kind == UnitKind.Class);
        var epoch = turn.Open(left, turn.Context.Now + Repentance);
        turn.Say(
            turn.Phrases.Unlinked(turn.NamesOf([subject])), Keyboard.Row(new Button(turn.Phrases.RelinkButton, ButtonData.Of(epoch, RelinkVerb))));
    }

    private static void Hello(Turn turn)
    {
        if (turn.Context.Own.Count == 0 && turn.Context.Posts.Count == 0) Unlinked(turn);
    }

    /// <summary>Unknown, revoked, used-up and removed codes get the same answer, so that guessing a code tells nothing.</summary>
    private static void Wrong(Turn turn)
    {
        turn.Add(new Effect.CodeFailed(turn.UserId));
        turn.Say(turn.Phrases.WrongCode);
    }

    private static void Take(Turn turn, Invitation invitation)
    {
        var (person, unit) = (invitation.Person, invitation.Unit);
        var isPupil = person.Role == Role.Student;
        if (invitation.LinkedUserIds.Contains(turn.UserId))
        {
            turn.Say(isPupil ? turn.Phrases.AlreadyGuardian(person.Name) : turn.Phrases.AlreadyYou(person.Name));
        }
        else if (!isPupil && (invitation.UsedUp || invitation.LinkedUserIds.Count > 0))
        {
            Wrong(turn);
        }
        else if (isPupil && invitation.LinkedUserIds.Count >= turn.Context.MaxGuardians)
        {
            turn.Say(turn.Phrases.TooManyGuardians(person.Name, turn.Context.MaxGuardians));
        }
        else
        {
            Link(turn, invitation, isPupil);
        }
    }

    private static void Link(Turn turn, Invitation invitation, bool isPupil)
    {
        var (person, unit) = (invitation.Person, invitation.Unit);
        var name = turn.Event.From.DisplayName;
        turn.Close();
        turn.Add(new Effect.Link(turn.UserId, person.Id, isPupil ? LinkKind.Guardian : LinkKind.Self, name, invitation.Code));
        if (!isPupil) turn.OfferCommands(turn.Context.Posts.Select(post => post.Role).Append(person.Role));
        if (isPupil)
            turn.Add(new Effect.NotifyStaff(unit.Id, Role.ClassTeacher, new Notice.GuardianJoined(person.Id, person.Name, unit.ShortName, turn.UserId, name)));
        var today = ButtonData.Day(DateOnly.FromDateTime(turn.Context.Now.UtcDateTime));
        turn.Say(
            isPupil
                ? turn.Phrases.LinkedGuardian(person.Name, unit.ShortName)
                : turn.Phrases.LinkedSelf(person.Name, unit.ShortName, person.Role, unit.Kind == UnitKind.Class),
            Keyboard.Row(new Button(
                isPupil ? turn.Phrases.NotMyChildButton : turn.Phrases.NotMeButton,
                ButtonData.Standing(UnlinkVerb, ButtonData.Number(person.Id), today))));
    }

    private static DateOnly Today(Turn turn, Subject subject) => DateOnly.FromDateTime(turn.Context.Now.ToOffset(subject.Window.UtcOffset).DateTime);
}
