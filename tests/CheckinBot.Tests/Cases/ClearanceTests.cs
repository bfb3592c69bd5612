using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Cases;

/// <summary>What stands in the way of a return, and until when.</summary>
public sealed class ClearanceTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Person Ming = new(31, 3, Role.Student, "王小明");
    private static readonly Unit Class = new(3, 2, "1班", "示范县/第一小学/1班", UnitKind.Class);

    [Fact]
    public void A_fever_of_less_than_24_hours_ago_stands_in_the_way()
    {
        var fever = Told(Monday, 7, new() { TemperatureTenths = 382 });
        Assert.Equal([(ClearanceRule.FeverFree, Monday.AddDays(1))], Blocks(At(Monday, 12), fever));
        Assert.Equal([(ClearanceRule.FeverFree, Monday.AddDays(1))], Blocks(At(Monday.AddDays(1), 6), fever));
        Assert.Empty(Blocks(At(Monday.AddDays(1), 7), fever));
    }

    [Fact]
    public void A_fever_of_the_day_that_has_fallen_counts_from_when_it_was_measured()
    {
        TakenTemperature[] taken =
        [
            new(382, MeasuringSite.Unspecified, null) { At = At(Monday, 9) }, new(366, MeasuringSite.Unspecified, null) { At = At(Monday, 15) },
        ];
        var told = Told(Monday, 15, new() { TemperatureTenths = 366, Taken = taken });
        Assert.NotEmpty(Blocks(At(Monday.AddDays(1), 8), told));
        Assert.Empty(Blocks(At(Monday.AddDays(1), 9), told));
    }

    [Fact]
    public void Influenza_waits_two_days_after_the_last_symptom_and_chickenpox_two_weeks()
    {
        var flu = Told(Monday, 7, new() { TemperatureTenths = 382, Diseases = Diseases.Influenza });
        var cough = Told(Monday.AddDays(1), 7, new() { TemperatureTenths = 366, Symptoms = Symptoms.Cough });
        Assert.Equal([(ClearanceRule.Disease, Monday.AddDays(3))], Blocks(At(Monday.AddDays(2), 8), flu, cough));
        Assert.Empty(Blocks(At(Monday.AddDays(3), 8), flu, cough));

        var pox = Told(Monday, 7, new() { TemperatureTenths = 366, Diseases = Diseases.Varicella });
        Assert.Equal([(ClearanceRule.Disease, Monday.AddDays(14))], Blocks(At(Monday.AddDays(13), 8), pox));
        Assert.Empty(Blocks(At(Monday.AddDays(14), 8), pox));
    }

    [Fact]
    public void Where_a_doctor_says_when_no_days_are_counted()
    {
        Assert.Empty(Blocks(At(Monday, 8), Told(Monday, 7, new() { TemperatureTenths = 366, Diseases = Diseases.Tuberculosis })));
        Assert.True(Assert.Single(ReturnRule.Of(Diseases.Tuberculosis)).IsForDoctors);
    }

    [Fact]
    public void Every_disease_has_a_rule_with_its_source()
    {
        Assert.Equal(Enum.GetValues<Diseases>().Where(one => one != Diseases.None), ReturnRule.All.Select(rule => rule.Disease));
        Assert.All(ReturnRule.All, rule => Assert.NotEmpty(rule.Source));
    }

    [Fact]
    public void Monitoring_stands_in_the_way_of_its_own_matter_until_its_last_day_is_over()
    {
        var monitored = new Monitored(Ming.Id, MonitoredKind.KeyArea, Monday, Monday.AddDays(14));
        var file = new CaseFile(1, Ming, Class, CaseMatter.KeyArea, CaseState.TakenOn, Monday, At(Monday, 7));
        var block = Assert.Single(Clearance.Blocks(file, [monitored], HealthRules.Default, Shanghai, At(Monday.AddDays(14), 8)));
        Assert.Equal(At(Monday.AddDays(15), 0), block.At);
        Assert.Empty(Clearance.Blocks(file, [monitored], HealthRules.Default, Shanghai, At(Monday.AddDays(15), 8)));
        Assert.Empty(Clearance.Blocks(file with { Matter = CaseMatter.Illness }, [monitored], HealthRules.Default, Shanghai, At(Monday, 8)));
    }

    private static IEnumerable<(ClearanceRule Rule, DateOnly On)> Blocks(DateTimeOffset now, params CheckIn[] told)
    {
        var file = new CaseFile(1, Ming, Class, CaseMatter.Illness, CaseState.Recovering, Monday, At(Monday, 7)) { Told = told };
        return Clearance.Blocks(file, [], HealthRules.Default, Shanghai, now).Select(block => (block.Rule, Shanghai.DayOf(block.At)));
    }

    private static CheckIn Told(DateOnly day, int hour, CheckInAnswer answer) =>
        new(Ming.Id, day, CheckInWindow.Morning, 1, answer, CheckInSource.Private, 1, At(day, hour));

    private static DateTimeOffset At(DateOnly day, int hour) => Shanghai.ToInstant(day, new TimeOnly(hour, 0));
}
