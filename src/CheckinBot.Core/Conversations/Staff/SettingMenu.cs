namespace CheckinBot.Core.Conversations.Staff;

/// <summary>The settings that have a button; all others are typed.</summary>
internal static class SettingMenu
{
    /// <summary>In a button: take the unit's own value away.</summary>
    public const string TakeAwayMark = "_";

    /// <summary>In a button, in the place of a setting: the units below. No number in base 36 contains it.</summary>
    public const string BelowMark = "_";

    /// <summary>Their keys. A button carries the place in this list.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "SchoolDay:OpensAt", "SchoolDay:RemindAt", "SchoolDay:PingTeacherAt", "SchoolDay:EscalateAt", "SchoolDay:DigestAt", "SchoolDay:ClosesAt",
        "SchoolDay:Slots", "SchoolDay:QuietHours", "SchoolDay:Days", "SchoolDay:Holidays", "SchoolDay:MakeUpDays", "Rules:KeyAreas",
        "Rules:MonitorDays", "Privacy:RetentionDays", "Texts:Language", "Groups:Tidy", "Forms:Offered", "Texts:CrisisLines",
        "Groups:NumbersFrom",
    ];

    /// <summary>The values that have a button; none where the value is typed.</summary>
    public static IReadOnlyList<string> Choices(string key) => key switch
    {
        "SchoolDay:Slots" => ["morning", "morning,noon", "morning,evening", "morning,noon,evening"],
        "Texts:Language" => ["zh-Hans", "zh-Hant", "en"],
        "Groups:Tidy" or "Rules:MayRelax" => ["on", "off"],
        "SchoolDay:Days" => ["Mon-Fri", "Mon-Sat", "Mon-Sun", "Sun-Thu"],
        "SchoolDay:OpensAt" => ["06:00", "06:30", "07:00", "07:30"],
        "SchoolDay:PingTeacherAt" => ["08:00", "08:30", "09:00", "none"],
        "SchoolDay:EscalateAt" => ["08:30", "09:00", "09:30", "none"],
        "SchoolDay:ClosesAt" => ["18:00", "20:00", "22:00", "23:59"],
        "Rules:MonitorDays" => ["7", "14", "21", "28"],
        "Privacy:RetentionDays" => ["30", "60", "90", "180"],
        _ => [],
    };
}
