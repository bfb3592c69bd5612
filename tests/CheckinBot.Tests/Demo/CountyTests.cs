using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;

namespace CheckinBot.Tests.Demo;

public sealed class CountyTests
{
    private readonly County county = CountyBuilder.Build();

    [Fact]
    public void It_has_two_schools_four_classes_160_pupils_and_12_staff()
    {
        Assert.Equal(["示范县/第一小学", "示范县/实验中学"], county.Schools);
        Assert.Equal(4, county.Classes.Count);
        Assert.All(county.Classes, room => Assert.Equal(40, county.Pupils.Count(pupil => pupil.ClassPath == room.Path)));
        Assert.Equal(12, county.Staff.Count);
    }

    [Fact]
    public void It_is_the_same_every_time() =>
        Assert.Equal(RosterCsv.Of(county), RosterCsv.Of(CountyBuilder.Build()));

    [Fact]
    public void Numbers_are_unique_within_a_school_and_accounts_everywhere()
    {
        foreach (var school in county.Schools)
        {
            var numbers = county.Pupils.Where(p => p.ClassPath.StartsWith(school, StringComparison.Ordinal)).Select(p => p.Number)
                .Concat(county.Staff.Where(s => s.UnitPath.StartsWith(school, StringComparison.Ordinal)).Select(s => s.Number));
            Assert.Equal(numbers, numbers.Distinct());
        }

        var accounts = county.Staff.Select(s => s.Account.UserId)
            .Concat(county.Households.SelectMany(h => h.Carers).Select(c => c.Account.UserId)).ToList();
        Assert.Equal(accounts, accounts.Distinct());
    }

    [Fact]
    public void No_two_pupils_share_a_name() =>
        Assert.Equal(county.Pupils.Count(), county.Pupils.Select(p => p.Name).Distinct().Count());

    [Fact]
    public void Every_habit_of_a_family_occurs() =>
        Assert.Empty(Enum.GetValues<Habit>().Except(county.Households.Select(h => h.Habit)));

    [Fact]
    public void Families_of_several_children_have_them_in_two_classes() =>
        Assert.All(county.Households.Where(h => h.Pupils.Count > 1), h =>
        {
            Assert.Contains(h.Habit, new[] { Habit.TwoChildren, Habit.OneOfTwo });
            Assert.Equal(2, h.Pupils.Select(p => p.ClassPath).Distinct().Count());
        });

    [Fact]
    public void Only_a_family_without_a_phone_has_no_carer() =>
        Assert.All(county.Households, h => Assert.Equal(h.Habit == Habit.NoPhone, h.Carers.Count == 0));

    [Fact]
    public void All_three_languages_are_spoken() =>
        Assert.Equal(Enum.GetValues<Language>(), county.Pupils.Select(p => p.Language).Distinct().Order());
}
