namespace CheckinBot.Demo.Population;

/// <summary>Which habits a class has, seat by seat: the common ones everywhere, the rare ones spread over the classes.</summary>
internal static class HabitPlan
{
    /// <summary>In every class.</summary>
    private static readonly (Habit Habit, int Families)[] Usual =
    [
        (Habit.Prompt, 9), (Habit.NumberOnly, 6), (Habit.JoinsChain, 4), (Habit.RepliesToCard, 1), (Habit.NamesInGroup, 1),
        (Habit.PressesCard, 1), (Habit.AfterReminder, 4), (Habit.AfterSecondReminder, 1), (Habit.AfterNudge, 1),
    ];

    /// <summary>
    /// What makes each class its own. In the primary school somebody never answers; the middle school is whole and well, and can
    /// sign a zero report.
    /// </summary>
    private static readonly Habit[][] Rare =
    [
        [Habit.Never, Habit.Fever, Habit.Fever, Habit.WrongNumber, Habit.TwoChildren, Habit.TwoChildren, Habit.EditsMessage, Habit.NeedsHelp, Habit.BothAnswer],
        [Habit.Never, Habit.BackFromTrip, Habit.NoPhone, Habit.TwoChildren, Habit.OneOfTwo, Habit.NoThermometer, Habit.SendsPhoto, Habit.OnLeave],
        [Habit.AfterNudge, Habit.Later, Habit.NoPoint, Habit.TwoChildren, Habit.OneOfTwo, Habit.BothAnswer, Habit.Undoes, Habit.BackFromTrip],
        [Habit.AfterNudge, Habit.NoPhone, Habit.WrongNumber, Habit.SendsPhoto],
    ];

    /// <summary>One habit a family, in an order that looks like chance and is always the same.</summary>
    /// <param name="classIndex">From 0.</param>
    /// <param name="families">How many; what the lists do not fill is prompt.</param>
    public static IReadOnlyList<Habit> ForClass(int classIndex, int families)
    {
        List<Habit> habits = [.. Rare[classIndex], .. Usual.SelectMany(u => Enumerable.Repeat(u.Habit, u.Families))];
        habits.AddRange(Enumerable.Repeat(Habit.Prompt, families - habits.Count));
        var order = habits.ToArray();
        new Random(classIndex).Shuffle(order);
        if (order.Length > 6 && classIndex is 0 or 2)
        {
            // Seat 7 belongs to the family with another language: it should answer early, where a visitor sees it.
            var prompt = Array.IndexOf(order, Habit.NumberOnly);
            (order[6], order[prompt]) = (order[prompt], order[6]);
        }

        return order;
    }
}
