using System.Text.RegularExpressions;

namespace CheckinBot.Rosters;

/// <summary>Tells what a unit is by its name, where nobody in it does.</summary>
internal static partial class UnitName
{
    /// <summary>A school, kindergarten or college.</summary>
    public static bool IsSchool(string name) => School().IsMatch(name);

    /// <summary>A year, a class or another part of a school that has classes, even while none is known yet.</summary>
    public static bool IsGrade(string name) => Grade().IsMatch(name);

    /// <summary>Where boarders live: <c>1号宿舍楼</c>, <c>女生公寓</c>, <c>Boarding House</c>.</summary>
    public static bool IsBoardingHouse(string name) => BoardingHouse().IsMatch(name) && !IsSchool(name);

    /// <summary>An office of those above the schools: <c>体卫艺科</c>, <c>疾控中心</c>.</summary>
    public static bool IsOffice(string name) => Office().IsMatch(name);

    // 固原一中, 附小 and the like are how people write the names of schools; a campus in brackets may follow.
    [GeneratedRegex(
        "(小学|小學|中学|中學|学校|學校|幼儿园|幼兒園|幼稚园|幼稚園|学院|學院|大学|大學|国小|國小|国中|國中|高中|职高|中专|技校|附小|附中|[一二三四五六七八九十实]中|[一二三四五六七八九十实]小"
        + "|school|kindergarten|college|academy|university|primary|secondary)"
        + @"\s*([（(][^（()）]*[)）])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex School();

    [GeneratedRegex(
        @"([级級届屆班]|[学學]部|[初高]中?部|[一二三四五六七八九十0-9]年)$|^[初高][一二三]$|^(grade|year|form|class|primary|junior|senior)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grade();

    [GeneratedRegex(@"宿舍|寝室|寢室|公寓|[男女0-9]舍|\b(boarding|dorm|dorms|dormitory|dormitories|hostel)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoardingHouse();

    [GeneratedRegex(
        @"([科股室组組]|办公室|中心|(?<!办事)处|(?<!辦事)處)$|\b(department|office|team|centre|center)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
