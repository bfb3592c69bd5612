using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.LocalSettings;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Configuration;

/// <summary>A unit overrides single keys of the configuration, checked by the very code that reads the configuration.</summary>
public sealed class UnitSettingsTests
{
    [Fact]
    public void What_a_unit_does_not_override_is_as_configured()
    {
        var settings = Reader(("SchoolDay:OpensAt", "06:00")).Read(Overrides(("SchoolDay:DigestAt", "10:00")));
        Assert.Equal(new TimeOnly(6, 0), settings.SchoolDay.Slots[0].OpensAt);
        Assert.Equal([new TimeOnly(10, 0)], settings.SchoolDay.Slots[0].DigestAt);
        Assert.Equal("06:00", settings.Values["SchoolDay:OpensAt"]);
        Assert.Equal("07:30,08:15", settings.Values["SchoolDay:RemindAt"]);
    }

    [Fact]
    public void A_list_that_is_overridden_keeps_nothing_of_the_configured_one()
    {
        var reader = Reader(("SchoolDay:Holidays:0", "2026-10-01..2026-10-07"), ("SchoolDay:Holidays:1", "2026-05-01"));
        Assert.Equal(8, reader.Read(Overrides()).SchoolDay.ToSchedule().Calendar.Holidays.Count);
        Assert.Single(reader.Read(Overrides(("SchoolDay:Holidays", "2026-06-01"))).SchoolDay.ToSchedule().Calendar.Holidays);
        Assert.Empty(reader.Read(Overrides(("SchoolDay:Holidays", "none"))).SchoolDay.ToSchedule().Calendar.Holidays);
    }

    [Fact]
    public void A_make_up_day_is_a_school_day_in_a_holiday()
    {
        var calendar = Reader().Read(Overrides(("SchoolDay:Holidays", "2026-10-01..2026-10-08"), ("SchoolDay:MakeUpDays", "2026-10-08,2026-10-10"))).SchoolDay
            .ToSchedule().Calendar;
        Assert.False(calendar.IsSchoolDay(new DateOnly(2026, 10, 7)));
        Assert.True(calendar.IsSchoolDay(new DateOnly(2026, 10, 8)));
        Assert.True(calendar.IsSchoolDay(new DateOnly(2026, 10, 10)));
    }

    [Fact]
    public void Each_slot_has_times_of_its_own()
    {
        var slots = Reader()
            .Read(
                Overrides(
                    ("SchoolDay:Slots", "morning,noon,evening"), ("SchoolDay:Noon:OpensAt", "12:00"), ("SchoolDay:Evening:RemindAt", "none"))).SchoolDay.Slots;
        Assert.Equal(["morning", "noon", "evening"], slots.Select(slot => slot.Id));
        Assert.Equal(new TimeOnly(12, 0), slots[1].OpensAt);
        Assert.Empty(slots[2].RemindAt);
        Assert.Equal(SlotSchedule.Evening.OpensAt, slots[2].OpensAt);
    }

