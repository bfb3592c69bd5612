using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

public class RosterTests
{
    private static readonly ReadingContext Family = new()
    {
        Setting = ReadingSetting.PrivateIdle,
        Today = new DateOnly(2020, 2, 11),
        HomeArea = ["郑州"],
        Own = [new(1, "王小明", "5", ["豆豆"], 1), new(2, "王小红", "12", null, 2)],
        Classmates = [new(3, "李雷", "7"), new(4, "王海南", "8")],
    };

    private static ReadingEntry Single(string text, ReadingContext? context = null) => Assert.Single(TextReader.Read(text, context ?? Family).Entries);

    [Theory]
    [InlineData("王小明 36.5", 1)]
    [InlineData("小明36.5", 1)]
    [InlineData("豆豆 36.5", 1)]
    [InlineData("5号 36.5", 1)]
    [InlineData("#12 36.5", 2)]
    [InlineData("姐姐36.5", 1)]
    [InlineData("哥哥 36.5", 1)]
    [InlineData("妹妹 36.5", 2)]
    [InlineData("二宝36.5", 2)]
    [InlineData("老大 36.5", 1)]
    [InlineData("王小紅 36.5", 2)]
    public void A_child_of_the_sender_is_known_by_every_name(string text, long person) => Assert.Equal(person, Single(text).PersonId);

    [Theory]
    [InlineData("二宝36.5")]
    [InlineData("弟弟 36.5")]
    [InlineData("姐姐36.5")]
    public void Of_an_only_child_known_here_a_brother_or_a_second_is_asked_about(string text)
    {
        var entry = Single(text, Family with { Own = [new(1, "王小明", "5")] });
        Assert.Null(entry.PersonId);
        Assert.Equal([1], entry.Candidates);
    }

    [Fact]
    public void The_son_of_an_only_child_is_that_child() => Assert.Equal(1, Single("儿子36.5", Family with { Own = [new(1, "王小明", "5")] }).PersonId);

    [Theory]
    [InlineData("姐姐36.5")]
    [InlineData("弟弟36.5")]
    public void Among_three_a_sister_or_a_brother_may_be_several(string text) =>
        Assert.Equal(
            [1, 2, 3], Single(
                text, Family with { Own = [new(1, "王小明", "5", null, 1), new(2, "王小红", "12", null, 2), new(3, "王小白", "13", null, 3)] }).Candidates);

    [Fact]
    public void Two_words_for_one_child_are_both_asked_about() =>
        Assert.All(TextReader.Read("姐姐36.5，哥哥36.6", Family).Entries, entry => Assert.Null(entry.PersonId));

    [Fact]
    public void Where_the_order_is_unknown_the_eldest_is_asked_about() =>
        Assert.Equal([1, 2], Single("大宝36.5", Family with { Own = [new(1, "王小明", "5"), new(2, "王小红", "12")] }).Candidates);

    [Theory]
    [InlineData("王晓明 36.5", 1)]
    [InlineData("王小名36.5", 1)]
    [InlineData("汪小红 36.5", 2)]
    public void A_homophone_or_a_slip_is_offered_and_never_taken(string text, long person)
    {
        var entry = Single(text);
        Assert.Null(entry.PersonId);
        Assert.Contains(person, entry.Candidates);
    }

    [Fact]
    public void A_classmate_is_never_taken_for_an_own_child()
    {
        var entry = Single("李雷 36.5");
        Assert.True(entry.NotOwn);
        Assert.Null(entry.PersonId);
    }

    [Fact]
    public void Two_numbers_of_a_parent_of_two_are_asked_about() =>
        Assert.Equal(ReadingKind.AskAgain, TextReader.Read("36.5 36.8", Family).Kind);

    [Theory]
    [InlineData("王小明36.5 在郑州", Travel.No)]
    [InlineData("王小明36.5 在武汉没出门", Travel.Yes)]
    [InlineData("王小明36.5 昨天去了北京", Travel.Yes)]
    [InlineData("王小明36.5 1月1日从北京回来", Travel.Unknown)]
    [InlineData("王小明36.5 20天前从北京回来", Travel.Unknown)]
    [InlineData("王小明36.5 爸爸昨天从武汉回来", Travel.Unknown)]
    public void The_home_area_and_the_monitored_days_decide_what_is_a_trip(string text, Travel travel) => Assert.Equal(travel, Single(text).Travel);

    [Theory]
    [InlineData("王小明36.5 昨天从北京回来", "2020-02-10")]
    [InlineData("王小明36.5 周日从北京回来", "2020-02-09")]
    [InlineData("王小明36.5 2月1日从北京回来", "2020-02-01")]
    [InlineData("王小明36.5 3天前从北京回来", "2020-02-08")]
    [InlineData("王小明36.5 初六从北京回来", "2020-01-30")]
    [InlineData("Emma 36.5 came back from Tokyo yesterday", "2020-02-10")]
    public void The_day_of_return_is_kept(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Single(text, Family with { MonitorDays = 30 }).ReturnedOn);

    [Fact]
    public void Somebody_elses_trip_is_a_contact_to_follow_up() => Assert.True(Single("王小明36.5 爸爸昨天从武汉回来").Contact);

    [Theory]
    [InlineData("王小明爸爸刚从武汉回来")]
    [InlineData("王小明36.5 外地回来的亲戚住在家里")]
    public void A_relatives_journey_is_not_the_childs(string text)
    {
        var entry = Single(text);
        Assert.Equal((Travel.Unknown, true), (entry.Travel, entry.Contact));
    }

    [Fact]
    public void Yesterday_is_filled_in_only_when_said_so()
    {
        var entry = Single("补报昨天的：王小明36.5");
        Assert.Equal((365, 1), (entry.TemperatureTenths, entry.DaysAgo));
        Assert.Equal(ReadingKind.AskAgain, TextReader.Read("王小明昨天36.5", Family).Kind);
    }

    [Fact]
    public void Yesterdays_fever_is_yesterdays_and_stands_beside_todays_value()
    {
        var entry = Single("小明昨晚38.5，今早退到36.9了");
        Assert.Equal(369, entry.TemperatureTenths);
        Assert.Equal([369], entry.Taken.Select(t => t.Tenths));
        Assert.Equal([(1, 385)], entry.Earlier.Select(one => (one.DaysAgo, one.Reading.Tenths)));
    }

    [Fact]
    public void A_swapped_pair_of_digits_is_offered_and_never_stored()
    {
        var reading = TextReader.Read("63.5", Family with { Setting = ReadingSetting.PrivateAwaitingTemperature });
        var entry = Assert.Single(reading.Entries);
        Assert.Equal((ReadingKind.AskAgain, ReadingHint.Implausible, null, 365), (reading.Kind, reading.Hint, entry.TemperatureTenths, entry.LikelyTenths));
    }

    [Theory]
    [InlineData("36.5（腋下）", MeasuringSite.Axillary)]
    [InlineData("額溫36.5", MeasuringSite.Forehead)]
    [InlineData("耳温 36.5", MeasuringSite.Ear)]
    [InlineData("36.5 oral", MeasuringSite.Oral)]
    [InlineData("36.5", MeasuringSite.Unspecified)]
    public void The_site_is_kept(string text, MeasuringSite site) => Assert.Equal(site, Single(text).Site);
}
