using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/start CODE</c>: ties a user to a pupil or to their own person, at once, with a way to undo.</summary>
internal static class Linking
{
    /// <summary>Takes a fresh link back; person id. Epoch 0.</summary>
    public const string UnlinkVerb = "ul";

    /// <summary>Wrong codes within an hour after which no code is looked at.</summary>
    public const int MaxFailures = 5;

    /// <summary>Handles <c>/start</c> with or without a code.</summary>
    public static void Start(Turn turn, ConversationEvent.CommandReceived command)
    {
        var code = command.Arguments.Trim();
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

    /// <summary>Takes a fresh link back; after the next day, the button is out of date.</summary>
    public static void Undo(Turn turn, ButtonData data)
    {
        var subject = turn.Context.Own.FirstOrDefault(own => own.Person.Id == data.NumberAt(0));
        if (subject is null || data.DayAt(1) is not { } day || Today(turn, subject).DayNumber - day.DayNumber > 1)
        {
            turn.OutOfDate();
            return;
        }

        turn.Close();
        turn.Add(new Effect.Unlink(turn.UserId, subject.Person.Id, UnlinkReason.Undone));
        if (subject.Relation == Relation.Self)
            turn.OfferCommands(turn.Context.Posts.Where(post => post.PersonId != subject.Person.Id).Select(post => post.Role));
        turn.Say(turn.Phrases.Unlinked(turn.NamesOf([subject])));
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