    [Theory]
    [InlineData("SchoolDay:OpensAt", "25:00", "SchoolDay:OpensAt = '25:00' is not allowed: a time of day HH:mm")]
    [InlineData("SchoolDay:OpensAt", "08:00", "SchoolDay:RemindAt = '07:30' is not allowed: a time after SchoolDay:OpensAt (08:00)")]
    [InlineData("SchoolDay:Slots", "evening", "SchoolDay:Slots = 'evening' is not allowed: ")]
    [InlineData("SchoolDay:Slots", "morning,morning", "SchoolDay:Slots = 'morning,morning' is not allowed: ")]
    [InlineData("SchoolDay:Slots", "noon,morning", "")]
    [InlineData("SchoolDay:QuietHours", "late", "SchoolDay:QuietHours = 'late' is not allowed: hours such as 21:30-06:30")]
    [InlineData("SchoolDay:MakeUpDays", "2026-02-30", "SchoolDay:MakeUpDays = '2026-02-30' is not allowed: a date")]
    [InlineData("Rules:FeverC:Ear", "50", "Rules:FeverC:Ear = '50' is not allowed: a number from 36 to 40")]
    [InlineData("Rules:KeyAreas", "湖北 2020-04-08..2020-01-23", "Rules:KeyAreas = '湖北 2020-04-08..2020-01-23' is not allowed: ")]
    [InlineData("Privacy:RetentionDays", "3", "Privacy:RetentionDays = '3' is not allowed: a whole number from 14 to 3650")]
    [InlineData("Texts:Language", "fr", "Texts:Language = 'fr' is not allowed: zh-Hans, zh-Hant or en")]
    public void A_value_that_is_not_allowed_is_refused_in_the_words_of_the_configuration(string key, string value, string line)
    {
        var configured = Record.Exception(() => Settings.Read(Configuration((key, value))));
        var overridden = Record.Exception(() => Reader().Read(Overrides((key, value))));
        Assert.Equal(configured?.Message, overridden?.Message);
        Assert.StartsWith(line, overridden?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_has_rules_of_its_own_in_the_place_of_those_added_by_the_configuration()
    {
        var reader = Reader(("Rules:Clusters:0:Id", "county"), ("Rules:Clusters:0:Source", "县 2026 1号"), ("Rules:Clusters:0:Symptoms:0", "rash"));
        Assert.Equal("""[{"Id":"county","Source":"县 2026 1号","Symptoms":["rash"]}]""", reader.Read(Overrides()).Values["Rules:Clusters"]);

        const string Clusters = """
            [{"Id": "norovirus", "Pupils": 2, "Symptoms": ["Vomiting+Diarrhoea"], "Source": "校 2号"}, {"Id": "class_cluster_1day", "Enabled": false}]
            """;
        var own = reader.Read(Overrides(("Rules:Clusters", Clusters))).Rules.Alerts;
        Assert.Equal((2, "校 2号"), (own.Single(rule => rule.Id == "norovirus").Pupils, own.Single(rule => rule.Id == "norovirus").Source));
        Assert.DoesNotContain(own, rule => rule.Id is "county" or "class_cluster_1day");
        Assert.Equal(CheckinBot.Core.Rules.ShippedRules.All, reader.Read(Overrides(("Rules:Clusters", "none"))).Rules.Alerts);
        // As it is shown, it may be set.
        Assert.Equal(
            reader.Read(Overrides()).Rules.Alerts.Select(rule => rule.Id), reader
                .Read(Overrides(("Rules:Clusters", reader.Read(Overrides()).Values["Rules:Clusters"]))).Rules.Alerts.Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("three", "Rules:Clusters = 'three' is not allowed: a list in JSON")]
    [InlineData("""{"Pupils":3}""", "Rules:Clusters = '{\"Pupils\":3}' is not allowed: a list in JSON")]
    [InlineData("[3]", "Rules:Clusters = '[3]' is not allowed: a list in JSON")]
    [InlineData("""[{"Id":"a","id":"b"}]""", "Rules:Clusters = ")]
    [InlineData("""[{"Pupils":3}]""", "Rules:Clusters:0:Source = '' is not allowed: the document")]
    [InlineData("""[{"Source":"x","Pupls":3}]""", "Rules:Clusters:0:Pupls is not a known key: did you mean Rules:Clusters:0:Pupils?")]
    public void A_list_of_rules_that_makes_no_sense_is_refused_in_one_line(string value, string line) =>
        Assert.StartsWith(
            line, Assert.Throws<BadConfigurationException>(() => Reader().Read(Overrides(("Rules:Clusters", value)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SchoolDay:OpensAt", "SchoolDay:OpensAt")]
    [InlineData("opensat", "SchoolDay:OpensAt")]
    [InlineData("noon:opensat", "SchoolDay:Noon:OpensAt")]
    [InlineData("ear", "Rules:FeverC:Ear")]
    [InlineData("language", "Texts:Language")]
    public void A_key_may_be_named_by_its_end(string typed, string key) => Assert.Equal(key, Reader().KeyOf(typed));

    [Theory]
    [InlineData("openat", "openat is not a known key: did you mean SchoolDay:OpensAt?")]
    [InlineData("Telegram:BotToken", "Telegram:BotToken is not a known key: did you mean ")]
    public void A_key_that_no_unit_may_override_is_refused_with_the_nearest(string typed, string line) =>
        Assert.StartsWith(line, Assert.Throws<BadConfigurationException>(() => Reader().KeyOf(typed)).Message, StringComparison.Ordinal);

    private static UnitSettingsReader Reader(params (string Key, string Value)[] configured) => new(Settings.Read(Configuration(configured)));

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build();

    private static Dictionary<string, string> Overrides(params (string Key, string Value)[] values) => values.ToDictionary(v => v.Key, v => v.Value);
}
