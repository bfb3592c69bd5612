using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.CheckIns;

public sealed class MergingTests
{
    private static readonly CheckInAnswer Morning = new() { TemperatureTenths = 365, Travel = Travel.No };

    [Fact]
    public void A_later_reading_counts_and_the_earlier_one_is_kept_beside_it()
    {
        var merged = Morning.With(new CheckInAnswer { TemperatureTenths = 368 });
        Assert.Equal(368, merged.TemperatureTenths);
        Assert.Equal([365, 368], merged.Taken.Select(taken => taken.Tenths));
        Assert.Equal(Travel.No, merged.Travel);
    }

    [Fact]
    public void A_correction_leaves_nothing_of_the_wrong_reading_and_of_the_fever_told_with_it()
    {
        var wrong = Morning.With(new CheckInAnswer { TemperatureTenths = 395, Symptoms = Symptoms.Fever | Symptoms.Cough });
        var right = wrong.With(new CheckInAnswer { TemperatureTenths = 365 }, isCorrection: true);
        Assert.Equal(365, right.TemperatureTenths);
        Assert.Empty(right.Taken);
        Assert.Equal(Symptoms.Cough, right.Symptoms);
    }

    [Fact]
    public void A_lower_reading_in_the_afternoon_leaves_the_fever_of_the_day_with_its_course()
    {
        DateTimeOffset morning = new(2026, 3, 5, 7, 0, 0, TimeSpan.FromHours(8)), afternoon = morning.AddHours(7);
        var answer = CheckInAnswer.Empty
            .With(new CheckInAnswer { Taken = [new(382, MeasuringSite.Unspecified, null) { At = morning }], TemperatureTenths = 382 })
            .With(new CheckInAnswer { TemperatureTenths = 369 }, at: afternoon);
        Assert.Equal([(382, morning), (369, afternoon)], answer.Readings.Select(one => (one.Tenths, one.At!.Value)));
        Assert.True(HealthRules.Default.IsFever(answer));
        Assert.True(HealthRules.Default.HasFallen(answer));
        Assert.Equal(382, HealthRules.Default.Peak(answer)!.Tenths);
        Assert.Equal("38.2℃（07:00）→ 36.9℃（14:00）", Core.Shown.AnswerLines.Course(new Core.Texts.Phrases(Language.ZhHans), answer));
    }

    [Theory]
    [InlineData(MeasuringSite.Ear, 379, MeasuringSite.Forehead, 372, false)]
    [InlineData(MeasuringSite.Ear, 379, MeasuringSite.Axillary, 373, true)]
    [InlineData(MeasuringSite.Axillary, 373, MeasuringSite.Ear, 379, true)]
    public void The_reading_that_counts_lies_highest_above_the_line_of_its_site(
        MeasuringSite firstSite, int first, MeasuringSite secondSite, int second, bool fever)
    {
        var answer = new CheckInAnswer { TemperatureTenths = first, Site = firstSite }
            .With(new CheckInAnswer { TemperatureTenths = second, Site = secondSite });
        Assert.Equal(fever, HealthRules.Default.IsFever(answer));
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_latest_reading_and_of_the_wrong_one_where_the_right_one_is_told_already()
    {
        var day = CheckInAnswer.Empty.With(Told(382)).With(Told(399));
        Assert.Equal([382, 369], day.With(Told(369), isCorrection: true).Readings.Select(one => one.Tenths));
        // 38.2, then 36.2, then: I mistyped it, it is 36.2.
        Assert.Equal([362], CheckInAnswer.Empty.With(Told(382)).With(Told(362)).With(Told(362), isCorrection: true).Readings.Select(one => one.Tenths));

        static CheckInAnswer Told(int tenths) => new() { TemperatureTenths = tenths };
    }

    [Fact]
    public void What_is_taken_back_is_gone_everywhere_and_what_is_only_over_leaves_the_days_fever()
    {
        var ill = new CheckInAnswer
        {
            TemperatureTenths = 366,
            Symptoms = Symptoms.Fever | Symptoms.Cough | Symptoms.Flu,
            Diseases = Diseases.Influenza,
            OnlySuspected = true,
            Isolation = Isolation.Home,
            Contact = true,
            Absence = Absence.IllAtHome,
        };
        Assert.Equal(ill with { Symptoms = Symptoms.Fever }, ill.Without(new() { Symptoms = ~Symptoms.None, IsOver = true }));
        Assert.Equal(ill with { Symptoms = Symptoms.None }, ill.Without(new() { Symptoms = ~Symptoms.None }));
        // Influenza stands in the list of symptoms as well.
        Assert.Equal(
            ill with { Symptoms = Symptoms.Fever | Symptoms.Cough, Diseases = Diseases.None, OnlySuspected = false },
            ill.Without(new() { Diseases = Diseases.Influenza }));
        Assert.Equal(
            ill with { Isolation = Isolation.None, Contact = false, Absence = Absence.None },
            ill.Without(new() { Isolation = true, Contact = true, Absence = true }));
        Assert.Equal(ill, ill.Without(Retraction.None));
    }

    [Fact]
    public void A_number_replaces_no_thermometer_and_said_to_be_well()
    {
        var merged = new CheckInAnswer { NoThermometer = true, NormalSaid = true }.With(new CheckInAnswer { TemperatureTenths = 366 });
        Assert.Equal(new CheckInAnswer { TemperatureTenths = 366 }, merged);
    }

    [Fact]
    public void No_thermometer_takes_no_number_away() =>
        Assert.Equal(Morning, Morning.With(new CheckInAnswer { NoThermometer = true, NormalSaid = true }));

    [Fact]
    public void The_answers_to_where_and_since_when_complete_one_trip()
    {
        var day = new DateOnly(2026, 3, 4);
        var trip = Morning.With(new() { Travel = Travel.Yes }).With(new() { Travel = Travel.Yes, Place = "武汉" })
            .With(new() { Travel = Travel.Yes, ReturnedOn = day });
        Assert.Equal(("武汉", day, false), (trip.Place, trip.ReturnedOn, trip.StillAway));
        Assert.Equal(new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, trip.With(new() { Travel = Travel.No }));
    }

    [Theory]
    [InlineData(MeasuringSite.Axillary, 372, false)]
    [InlineData(MeasuringSite.Axillary, 373, true)]
    [InlineData(MeasuringSite.Unspecified, 373, true)]
    [InlineData(MeasuringSite.Ear, 379, false)]
    [InlineData(MeasuringSite.Ear, 380, true)]
    public void The_fever_line_is_that_of_the_site(MeasuringSite site, int tenths, bool fever) =>
        Assert.Equal(fever, HealthRules.Default.IsFever(new CheckInAnswer { TemperatureTenths = tenths, Site = site }));

    [Fact]
    public void An_absence_exempts_and_an_answer_taken_back_is_missing()
    {
        Assert.Equal(CheckInStatus.Exempt, Morning.With(new CheckInAnswer { Absence = Absence.Leave }).Status);
        Assert.Equal(CheckInStatus.Missing, CheckInAnswer.Empty.Status);
        Assert.Equal(CheckInStatus.Partial, new CheckInAnswer { Travel = Travel.No }.Status);
    }
}
