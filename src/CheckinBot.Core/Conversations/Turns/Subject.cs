using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Somebody for whom the user may report, with what is known of them today.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The class, or the unit of a member of staff.</param>
/// <param name="Relation">By what right the user reports.</param>
/// <param name="Window">The day to which an answer given now belongs.</param>
/// <param name="Rules">The health rules that hold there.</param>
public sealed record Subject(Person Person, Unit Unit, Relation Relation, CheckInWindow Window, HealthRules Rules)
{
    /// <summary>The boarding house in which the pupil lives, where the user sees them by a post there.</summary>
    public Unit? House { get; init; }

    /// <summary>Names by which the family calls the child.</summary>
    public IReadOnlyList<string> Nicknames { get; init; } = [];

    /// <summary>1 for the eldest of the user's children, 0 where unknown (大宝, 弟弟).</summary>
    public int BirthOrder { get; init; }

    /// <summary>The current answer for the window's day and slot; null where there is none.</summary>
    public CheckIn? Current { get; init; }

    /// <summary>The current answer for the school day before, same slot.</summary>
    public CheckIn? Previous { get; init; }

    /// <summary>The last answer of an earlier slot of the window's day; null where there is none.</summary>
    public CheckIn? Earlier { get; init; }

    /// <summary>
    /// All revisions of the window's day and of the day before, oldest first (<see cref="ContextNeeds.History"/>); of a family's own
    /// people always those of <see cref="Current"/>.
    /// </summary>
    public IReadOnlyList<CheckIn> History { get; init; } = [];

    /// <summary>Who told the temperature or absence of <see cref="Current"/>, whoever answered a question about it since; null where nobody did.</summary>
    public CheckIn? Teller => Current is { } current
        ? Revisions.Teller(History.Where(one => one.Day == current.Day && one.Slot == current.Slot)) ?? current
        : null;

    /// <summary>Current check-ins of the last days that tell a disease, of any day and slot. <see cref="ContextNeeds.Diagnosed"/>.</summary>
    public IReadOnlyList<CheckIn> Diagnosed { get; init; } = [];

    /// <summary>
    /// What a classmate's parent told of the window's day and slot; null where there is nothing to confirm.
    /// <see cref="ContextNeeds.Hearsay"/>.
    /// </summary>
    public Hearsay? Heard { get; init; }

    /// <summary>
    /// Whether the unit is let off today. It is looked up only where a family has people in several units: otherwise a unit
    /// that is let off is not asked at all.
    /// </summary>
    public bool IsWaived { get; init; }

    /// <summary>Whether the person is let off or has no school: they are not asked about while somebody else of the family has to answer.</summary>
    public bool IsFreeToday => IsWaived || Window.Phase == WindowPhase.NoSchool;

    /// <summary>
    /// Reported on the window's day, in whatever slot, and nobody has answered about travel or waived it by name. Travel is
    /// asked once a day.
    /// </summary>
    public bool OwesTravel => Told.Any(answer => answer.Accounted == Accounted.Reported)
        && Told.All(answer => answer is { Travel: Travel.Unknown, TravelWaiver: TravelWaiver.None });

    private IEnumerable<CheckInAnswer> Told => new[] { Current, Earlier }.OfType<CheckIn>().Where(one => one.Day == Window.Day).Select(one => one.Answer);

    /// <summary>The open case of the person's illness; null where there is none. Of the own people only.</summary>
    public CaseFile? Illness { get; init; }

    /// <summary>Whether there is an answer that is enough for today, so that nobody needs to be asked.</summary>
    public bool IsDone => Current?.Answer.Status is CheckInStatus.Reported or CheckInStatus.Exempt;
}
