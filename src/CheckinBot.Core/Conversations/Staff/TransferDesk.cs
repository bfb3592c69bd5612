using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// <c>/transfer</c> moves a pupil to another class of the school: class, pupil, new class, and yes. Each step is judged anew,
/// so that a button of yesterday moves nobody. Only in private; a move to another school is the operator's task.
/// </summary>
internal static class TransferDesk
{
    /// <summary>Lists the classes of a school, or the pupils of a class; unit id, page. Epoch 0.</summary>
    public const string FromVerb = "tf";

    /// <summary>Asks for the new class; class id, person id, page. Epoch 0.</summary>
    public const string ToVerb = "tt";

    /// <summary>Asks whether the move is meant, and makes it; class id, person id, id of the new class, <c>y</c> once confirmed. Epoch 0.</summary>
    public const string SureVerb = "ty";

    private const int ClassesAPage = 30;
    private const int PupilsAPage = 60;
    private const string Sure = "y";

    /// <summary>Asks which class, or goes on with the pupil that was named.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = UnitChoice.Of(turn, Permission.Transfer);
        var name = command.Arguments.Trim();
        if (units.Count == 0) turn.Say(turn.Phrases.TransferNotForYou);
        else if (name.Length > 0) Named(turn, name);
        else if (units.Count > 1) UnitChoice.Ask(turn, units, command.Command, name);
        else From(turn, units[0].Id, page: 0);
    }

    /// <summary>Takes a button of any of the steps.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (Allowed(turn).Count == 0) turn.Toast(turn.Phrases.TransferNotForYou, alert: true);
        else if (Rooms(turn).FirstOrDefault(room => room.Unit.Id == data.NumberAt(0)) is not { } room) From(turn, data.NumberAt(0) ?? 0, data.PageAt(1));
        else if (data.Verb == FromVerb) Whom(turn, room, data.PageAt(1));
        else if (Pupils(room).FirstOrDefault(pupil => pupil.Person.Id == data.NumberAt(1)) is not { } pupil) turn.OutOfDate();
        else if (Others(turn, room).FirstOrDefault(unit => unit.Id == data.NumberAt(2)) is { } to && data.Verb == SureVerb)
            Move(turn, room, pupil, to, data.Arguments is [.., Sure]);
        else To(turn, room, pupil, data.PageAt(2));
    }

    private static void Named(Turn turn, string name)
    {
        var found = Rooms(turn).SelectMany(room => Pupils(room), (room, pupil) => (Room: room, Pupil: pupil))
            .Where(one => one.Pupil.Person.IsCalled(name)).ToList();
        if (found.Count == 0) turn.Say(turn.Phrases.NoSuchPupil(name));
        else turn.Say(turn.Phrases.TransferWhich(name), Keyboard.Column([.. found.Select(one =>
            new Button($"{one.Pupil.Person.Name} · {one.Room.Unit.ShortName}", Of(ToVerb, one.Room.Unit.Id, one.Pupil.Person.Id)))]));
    }

    private static void From(Turn turn, long unitId, int page) => turn.Say(turn.Phrases.TransferFrom, Keyboard.Paged(
        3, ClassesAPage, page, [.. Allowed(turn).Select(unit => new Button(unit.ShortName, Of(FromVerb, unit.Id)))], other => Of(FromVerb, unitId, other)));

    private static void Whom(Turn turn, ClassRoster room, int page)
    {
        var pupils = Pupils(room).Select(pupil => new Button(pupil.Person.Name, Of(ToVerb, room.Unit.Id, pupil.Person.Id)));
        turn.Say(turn.Phrases.TransferWhom(room.Unit.ShortName), Keyboard.Paged(3, PupilsAPage, page, [.. pupils], other => Of(FromVerb, room.Unit.Id, other))
            .Then(Back(turn, Of(FromVerb, Above(turn, room.Unit).Id))));
    }

    private static void To(Turn turn, ClassRoster room, Subject pupil, int page)
    {
        var (from, person) = (room.Unit.Id, pupil.Person.Id);
        var others = Others(turn, room).Select(unit => new Button(unit.ShortName, Of(SureVerb, from, person, unit.Id))).ToList();
        turn.Say(
            others.Count == 0 ? turn.Phrases.NoOtherClass : turn.Phrases.TransferTo(pupil.Person.Name, room.Unit.ShortName),
            Keyboard.Paged(3, ClassesAPage, page, others, other => Of(ToVerb, from, person, other)).Then(Back(turn, Of(FromVerb, from))));
    }

    private static void Move(Turn turn, ClassRoster room, Subject pupil, Unit to, bool isSure)
    {
        var (from, person) = (room.Unit, pupil.Person);
        if (!isSure)
        {
            turn.Say(turn.Phrases.TransferSure(person.Name, from.ShortName, to.ShortName), Keyboard.Column(
                new Button(turn.Phrases.TransferButton,
                    ButtonData.Standing(SureVerb, ButtonData.Number(from.Id), ButtonData.Number(person.Id), ButtonData.Number(to.Id), Sure)),
                new Button(turn.Phrases.BackButton, Of(ToVerb, from.Id, person.Id))));
            return;
        }

        turn.Add(new Effect.Transfer(person.Id, from.Id, to.Id, Authority.ActingPerson(turn.Context)));
        turn.Say(turn.Phrases.Transferred(person.Name, to.ShortName), Back(turn, Of(FromVerb, from.Id)));
    }

    private static List<ClassRoster> Rooms(Turn turn) =>
        [.. turn.Context.Classes.Where(room => room.Unit.Kind == UnitKind.Class && Authority.May(turn.Context, Permission.Transfer, room.Unit))];

    private static IEnumerable<Subject> Pupils(ClassRoster room) => room.Students.Where(student => student.Person.Role == Role.Student);

    private static List<Unit> Allowed(Turn turn) => [.. turn.Context.SchoolClasses.Where(unit => Authority.May(turn.Context, Permission.Transfer, unit))];

    private static List<Unit> Others(Turn turn, ClassRoster room) => [.. Allowed(turn).Where(unit => unit.Id != room.Unit.Id)];

    private static Unit Above(Turn turn, Unit room) =>
        turn.Context.Posts.First(post => Permissions.Allows(post.Role, Permission.Transfer, post.Unit.RelationTo(room))).Unit;

    private static Keyboard Back(Turn turn, ButtonData to) => Keyboard.Row(new Button(turn.Phrases.BackButton, to));

    private static ButtonData Of(string verb, params IReadOnlyList<long> numbers) => ButtonData.Standing(verb, [.. numbers.Select(ButtonData.Number)]);
}
