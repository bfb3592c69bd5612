using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary><c>/class</c> shows the class teacher, and those above, who is linked to which pupil, and lets them remove a guardian.</summary>
internal static class ClassGuardians
{
    /// <summary>Shows the guardians of a pupil; unit id, person id. Epoch 0.</summary>
    public const string PupilVerb = "gu";

    /// <summary>Shows a page of a class; unit id, page. Epoch 0.</summary>
    public const string PageVerb = Verbs.ClassPage;

    private const int PupilsAPage = 60;

    /// <summary>Shows the classes, or the guardians of the pupil that was named.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var name = command.Arguments.Trim();
        var classes = TeacherDesk.Rooms(turn, Permission.ManageGuardians);
        var schools = SchoolDesk.Schools(turn, Permission.ManageGuardians);
        if (classes.Count + schools.Count == 0)
        {
            turn.Say(turn.Phrases.ForClassTeachers);
            return;
        }

        var named = name.Length == 0 ? [] : classes.SelectMany(room => Pupils(room).Select(pupil => (Room: room, Pupil: pupil)))
            .Where(one => one.Pupil.Person.IsCalled(name)).ToList();
        if (named.Count == 1) Pupil(turn, named[0].Room, named[0].Pupil);
        else if (named.Count > 1) turn.Say(turn.Phrases.WhichClass(name), Keyboard.Column([.. named.Select(one => new Button(
            one.Room.Unit.ShortName, ButtonData.Standing(PupilVerb, ButtonData.Number(one.Room.Unit.Id), ButtonData.Number(one.Pupil.Person.Id))))]));
        else if (name.Length > 0) turn.Say(turn.Phrases.NoSuchPupil(name));
        else if (schools.Count > 0 && classes.Count + schools.Count > 1)
            UnitChoice.Ask(turn, [.. classes.Select(room => room.Unit), .. schools], command.Command, name);
        else if (schools.Count > 0) SchoolDesk.Show(turn, Permission.ManageGuardians, PageVerb, page: 0);
        else foreach (var room in classes) Page(turn, room, 0);
    }

    /// <summary>A page of a class.</summary>
    public static void ShowPage(Turn turn, ButtonData data)
    {
        if (turn.Context.Below is not null) SchoolDesk.Show(turn, Permission.ManageGuardians, PageVerb, data.PageAt(1));
        else if (Room(turn, data) is { } room) Page(turn, room, data.PageAt(1));
        else Refuse(turn);
    }

    /// <summary>The guardians of one pupil.</summary>
    public static void ShowPupil(Turn turn, ButtonData data)
    {
        if (Room(turn, data) is { } room && Pupils(room).FirstOrDefault(pupil => pupil.Person.Id == data.NumberAt(1)) is { } pupil) Pupil(turn, room, pupil);
        else Refuse(turn);
    }

    /// <summary>Asks first; then removes a guardian, tells them, and offers to let them back in.</summary>
    public static void Remove(Turn turn, ButtonData data)
    {
        if (Find(turn, data, room => room.Guardians) is not var (room, guardian, pupil))
        {
            Refuse(turn);
            return;
        }

        var ids = (string[])[ButtonData.Number(pupil.Person.Id), ButtonData.Number(guardian.UserId)];
        if (data.Arguments is not [_, _, "y"])
        {
            turn.Say(turn.Phrases.AskRemoval(turn.Phrases.GuardianOf(guardian.DisplayName, pupil.Person.Name), pupil.Person.Name), Keyboard.Column(
                new Button(turn.Phrases.RemoveSureButton, ButtonData.Standing(Verbs.RemoveGuardian, [.. ids, "y"])),
                new Button(turn.Phrases.BackButton, ButtonData.Standing(PupilVerb, ButtonData.Number(room.Unit.Id), ids[0]))));
            return;
        }

        turn.Add(new Effect.Unlink(guardian.UserId, pupil.Person.Id, UnlinkReason.Removed));
        turn.Add(new Effect.NotifyUser(guardian.UserId, new Notice.GuardianRemoved(pupil.Person.Name, room.Unit.ShortName)));
        var gone = turn.Phrases.GuardianOf(guardian.DisplayName, pupil.Person.Name);
        turn.Say(turn.Phrases.GuardianGone(gone, pupil.Person.Name), Keyboard.Column(
            new Button(turn.Phrases.ReadmitButton(gone), ButtonData.Standing(Verbs.ReadmitGuardian, ids)), Back(turn, room)));
    }

    /// <summary>Lets a guardian back in who was removed by mistake, and tells them.</summary>
    public static void Readmit(Turn turn, ButtonData data)
    {
        if (Find(turn, data, room => room.Removed) is not var (room, guardian, pupil))
        {
            Refuse(turn);
            return;
        }

        turn.Add(new Effect.Readmit(guardian.UserId, pupil.Person.Id));
        turn.Add(new Effect.NotifyUser(guardian.UserId, new Notice.GuardianReadmitted(pupil.Person.Name, room.Unit.ShortName)));
        var back = turn.Phrases.GuardianOf(guardian.DisplayName, pupil.Person.Name);
        turn.Say(turn.Phrases.GuardianBack(back, pupil.Person.Name), Keyboard.Row(Back(turn, room)));
    }

    private static (ClassRoster Room, Guardian Guardian, Subject Pupil)? Find(Turn turn, ButtonData data, Func<ClassRoster, IEnumerable<Guardian>> among)
    {
        foreach (var room in turn.Context.Classes.Where(room => Authority.May(turn.Context, Permission.ManageGuardians, room.Unit)))
        {
            var guardian = among(room).FirstOrDefault(one => one.PersonId == data.NumberAt(0) && one.UserId == data.NumberAt(1));
            if (guardian is not null && Pupils(room).FirstOrDefault(one => one.Person.Id == guardian.PersonId) is { } pupil) return (room, guardian, pupil);
        }

        return null;
    }

    // The class teacher checks in with the class and has no guardian.
    private static IEnumerable<Subject> Pupils(ClassRoster room) => room.Students.Where(one => one.Person.Role == Role.Student);

    private static void Page(Turn turn, ClassRoster room, int page)
    {
        var linked = room.Guardians.Select(guardian => guardian.PersonId).ToHashSet();
        var pupils = Pupils(room).ToList();
        var buttons = pupils.Select(pupil => new Button(
            turn.Phrases.PupilButton(pupil.Person.Name, room.Guardians.Count(guardian => guardian.PersonId == pupil.Person.Id)),
            ButtonData.Standing(PupilVerb, ButtonData.Number(room.Unit.Id), ButtonData.Number(pupil.Person.Id))));
        var keyboard = Keyboard.Paged(
            3, PupilsAPage, page, [.. buttons], other => ButtonData.Standing(PageVerb, ButtonData.Number(room.Unit.Id), ButtonData.Number(other)));
        keyboard = keyboard.Then(Keyboard.Row(FileButtons.Forms(room.Unit.Id, room.Window.Day, room.Window.Slot, turn.Phrases.Language)))
            .Then(SchoolDesk.Back(turn, Permission.ManageGuardians, PageVerb, room.Unit));
        turn.Say(turn.Phrases.ClassOverview(room.Unit.ShortName, pupils.Count, pupils.Count(pupil => linked.Contains(pupil.Person.Id))), keyboard);
    }

    private static void Pupil(Turn turn, ClassRoster room, Subject pupil)
    {
        var guardians = room.Guardians.Where(guardian => guardian.PersonId == pupil.Person.Id).ToList();
        var remove = guardians.Select(guardian => new Button(
            turn.Phrases.RemoveButton(turn.Phrases.GuardianOf(guardian.DisplayName, pupil.Person.Name)),
            ButtonData.Standing(Verbs.RemoveGuardian, ButtonData.Number(pupil.Person.Id), ButtonData.Number(guardian.UserId))));
        var readmit = room.Removed.Where(guardian => guardian.PersonId == pupil.Person.Id).Select(guardian => new Button(
            turn.Phrases.ReadmitButton(guardian.DisplayName),
            ButtonData.Standing(Verbs.ReadmitGuardian, ButtonData.Number(pupil.Person.Id), ButtonData.Number(guardian.UserId))));
        var lines = guardians.Select(guardian => turn.Phrases.GuardianLine(
            turn.Phrases.GuardianOf(guardian.DisplayName, pupil.Person.Name),
            DateOnly.FromDateTime(guardian.LinkedAt.ToOffset(room.Window.UtcOffset).DateTime)));
        turn.Say(
            guardians.Count == 0 ? turn.Phrases.NoGuardians(pupil.Person.Name) : turn.Phrases.GuardiansOf(pupil.Person.Name, string.Join('\n', lines)),
            Keyboard.Column([.. remove, .. readmit, Back(turn, room)]));
    }

    private static Button Back(Turn turn, ClassRoster room) =>
        new(turn.Phrases.BackToClassButton, ButtonData.Standing(PageVerb, ButtonData.Number(room.Unit.Id), "0"));

    private static ClassRoster? Room(Turn turn, ButtonData data) => turn.Context.Classes.FirstOrDefault(room =>
        room.Unit.Id == data.NumberAt(0) && Authority.May(turn.Context, Permission.ManageGuardians, room.Unit));

    private static void Refuse(Turn turn) =>
        turn.Toast(turn.Phrases.NotAllowed, alert: true);
}
