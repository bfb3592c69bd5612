using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using static CheckinBot.Tests.Rules.Facts;

namespace CheckinBot.Tests.Rules;

/// <summary>When each of the shipped rules fires, at its edges.</summary>
public sealed class EvaluationTests
{
    private static readonly AlertRule OneDay = Rule("class_cluster_1day");
    private static readonly AlertRule ThreeDays = Rule("class_cluster_3day");
    private static readonly AlertRule Twice = Rule("reading_twice");

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Three_pupils_of_a_class_with_like_symptoms_in_a_day_are_a_cluster(int pupils, bool fires) =>
        Assert.Equal(fires, Fires(Of(Pupils(pupils, day: 1)), 1, OneDay).Any());

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_pupils_within_three_days_are_a_cluster(int pupils, bool fires)
    {
        var facts = Enumerable.Range(0, pupils).Select(index => Ill(10 + index, 1 + (index % 3))).ToArray();
        Assert.Equal(fires, Fires(Of(facts), 3, ThreeDays).Any());
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Of_three_days_the_first_and_the_last_count_and_the_day_before_does_not(int day, bool fires)
    {
        var facts = Of(Ill(10, 1), Ill(11, 2), Ill(12, 2), Ill(13, 3), Ill(14, 3));
        Assert.Equal(fires, Fires(facts, day, ThreeDays).Any());
    }

    [Fact]
    public void Days_are_consecutive_ones_so_a_weekend_counts_against_the_window()
    {
        var facts = Of(Ill(10, 5), Ill(11, 5), Ill(12, 5), Ill(13, 8), Ill(14, 8));
        Assert.Empty(Fires(facts, 8, ThreeDays));
    }

    [Fact]
    public void The_day_before_and_the_day_after_are_no_part_of_one_day()
    {
        var facts = Of(Ill(10, 1), Ill(11, 2), Ill(12, 2), Ill(13, 3));
        Assert.All([1, 2, 3], day => Assert.Empty(Fires(facts, day, OneDay)));
    }

    [Fact]
    public void A_pupil_counts_once_however_many_slots_and_days_tell_of_it()
    {
        var facts = Of(Ill(10, 1), Ill(10, 1, slot: "noon"), Ill(11, 1), Ill(11, 1, slot: "evening"));
        Assert.Empty(Fires(facts, 1, OneDay));
        Assert.Empty(Fires(Of([.. Enumerable.Range(1, 3).SelectMany(day => Pupils(4, day))]), 3, ThreeDays));
    }

    [Theory]
    [InlineData(Symptoms.Cough, Symptoms.SoreThroat, Symptoms.RunnyNose, true)]
    [InlineData(Symptoms.Vomiting, Symptoms.Diarrhoea, Symptoms.Diarrhoea, true)]
    [InlineData(Symptoms.Rash, Symptoms.Rash, Symptoms.Rash, true)]
    [InlineData(Symptoms.RedEyes, Symptoms.RedEyes, Symptoms.RedEyes, true)]
    [InlineData(Symptoms.Jaundice, Symptoms.Jaundice, Symptoms.Jaundice, true)]
    [InlineData(Symptoms.Fever, Symptoms.Rash, Symptoms.Vomiting, false)]
    [InlineData(Symptoms.Fever, Symptoms.Fever, Symptoms.Cough, false)]
    [InlineData(Symptoms.Headache, Symptoms.Headache, Symptoms.Headache, false)]
    public void Like_symptoms_are_those_of_one_group(Symptoms first, Symptoms second, Symptoms third, bool fires) =>
        Assert.Equal(fires, Fires(Of(Ill(10, 1, first), Ill(11, 1, second), Ill(12, 1, third)), 1, OneDay).Any());

    [Fact]
    public void Two_groups_that_reach_the_number_are_one_finding_with_both()
    {
        var both = Symptoms.Fever | Symptoms.Cough;
        var match = Assert.Single(Evaluation.Of([OneDay], Of(Ill(10, 1, both), Ill(11, 1, both), Ill(12, 1, both), Ill(13, 1, Symptoms.Cough)), Day(1)));
        Assert.Equal([10, 11, 12, 13], match.Pupils);
        Assert.Equal(SymptomGroup.Fever | SymptomGroup.Respiratory, match.Signs);
    }

    [Fact]
    public void Pupils_of_two_classes_are_no_cluster_of_a_class() =>
        Assert.Empty(Fires(Of(Ill(10, 1), Ill(11, 1), Ill(20, 1)), 1, OneDay));

    [Fact]
    public void Pupils_of_two_classes_who_share_a_dormitory_are_a_cluster()
    {
        var facts = Of(Ill(10, 1, dormitory: "301"), Ill(11, 1, dormitory: "301"), Ill(20, 1, dormitory: "301"), Ill(21, 1, dormitory: "302"));
        Assert.Equal(["class_cluster_1day@dormitory 301: 10 11 20"], Fires(facts, 1, OneDay));
    }

    [Fact]
    public void A_class_that_is_also_one_dormitory_is_told_of_once() =>
        Assert.Equal(["class_cluster_1day@class 1: 10 11 12"], Fires(Of([.. Pupils(3, 1).Select(fact => fact with { Dormitory = "301" })]), 1, OneDay));

    [Fact]
    public void Five_on_one_day_are_told_of_by_the_rule_of_one_day_alone() =>
        Assert.Equal(["class_cluster_1day@class 1: 10 11 12 13 14"], Fires(Of(Pupils(5, 1)), 1, OneDay, ThreeDays));

    [Fact]
    public void A_rule_that_is_to_be_reported_sooner_is_not_hidden_by_one_that_has_time()
    {
        var urgent = OneDay with { Id = "urgent", Within = TimeSpan.FromHours(2) };
        Assert.Equal(2, Fires(Of(Pupils(3, 1)), 1, OneDay, urgent).Count());
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_rule_of_the_school_counts_over_its_classes(int pupils, bool fires)
    {
        var norovirus = new AlertRule("norovirus", RuleKind.LikeSymptoms, 10, 7, RuleScope.School) { Signs = [SymptomGroup.Digestive] };
        var facts = Enumerable.Range(0, pupils).Select(index => Ill(15 + index, 1 + (index % 5), Symptoms.Vomiting)).ToArray();
        Assert.Equal(fires, Fires(Of(facts), 5, norovirus).Any());
    }

    [Fact]
    public void A_rule_with_a_temperature_counts_those_who_reach_it_only()
    {
        var influenzaLike = new AlertRule(
            "ili", RuleKind.LikeSymptoms, 3, 7, RuleScope.School)
        { Signs = [Symptoms.Cough | Symptoms.SoreThroat], FromTenths = 380 };
        HealthFact[] facts = [Ill(10, 1, Symptoms.Cough, tenths: 380), Ill(11, 2, Symptoms.SoreThroat, tenths: 391), Ill(20, 3, Symptoms.Cough, tenths: 379)];
        Assert.Empty(Fires(Of(facts), 3, influenzaLike));
        Assert.Single(Fires(Of([.. facts, Ill(21, 3, Symptoms.Cough, tenths: 381)]), 3, influenzaLike));
    }

    [Fact]
    public void Above_the_line_at_two_slots_fires_for_one_pupil_on_one_day_or_two_in_succession()
    {
        Assert.Empty(Fires(Of(Ill(10, 1, tenths: 375)), 1, Twice));
        Assert.Equal(["reading_twice@class 1: 10"], Fires(Of(Ill(10, 1, tenths: 375), Ill(10, 1, slot: "noon", tenths: 376)), 1, Twice));
        Assert.Equal(["reading_twice@class 1: 10"], Fires(Of(Ill(10, 1, slot: "evening", tenths: 375), Ill(10, 2, tenths: 376)), 2, Twice));
        Assert.Empty(Fires(Of(Ill(10, 1, tenths: 375), Ill(10, 2, tenths: 376)), 2, Twice));
        Assert.Empty(Fires(Of(Ill(10, 1, slot: "noon", tenths: 375), Ill(10, 3, tenths: 376)), 3, Twice));
        Assert.Empty(Fires(Of(Ill(10, 1, tenths: 375), Ill(11, 1, slot: "noon", tenths: 376)), 1, Twice));
        Assert.Empty(Fires(Of(Ill(10, 1, tenths: 372), Ill(10, 1, slot: "noon", tenths: 376)), 1, Twice));
    }

    [Fact]
    public void Above_the_line_twice_in_the_only_slot_of_the_day_fires_too()
    {
        var measuredAgain = Ill(10, 1, tenths: 375) with { AgainTenths = 379, IsAboveLineAgain = true };
        Assert.Equal(["reading_twice@class 1: 10"], Fires(Of(measuredAgain), 1, Twice));
        Assert.Empty(Fires(Of(measuredAgain with { AgainTenths = 372, IsAboveLineAgain = false }), 1, Twice));
        Assert.Empty(Fires(Of(measuredAgain), 1, Twice with { FromTenths = 380 }));
    }

    [Fact]
    public void A_second_measurement_is_one_at_another_time_and_not_the_ear_beside_the_forehead()
    {
        static TakenTemperature Taken(int tenths, MeasuringSite site = MeasuringSite.Unspecified, string? when = null) => new(tenths, site, when);
        Assert.Equal(381, SecondReading.Of([Taken(381), Taken(385)])?.Tenths);
        Assert.Equal(381, SecondReading.Of([Taken(385, when: "昨晚"), Taken(381, when: "今早")])?.Tenths);
        Assert.Null(SecondReading.Of([Taken(381, MeasuringSite.Forehead), Taken(385, MeasuringSite.Ear)]));
        Assert.Null(SecondReading.Of([Taken(385)]));
    }

    [Fact]
    public void One_pupil_with_an_infectious_disease_fires_and_names_it()
    {
        var matches = Evaluation.Of(
            [Rule("infectious_or_suspected")], Of(Ill(10, 1, Symptoms.None) with { Diseases = Diseases.Varicella }, Ill(11, 1)), Day(1));
        Assert.Equal((Diseases.Varicella, "infectious_or_suspected@class 1: 10"), (Assert.Single(matches).Diseases, Show(matches[0])));
    }

    [Fact]
    public void A_rule_of_a_disease_counts_those_who_have_the_same_one()
    {
        var handFootMouth = new AlertRule("hfmd_class", RuleKind.Disease, 2, 7, RuleScope.Class) { Diseases = [Diseases.HandFootMouth] };
        var one = Ill(10, 1, Symptoms.None) with { Diseases = Diseases.HandFootMouth };
        Assert.Empty(Fires(Of(one, Ill(11, 3, Symptoms.None) with { Diseases = Diseases.Influenza }), 3, handFootMouth));
        Assert.Empty(Fires(Of(one, Ill(11, 8, Symptoms.None) with { Diseases = Diseases.HandFootMouth }), 8, handFootMouth));
        Assert.Equal(
            ["hfmd_class@class 1: 10 11"],
            Fires(Of(one, Ill(11, 7, Symptoms.None) with { Diseases = Diseases.HandFootMouth | Diseases.Influenza }), 7, handFootMouth));
    }

    [Theory]
    [InlineData(Symptoms.Fever, 390, false)]
    [InlineData(Symptoms.Fever, 391, true)]
    [InlineData(Symptoms.ShortBreath, null, true)]
    [InlineData(Symptoms.Cough, 365, false)]
    public void A_single_case_is_severe_with_a_high_fever_or_short_of_breath(Symptoms signs, int? tenths, bool fires) =>
        Assert.Equal(fires, Fires(Of(Ill(10, 1, signs, tenths: tenths)), 1, Rule("single_severe")).Any());

    [Fact]
    public void A_return_from_a_key_area_fires_for_one_pupil()
    {
        Assert.Equal(
            ["key_area_return@class 2: 20"], Fires(Of(Ill(20, 1, Symptoms.None, keyArea: "湖北"), Ill(21, 1, Symptoms.None)), 1, Rule("key_area_return")));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Three_school_days_without_an_answer_fire(int days, bool fires) =>
        Assert.Equal(fires, Fires(Of() with { Silent = [new SilentPupil(10, Class1, days, Day(1))] }, 3, Rule("no_answer_3days")).Any());

    [Fact]
    public void Where_silence_was_not_looked_into_nothing_is_said_of_it() => Assert.Empty(Fires(Of(), 3));

    [Fact]
    public void A_class_read_by_itself_says_nothing_of_dormitories_and_the_school()
    {
        var facts = Of([.. Pupils(3, 1).Select(fact => fact with { UnitId = fact.PupilId == 10 ? Class2 : Class1, Dormitory = "301" })]);
        Assert.Single(Fires(facts, 1, OneDay));
        Assert.Empty(Fires(facts with { SchoolId = null }, 1, OneDay));
    }

    [Fact]
    public void Every_shipped_rule_names_its_document_its_readers_and_a_deadline() => Assert.All(ShippedRules.All, rule =>
    {
        Assert.NotEmpty(rule.Source);
        Assert.NotEmpty(rule.Tell);
        Assert.Equal(rule.Kind == RuleKind.Disease ? TimeSpan.Zero : TimeSpan.FromHours(24), rule.Within);
    });

    private static HealthFact[] Pupils(int count, int day) => [.. Enumerable.Range(10, count).Select(pupil => Ill(pupil, day))];
}
