using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>Somebody in a class about whom its teacher still has to ask.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The name as in the roster.</param>
/// <param name="Reached">At least one guardian can be written to.</param>
public sealed record MissingPerson(long PersonId, string Name, bool Reached)
{
    /// <summary>Told to be absent, and nobody has said why; the others are missing.</summary>
    public bool NoReason { get; init; }

    /// <summary>The family has no thermometer today.</summary>
    public bool NoThermometer { get; init; }

    /// <summary>When the family said that it answers later, local; null where it did not.</summary>
    public TimeOnly? SaidLater { get; init; }

    /// <summary>When somebody of the family was last asked today, local; null where nobody was.</summary>
    public TimeOnly? Asked { get; init; }

    /// <summary>A classmate's parent told something that is to be confirmed.</summary>
    public bool Heard { get; init; }
}

/// <summary>The one message that a class teacher gets at the hour: about whom somebody has to ask, by name, and what to do about it.</summary>
/// <param name="UnitId">The class.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Open">Who is missing, or absent without a reason.</param>
public sealed record TeacherPing(long UnitId, string UnitName, IReadOnlyList<MissingPerson> Open)
{
    private const int MostNames = 60;

    // So many are named again.
    private const int FewNames = 3;

    /// <summary>The names of those who have reported and owe the answer about travel.</summary>
    public IReadOnlyList<string> TravelOpen { get; init; } = [];

    /// <summary>There is nobody to ask about.</summary>
    public bool IsEmpty => Open.Count + TravelOpen.Count == 0;

    /// <summary>The slot in which they are missing.</summary>
    public string Slot { get; init; } = CheckInWindow.Morning;

    /// <summary>The day on which they are missing; null where it cannot be let off.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The text, plain.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        List<string> missing = [.. Open.Where(person => !person.NoReason).Select(person => person.Name)];
        List<string> noReason = [.. Open.Where(person => person.NoReason).Select(person => person.Name)];
        List<string> lines = [phrases.InSlot(Slot, missing.Count > 0
            ? phrases.PingText(UnitName, [.. missing.Take(MostNames)], missing.Count)
            : phrases.PingRest(UnitName)), .. Notes(phrases)];
        if (noReason.Count > 0) lines.Add(phrases.NoReasonNames([.. noReason.Take(MostNames)], noReason.Count));
        if (TravelOpen.Count > 0) lines.Add(phrases.TravelOpenNames([.. TravelOpen.Take(MostNames)], TravelOpen.Count));
        return string.Join('\n', lines);
    }

    /// <summary>Who said what, who was asked and when, and who cannot be reached.</summary>
    private IEnumerable<string> Notes(Phrases phrases)
    {
        var shown = Open.Where(person => !person.NoReason).Take(MostNames).ToList();
        if (Names(shown, person => person.Heard) is { Count: > 0 } heard) yield return phrases.PingHeard(heard);
        if (Names(shown, person => person.NoThermometer) is { Count: > 0 } without) yield return phrases.PingNoThermometer(without);
        List<string> later =
            [.. shown.Where(person => person.SaidLater is not null).Select(person => phrases.SaidLaterAt(person.Name, person.SaidLater!.Value))];
        if (later.Count > 0) yield return phrases.PingSaidLater(later);
        foreach (var asked in shown.Where(person => person.Asked is not null).GroupBy(person => Minute(person.Asked!.Value)).OrderBy(one => one.Key))
        {
            // Thirty names that stand right above are not said again.
            var isEverybody = shown.Count > FewNames && asked.Count() == shown.Count;
            yield return isEverybody
                ? phrases.PingAskedAll(asked.Key, shown.Count)
                : phrases.PingAsked(asked.Key, [.. asked.Select(person => person.Name)]);
        }

        if (Names(shown, person => !person.Reached) is { Count: > 0 } unreached) yield return phrases.PingUnreached(unreached);
    }

    private static TimeOnly Minute(TimeOnly time) => new(time.Hour, time.Minute);

    private static List<string> Names(List<MissingPerson> shown, Func<MissingPerson, bool> which) =>
        [.. shown.Where(which).Select(person => person.Name)];

    /// <summary>
    /// Buttons to nudge all, report for one, mark one on leave, answer about travel for one, or let the class off today. A press is judged by the rights and
    /// facts that hold then.
    /// </summary>
    public Keyboard Keyboard(Language language)
    {
        var phrases = new Phrases(language);
        var unit = ButtonData.Number(UnitId);
        var isMissing = Open.Any(person => !person.NoReason);
        List<Button> forOne = [];
        if (isMissing) forOne.Add(new Button(phrases.PingReportButton, ButtonData.Standing(Verbs.ReportFor, unit)));
        if (Open.Count > 0) forOne.Add(new Button(isMissing ? phrases.PingLeaveButton : phrases.WhyAbsentButton, ButtonData.Standing(Verbs.LeaveFor, unit)));
        if (TravelOpen.Count > 0) forOne.Add(new Button(phrases.TravelForButton, ButtonData.Standing(Verbs.TravelFor, unit)));
        var rest = Buttons.Keyboard.Row([.. forOne]);
        if (isMissing && Day is { } day) rest = rest.Then(Buttons.Keyboard.Row(WaiveButton.For(phrases.WaiveButton, UnitId, day)));
        if (Open.Count(person => person.Heard) is > 0 and var heard)
            rest = Buttons.Keyboard.Row(new Button(phrases.PingHeardButton(heard), ButtonData.Standing(Verbs.ListHeard, unit))).Then(rest);
        return Open.Any(person => person is { Reached: true, NoReason: false })
            ? Buttons.Keyboard.Row(new Button(phrases.PingNudgeButton, ButtonData.Standing(Verbs.NudgeAll, unit))).Then(rest)
            : rest;
    }
}
