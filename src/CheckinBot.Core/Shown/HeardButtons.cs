using CheckinBot.Core.Buttons;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>The buttons that confirm what a classmate's parent told. A press is judged by the rights and facts that hold then.</summary>
internal static class HeardButtons
{
    /// <summary>The most people in one message.</summary>
    public const int Most = 30;

    private const int InARow = 2;

    /// <summary>For the class teacher: each by name, and all of them.</summary>
    public static Keyboard OfClass(Phrases phrases, long unitId, IReadOnlyList<NamedCase> told, DateOnly day, string slot)
    {
        var each = told.Take(Most).Select(one => new Button(Phrases.ConfirmHeardButton(one.Name), Confirm(one.PersonId, day, slot)));
        var keyboard = Keyboard.Grid(InARow, each);
        return told.Count < 2 ? keyboard : keyboard.Then(Keyboard.Row(new Button(
            phrases.ConfirmAllHeardButton, ButtonData.Standing(Verbs.ConfirmAllHeard, ButtonData.Number(unitId), ButtonData.Day(day), slot))));
    }

    /// <summary>For the family: it is so, or it is not.</summary>
    public static Keyboard OfChild(Phrases phrases, long personId, DateOnly day, string slot) => Keyboard.Row(
        new Button(phrases.HeardIsTrueButton, Confirm(personId, day, slot)),
        new Button(phrases.HeardIsWrongButton, ButtonData.Standing(Verbs.DenyHeard, ButtonData.Number(personId), ButtonData.Day(day), slot)));

    private static ButtonData Confirm(long personId, DateOnly day, string slot) =>
        ButtonData.Standing(Verbs.ConfirmHeard, ButtonData.Number(personId), ButtonData.Day(day), slot);
}
