using System.Globalization;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// <c>/missing</c> and <c>/class</c> for somebody who answers for many classes: first the counts, then the class that they
/// press, in the same message. In private only.
/// </summary>
internal static class SchoolDesk
{
    private const int UnitsToAPage = 30;

    // Stands in the place of a page and means the people of the school itself, not its classes. No number in base 36 contains it.
    private const string OwnPeople = "_";

    /// <summary>The units for whose classes the user may do that by a post; only the chosen one, where one was chosen.</summary>
    public static IReadOnlyList<Unit> Schools(Turn turn, Permission permission) =>
    [
        .. turn.Context.Posts.Where(post => Reaches(post, permission)).Select(post => post.Unit).DistinctBy(unit => unit.Id)
            .Where(unit => turn.ChosenUnit is not { } chosen || chosen == unit.Id),
    ];

    /// <summary>Lists the units; pressing one opens it by the same verb.</summary>
    public static void Show(Turn turn, Permission permission, string verb, int page)
    {
        if (turn.Context.Below is not { } below
            || !turn.Context.Posts.Any(post => Reaches(post, permission) && post.Unit.RelationTo(below.Unit) != Relation.None))
        {
            if (turn.Event is ConversationEvent.ButtonPressed) turn.Toast(turn.Phrases.ForClassTeachers, alert: true);
            else turn.Say(turn.Phrases.ForClassTeachers);
            return;
        }

        var units = below.Units.Where(unit => verb == Verbs.Missing ? unit.Open + unit.TravelOpen > 0 : unit.Expected > 0).ToList();
        var keyboard = Keyboard.Paged(
            3, UnitsToAPage, page, [.. units.Select(unit => new Button(Label(turn, below, unit, verb), Opening(unit.Unit, verb)))],
            other => ButtonData.Standing(verb, ButtonData.Number(below.Unit.Id), ButtonData.Number(other)));
        turn.Say(verb == Verbs.Missing ? MissingText(turn, below, units.Count) : turn.Phrases.WhichClass(below.Unit.Name), keyboard);
    }

    /// <summary>The row that leads back to the list, for whoever may see it.</summary>
    public static Keyboard Back(Turn turn, Permission permission, string verb, Unit unit) =>
        turn.Context.Posts.FirstOrDefault(post => Reaches(post, permission) && post.Unit.RelationTo(unit) != Relation.None) is { } post
            ? Keyboard.Row(new Button(turn.Phrases.BackToSchoolButton(post.Unit.Name), ButtonData.Standing(verb, ButtonData.Number(post.Unit.Id))))
            : Keyboard.None;

    private static bool Reaches(Post post, Permission permission) => !post.Unit.Kind.HoldsPeople() && Permissions.Allows(post.Role, permission, Relation.Above);

    private static string MissingText(Turn turn, UnitsBelow below, int units)
    {
        var (expected, open) = (below.Units.Sum(unit => unit.Expected), below.Units.Sum(unit => unit.Open));
        var (noReason, travel) = (below.Units.Sum(unit => unit.NoReason), below.Units.Sum(unit => unit.TravelOpen));
        return turn.Phrases.InSlot(below.Slot, open + travel == 0
            ? turn.Phrases.NobodyMissing(below.Unit.Name, expected)
            : turn.Phrases.MissingBelow(below.Unit.Name, open - noReason, noReason, travel, units));
    }

    /// <summary>The class of a button; a school stands for the list of its classes, unless the button is about its own people.</summary>
    public static NamedClasses Named(ButtonData data, IReadOnlyList<long> asked) =>
        NamedClasses.Class(data, asked) with { ListsBelow = data.NumberAt(0) is not null && data.Arguments is not [_, OwnPeople] };

    private static ButtonData Opening(Unit unit, string verb) => unit.Kind.HoldsPeople()
        ? ButtonData.Standing(verb, ButtonData.Number(unit.Id))
        : ButtonData.Standing(verb, ButtonData.Number(unit.Id), OwnPeople);

    private static string Label(Turn turn, UnitsBelow below, UnitBelow unit, string verb)
    {
        var name = unit.Unit.Id == below.Unit.Id ? turn.Phrases.DigestOwnPeople : unit.Unit.ShortName;
        return verb == Verbs.Missing ? string.Create(CultureInfo.InvariantCulture, $"{name} {unit.Open + unit.TravelOpen}") : name;
    }
}
