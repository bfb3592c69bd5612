using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using static CheckinBot.Tests.Rules.Facts;

namespace CheckinBot.Tests.Rules;

/// <summary>A rule fires once for the same facts, and again when they grow.</summary>
public sealed class FiringJudgementTests
{
    private static readonly RulePlace Room = new(RuleScope.Class, Class1);

    [Fact]
    public void The_third_pupil_fires_it()
    {
        var fired = Assert.IsType<FiringChange.Fired>(Assert.Single(Changes(Of(Ill(10, 1), Ill(11, 1), Ill(12, 1)), 1)));
        Assert.Equal([10, 11, 12], fired.Match.Pupils);
    }

    [Fact]
    public void The_same_facts_again_change_nothing() =>
        Assert.Empty(Changes(Of(Ill(10, 1), Ill(11, 1), Ill(12, 1), Ill(12, 1, slot: "noon")), 1, Fired(10, 11, 12)));

    [Fact]
    public void A_fourth_pupil_makes_it_grow()
    {
        var grown = Assert.IsType<FiringChange.Grown>(Assert.Single(Changes(Of(Ill(10, 1), Ill(11, 1), Ill(12, 1), Ill(13, 1)), 1, Fired(10, 11, 12))));
        Assert.Equal([13], grown.Added);
        Assert.Equal([10, 11, 12, 13], grown.Pupils);
    }

    [Fact]
    public void The_same_pupils_on_the_next_school_day_are_the_same_facts() => Assert.IsType<FiringChange.Continued>(Assert.Single(
        Changes(Of([.. Days(1, 2).SelectMany(day => Three(day))]), 2, Fired(10, 11, 12))));

    [Fact]
    public void A_weekend_does_not_make_the_same_pupils_new() => Assert.IsType<FiringChange.Continued>(Assert.Single(
        Changes(Of([.. Days(5, 8).SelectMany(day => Three(day))]), 8, Day(5), Fired(10, 11, 12) with { FirstDay = Day(5), LastDay = Day(5) })));

    [Fact]
    public void A_new_pupil_the_next_day_makes_it_grow_and_those_of_the_first_day_stay()
    {
        var facts = Of([.. Three(1), Ill(11, 2), Ill(12, 2), Ill(13, 2)]);
        var grown = Assert.IsType<FiringChange.Grown>(Assert.Single(Changes(facts, 2, Fired(10, 11, 12))));
        Assert.Equal([10, 11, 12, 13], grown.Pupils);
    }

    [Fact]
    public void Three_pupils_a_week_later_are_a_new_cluster() =>
        Assert.IsType<FiringChange.Fired>(Assert.Single(Changes(Of([.. Three(1), .. Three(9)]), 9, Fired(10, 11, 12))));

    [Fact]
    public void That_a_cluster_is_over_is_no_correction() => Assert.Empty(Changes(Of(Three(1)), 2, Fired(10, 11, 12)));

    [Fact]
    public void A_correction_below_the_number_withdraws_it() =>
        Assert.IsType<FiringChange.Withdrawn>(Assert.Single(Changes(Of(Ill(10, 1), Ill(11, 1)), 1, Fired(10, 11, 12))));

    [Fact]
    public void A_correction_that_leaves_enough_is_shown_without_a_word()
    {
        var shrunk = Assert.IsType<FiringChange.Corrected>(Assert.Single(Changes(Of(Three(1)), 1, Fired(10, 11, 12, 13))));
        Assert.Equal([10, 11, 12], shrunk.Pupils);
    }

    [Fact]
    public void What_was_withdrawn_and_holds_again_is_told_again()
    {
        var withdrawn = Fired(10, 11, 12) with { WithdrawnAt = DateTimeOffset.UnixEpoch };
        Assert.Empty(Changes(Of(Ill(10, 1), Ill(11, 1)), 1, withdrawn));
        Assert.IsType<FiringChange.Grown>(Assert.Single(Changes(Of(Three(1)), 1, withdrawn)));
    }

    [Fact]
    public void Somebody_who_has_answered_after_all_ends_the_silence_and_only_where_it_was_looked_into()
    {
        var firing = Fired(10) with { RuleId = "no_answer_3days" };
        Assert.Empty(Changes(Of(), 2, firing));
        Assert.IsType<FiringChange.Withdrawn>(Assert.Single(Changes(Of() with { Silent = [] }, 2, firing)));
        Assert.IsType<FiringChange.Continued>(Assert.Single(Changes(Of() with { Silent = [new SilentPupil(10, Class1, 4, Day(1))] }, 2, firing)));
        Assert.IsType<FiringChange.Grown>(Assert.Single(
            Changes(Of() with { Silent = [new SilentPupil(10, Class1, 4, Day(1)), new SilentPupil(11, Class1, 3, Day(1))] }, 2, firing)));
    }

    [Fact]
    public void A_cluster_of_a_dormitory_is_not_withdrawn_by_a_look_at_one_class()
    {
        var firing = Fired(10, 11, 20) with { Place = new RulePlace(RuleScope.Dormitory, School, "301") };
        Assert.Empty(Changes(Of(Ill(10, 1, dormitory: "301")) with { SchoolId = null }, 1, firing));
        Assert.IsType<FiringChange.Withdrawn>(Assert.Single(Changes(Of(Ill(10, 1, dormitory: "301")), 1, firing)));
    }

    [Fact]
    public void Whatever_happens_in_which_order_each_pupil_is_told_of_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var ill = new List<HealthFact>();
            Firing? firing = null;
            var told = new List<long>();
            for (var step = 0; step < 12; step++)
            {
                ill.Add(Ill(random.Next(10, 16), 1, slot: $"slot{random.Next(3)}"));
                foreach (var change in Changes(Of([.. ill]), 1, firing is null ? [] : [firing]))
                {
                    firing = change switch
                    {
                        FiringChange.Fired fired => Fired([.. fired.Match.Pupils]),
                        FiringChange.Grown grown => grown.Before with { Pupils = grown.Pupils },
                        _ => throw new InvalidOperationException($"{change} although nothing was corrected"),
                    };
                    told.AddRange(change is FiringChange.Grown more ? more.Added : firing.Pupils);
                }
            }

            Assert.Equal(told.Distinct(), told);
            if (firing is not null) Assert.Equal(ill.Select(fact => fact.PupilId).Distinct().Order(), told.Order());
        }
    }

    private static IReadOnlyList<FiringChange> Changes(FactSet facts, int day, params Firing[] known) => Changes(facts, day, Day(day - 1), known);

    private static IReadOnlyList<FiringChange> Changes(FactSet facts, int day, DateOnly previousSchoolDay, params Firing[] known) =>
        FiringJudgement.Changes([Rule("class_cluster_1day"), Rule("no_answer_3days")], facts, Day(day), previousSchoolDay, known);

    private static Firing Fired(params long[] pupils) =>
        new(1, "class_cluster_1day", Room) { Pupils = pupils, Signs = Symptoms.Fever, FirstDay = Day(1), LastDay = Day(1) };

    private static HealthFact[] Three(int day) => [Ill(10, day), Ill(11, day), Ill(12, day)];

    private static int[] Days(params int[] days) => days;
}
