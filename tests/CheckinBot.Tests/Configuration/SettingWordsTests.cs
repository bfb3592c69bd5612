using CheckinBot.Core.Settings;

namespace CheckinBot.Tests.Configuration;

/// <summary>Names as shown and usual ways to write days, dates and times are taken, in each language.</summary>
public sealed class SettingWordsTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly string[] Keys = ["SchoolDay:OpensAt", "SchoolDay:Days", "SchoolDay:Holidays", "SchoolDay:ClosesAt"];

    [Theory]
    [InlineData("开始打卡", "SchoolDay:OpensAt", "")]
    [InlineData("开始打卡 7点半", "SchoolDay:OpensAt", "7点半")]
    [InlineData("開始回報：7點半", "SchoolDay:OpensAt", "7点半")]
    [InlineData("上課日 周一到周五", "SchoolDay:Days", "周一到周五")]
    [InlineData("上学日 周一到周五", "SchoolDay:Days", "周一到周五")]
    [InlineData("School days Mon-Fri", "SchoolDay:Days", "mon-fri")]
    [InlineData("放假3月1日", "SchoolDay:Holidays", "3月1日")]
    [InlineData("opens 7:30", "SchoolDay:OpensAt", "7:30")]
    public void A_setting_is_named_as_it_is_shown(string typed, string key, string rest) => Assert.Equal((key, rest), SettingWords.Named(typed, Keys));

    [Theory]
    [InlineData("OpensAt 07:00")]
    [InlineData("打卡")]
    [InlineData("opensky 7:30")]
    [InlineData("")]
    public void What_is_no_shown_name_is_left_to_the_keys(string typed) => Assert.Null(SettingWords.Named(typed, Keys));

    [Theory]
    [InlineData("SchoolDay:OpensAt", "7点半", "07:30")]
    [InlineData("SchoolDay:OpensAt", "早上七点", "07:00")]
    [InlineData("SchoolDay:OpensAt", "7:05", "07:05")]
    [InlineData("SchoolDay:OpensAt", "７：３０", "07:30")]
    [InlineData("SchoolDay:OpensAt", "7.30 am", "07:30")]
    [InlineData("SchoolDay:OpensAt", "六點一刻", "06:15")]
    [InlineData("SchoolDay:ClosesAt", "晚上十点", "22:00")]
    [InlineData("SchoolDay:ClosesAt", "下午5点45分", "17:45")]
    [InlineData("SchoolDay:ClosesAt", "5 pm", "17:00")]
    [InlineData("SchoolDay:ClosesAt", "23:59", "23:59")]
    [InlineData("SchoolDay:PingTeacherAt", "不要", "none")]
    [InlineData("SchoolDay:RemindAt", "7点半、8点", "07:30,08:00")]
    [InlineData("SchoolDay:DigestAt", "9:30 and 17:00", "09:30,17:00")]
    [InlineData("SchoolDay:QuietHours", "晚上9点半到早上6点半", "21:30-06:30")]
    [InlineData("SchoolDay:QuietHours", "9:30 pm to 6:30 am", "21:30-06:30")]
    [InlineData("SchoolDay:Days", "周一到周五", "Mon-Fri")]
    [InlineData("SchoolDay:Days", "週一至週六", "Mon-Sat")]
    [InlineData("SchoolDay:Days", "星期一到五", "Mon-Fri")]
    [InlineData("SchoolDay:Days", "周一、周三、周五", "Mon,Wed,Fri")]
    [InlineData("SchoolDay:Days", "Monday to Saturday", "Mon-Sat")]
    [InlineData("SchoolDay:Days", "每天", "Mon-Sun")]
    [InlineData("SchoolDay:Days", "Mon-Fri", "Mon-Fri")]
    [InlineData("SchoolDay:Holidays", "3月1日-3月5日", "2027-03-01..2027-03-05")]
    [InlineData("SchoolDay:Holidays", "3月1日到5日", "2027-03-01..2027-03-05")]
    [InlineData("SchoolDay:Holidays", "12月30日至1月3日", "2026-12-30..2027-01-03")]
    [InlineData("SchoolDay:Holidays", "12月25日、1月1日", "2026-12-25,2027-01-01")]
    [InlineData("SchoolDay:Holidays", "2027-03-01..2027-03-05", "2027-03-01..2027-03-05")]
    [InlineData("SchoolDay:Holidays", "2027年3月1日", "2027-03-01")]
    [InlineData("SchoolDay:Holidays", "1-5 March", "2027-03-01..2027-03-05")]
    [InlineData("SchoolDay:Holidays", "March 1 to March 5, 2027", "2027-03-01..2027-03-05")]
    [InlineData("SchoolDay:Holidays", "无", "none")]
    [InlineData("SchoolDay:Slots", "早上、中午", "morning,noon")]
    [InlineData("SchoolDay:Slots", "上午和晚上", "morning,evening")]
    [InlineData("Rules:MonitorDays", "14天", "14")]
    [InlineData("Privacy:RetentionDays", "60 days", "60")]
    [InlineData("Groups:Tidy", "开", "on")]
    [InlineData("Groups:Tidy", "關閉", "off")]
    [InlineData("Texts:Language", "繁體中文", "zh-Hant")]
    [InlineData("Rules:KeyAreas", "武汉、长春", "武汉,长春")]
    public void A_value_is_taken_as_people_write_it(string key, string typed, string value) => Assert.Equal(value, SettingWords.Value(key, typed, Today));

    [Theory]
    [InlineData("SchoolDay:OpensAt", "25点")]
    [InlineData("SchoolDay:OpensAt", "早一点")]
    [InlineData("SchoolDay:Days", "周八")]
    [InlineData("SchoolDay:Holidays", "2月30日")]
    [InlineData("SchoolDay:Holidays", "下周")]
    [InlineData("SchoolDay:Holidays", "3月5日-3月40日")]
    [InlineData("Rules:MonitorDays", "两个星期吧")]
    public void What_is_not_understood_is_left_for_the_check(string key, string typed) => Assert.Equal(typed, SettingWords.Value(key, typed, Today));

    [Theory]
    [InlineData("默认")]
    [InlineData("恢復預設")]
    [InlineData("-")]
    [InlineData("default")]
    public void The_default_is_asked_for_in_words(string typed) => Assert.True(SettingWords.AsksForDefault(typed));
}
