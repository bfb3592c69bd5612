using CheckinBot.Demo.Population;

namespace CheckinBot.Demo.Families;

/// <summary>What a family needs to live through a day.</summary>
/// <param name="Phones">One a carer, the one who usually reports first.</param>
/// <param name="Groups">The groups of the children's classes, in their order.</param>
internal sealed record FamilyLife(Household Home, IReadOnlyList<Phone> Phones, IReadOnlyList<ClassGroup> Groups, Switchboard Board, Told Told);

/// <summary>One family's school day, as its habit has it.</summary>
internal sealed partial class HouseholdDay(FamilyLife life, SchoolMorning day, Random draw, CancellationToken cancellationToken)
{
    private readonly Phone _phone = life.Phones[0];
    private readonly int _tenths = Normal(draw);

    private Pupil Child => life.Home.Pupils[0];

    private ClassGroup Group => life.Groups[0];

    public Task Live() => life.Home.Habit switch
    {
        Habit.Prompt => Complete(Early()),
        Habit.NumberOnly => NumberOnly(),
        Habit.RepliesToCard => RepliesToCard(),
        Habit.PressesCard => PressesCard(),
        Habit.NamesInGroup => NamesInGroup(),
        Habit.JoinsChain => JoinsChain(),
        Habit.AfterReminder => AfterMessage(new TimeOnly(7, 30), minutes: 35),
        Habit.AfterSecondReminder => AfterMessage(new TimeOnly(8, 15), minutes: 10),
        Habit.AfterNudge => AfterMessage(new TimeOnly(8, 30), minutes: 20),
        Habit.WrongNumber => WrongNumber(),
        Habit.NoPoint => NoPoint(),
        Habit.TwoChildren => TwoChildren(),
        Habit.OneOfTwo => OneOfTwo(),
        Habit.Fever => Fever(),
        Habit.BackFromTrip => BackFromTrip(),
        Habit.EditsMessage => EditsMessage(),
        Habit.NoThermometer => NoThermometer(),
        Habit.OnLeave => OnLeave(),
        Habit.SendsPhoto => SendsPhoto(),
        Habit.BothAnswer => BothAnswer(),
        Habit.Later => Later(),
        Habit.NeedsHelp => NeedsHelp(),
        Habit.Undoes => Undoes(),
        _ => Task.CompletedTask,
    };

    /// <summary>Most families answer within half an hour of the card, fewer and fewer after that.</summary>
    private TimeOnly Early() => new TimeOnly(6, 31).Add(TimeSpan.FromMinutes(55 * Math.Pow(draw.NextDouble(), 1.6)));

    private TimeOnly Around(int hour, int minute, int spread = 8) => new TimeOnly(hour, minute).Add(TimeSpan.FromMinutes(spread * draw.NextDouble()));

    private Task Until(TimeOnly at) => day.Until(at, cancellationToken);

    /// <summary>Answers what the bot asks about this child.</summary>
    private Task Answer(Pupil pupil, Facts facts, Facts told)
    {
        Tell(pupil, told);
        return new Replies(_phone, [.. life.Home.Pupils.Select(p => p.Name)], more => Tell(pupil, more)).Give(facts, told, cancellationToken);
    }

    private void Tell(Pupil pupil, Facts facts) => life.Told.Tell(pupil.ClassPath, pupil.Number, facts);

    /// <summary>36.2 to 36.9, mostly around 36.5.</summary>
    private static int Normal(Random draw) => 362 + draw.Next(5) + draw.Next(4);
}
