using CheckinBot.Core.CheckIns;

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
