using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;

namespace CheckinBot.Tests.CheckIns;

/// <summary>Who is monitored until when: what a check-in opens, what continues it, and what takes it back.</summary>
public sealed class MonitoringTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly HealthRules Rules = HealthRules.Default with { KeyAreas = [new KeyArea("湖北")] };
    private static readonly CheckInAnswer FromWuhan = new() { TemperatureTenths = 365, Travel = Travel.Yes, Place = "武汉" };
    private static readonly CheckInAnswer AtHome = new() { TemperatureTenths = 365, Travel = Travel.No };

    [Fact]
    public void A_return_from_a_key_area_lasts_for_fourteen_days_from_the_day_of_return()
    {
        Assert.Equal("KeyArea 2026-03-02..2026-03-16 武汉", Of((0, FromWuhan)));
        Assert.Equal("KeyArea 2026-02-27..2026-03-13 武汉", Of((0, FromWuhan with { ReturnedOn = Monday.AddDays(-3) })));
        Assert.Equal("", Of((0, FromWuhan with { ReturnedOn = Monday.AddDays(-15) })));
        Assert.Equal("", Of((0, FromWuhan with { Place = "长沙" })));
    }

    [Fact]
    public void Not_away_or_silence_on_a_later_day_changes_nothing() =>
        Assert.Equal("KeyArea 2026-03-02..2026-03-16 武汉", Of((0, FromWuhan), (2, AtHome), (4, CheckInAnswer.Empty)));

    [Fact]
    public void To_say_it_again_does_not_put_the_release_off_and_to_be_still_there_does()
    {
        Assert.Equal("KeyArea 2026-03-02..2026-03-16 武汉", Of((0, FromWuhan), (1, FromWuhan), (2, FromWuhan with { Place = "湖北武汉" })));
        Assert.Equal("KeyArea 2026-03-02..2026-03-19 武汉", Of((0, FromWuhan with { StillAway = true }), (3, FromWuhan with { StillAway = true })));
        Assert.Equal("KeyArea 2026-03-02..2026-03-18 武汉", Of((0, FromWuhan with { StillAway = true }), (3, FromWuhan with { ReturnedOn = Monday.AddDays(2) })));
    }

    [Fact]
    public void Contact_and_quarantine_last_too_and_nobody_is_in_quarantine_at_two_places()
    {
        Assert.Equal("Contact 2026-03-02..2026-03-16 ", Of((0, AtHome with { Contact = true }), (1, AtHome)));
        Assert.Equal(
            "IsolationHome 2026-03-02..2026-03-04 ; IsolationCentral 2026-03-05..2026-03-19 ",
            Of((0, AtHome with { Isolation = Isolation.Home }), (3, AtHome with { Isolation = Isolation.Central })));
    }

    [Fact]
    public void A_new_revision_of_the_check_in_that_told_it_takes_it_back_and_a_further_one_brings_it_back()
    {
        var stored = Monitoring.Of(Told((0, FromWuhan)), Rules)[0] with { Id = 1 };
        var corrected = Assert.Single(Monitoring.Changes([stored], Monitoring.Of(Told((0, AtHome)), Rules), Now).Changed);
        Assert.Equal((MonitoredEnd.Corrected, Now), (corrected.End, corrected.ClosedAt));
        Assert.False(corrected.IsOn(Monday));
        var again = Assert.Single(Monitoring.Changes([corrected], Monitoring.Of(Told((0, FromWuhan)), Rules), Now).Changed);
        Assert.True(again.IsOn(Monday));
        Assert.Null(again.ClosedAt);
    }

    [Fact]
    public void What_was_released_counts_until_the_day_before_and_only_a_later_day_opens_it_anew()
    {
        var released = Monitoring.Of(Told((0, FromWuhan)), Rules)[0] with { Id = 1, Until = Monday.AddDays(2), End = MonitoredEnd.Released, ClosedAt = Now };
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(days => released.IsOn(Monday.AddDays(days))));
        Assert.Empty(Changes((0, FromWuhan), (3, FromWuhan)).Opened);
        Assert.Empty(Changes((0, FromWuhan), (3, FromWuhan)).Changed);
        Assert.Equal(Monday.AddDays(5), Assert.Single(Changes((0, FromWuhan), (5, FromWuhan)).Opened).Since);

        MonitoringChanges Changes(params (int Day, CheckInAnswer Answer)[] told) =>
            Monitoring.Changes([released], Monitoring.Of(Told(told), Rules, [released]), Now);
    }

    private static string Of(params (int Day, CheckInAnswer Answer)[] told) => string.Join(
        "; ", Monitoring.Of(Told(told), Rules).Select(one => $"{one.Kind} {one.Since:yyyy-MM-dd}..{one.Until:yyyy-MM-dd} {one.Place}"));

    private static IEnumerable<CheckIn> Told(params (int Day, CheckInAnswer Answer)[] told) => told.Select(one =>
        new CheckIn(31, Monday.AddDays(one.Day), CheckInWindow.Morning, 1, one.Answer, CheckInSource.Private, 7, Now.AddDays(one.Day)));
}
