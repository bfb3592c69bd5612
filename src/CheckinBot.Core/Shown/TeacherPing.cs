using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>Somebody in a class who has not answered.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
/// <param name="Reached">At least one guardian can be written to.</param>
public sealed record MissingPerson(long PersonId, string Name, bool Reached);

/// <summary>The one message that a class teacher gets at the hour: who is missing, and what to do about it.</summary>
/// <param name="UnitId">The class.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Missing">Who is missing; at least one.</param>
public sealed record TeacherPing(long UnitId, string UnitName, IReadOnlyList<MissingPerson> Missing)
{
    private const int MostNames = 60;

    /// <summary>The slot in which they are missing.</summary>
    public string Slot { get; init; } = CheckInWindow.Morning;

    /// <summary>The day on which they are missing; null where it cannot be let off.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The text, plain.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        var text = phrases.InSlot(Slot, phrases.PingText(UnitName, [.. Missing.Take(MostNames).Select(person => person.Name)], Missing.Count));
        var unreached = Missing.Where(person => !person.Reached).Take(MostNames).Select(person => person.Name).ToList();
        return unreached.Count == 0 ? text : $"{text}\n{phrases.PingUnreached(unreached)}";
    }

    /// <summary>
    /// Buttons to nudge all, report for one, mark one on leave, or let the class off today. A press is judged by the rights and
    /// facts that hold then.
    /// </summary>
    public Keyboard Keyboard(Language language)
    {
        var phrases = new Phrases(language);
        var unit = ButtonData.Number(UnitId);
        var rest = Buttons.Keyboard.Row(
            new Button(phrases.PingReportButton, ButtonData.Standing(Verbs.ReportFor, unit)),
            new Button(phrases.PingLeaveButton, ButtonData.Standing(Verbs.LeaveFor, unit)));
        if (Day is { } day) rest = rest.Then(Buttons.Keyboard.Row(WaiveButton.For(phrases.WaiveButton, UnitId, day)));
        return Missing.Any(person => person.Reached)
            ? Buttons.Keyboard.Row(new Button(phrases.PingNudgeButton, ButtonData.Standing(Verbs.NudgeAll, unit))).Then(rest)
            : rest;
    }
}
