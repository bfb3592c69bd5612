using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Demo.Families;

/// <summary>How families put it. Every form is one that class groups knew.</summary>
internal static class Wording
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Temperature and travel in one message.</summary>
    public static string Complete(int tenths, Language language, Random draw) => language switch
    {
        Language.ZhHant => Degrees(tenths) + (draw.Next(2) == 0 ? " 沒有外出" : "，無旅遊史"),
        Language.En => $"{Degrees(tenths)}, no travel",
        _ => draw.Next(8) switch
        {
            0 => $"{Degrees(tenths)}，没出门",
            1 => $"体温{Degrees(tenths)}℃，未离开本市",
            2 => $"{tenths / 10}度{tenths % 10} 没外出",
            3 => $"{Degrees(tenths)} 在家",
            4 => $"早上好，{Degrees(tenths)}，未外出",
            _ => $"{Degrees(tenths)} 没外出",
        },
    };

    /// <summary>The number alone, in one of the ways a keyboard gives it.</summary>
    public static string NumberOnly(int tenths, Language language, Random draw) => (language, draw.Next(7)) switch
    {
        (Language.En, _) => Degrees(tenths),
        (_, 0) => $"{tenths / 10}，{tenths % 10}",
        (_, 1) => $"{tenths / 10}。{tenths % 10}",
        (_, 2) => Degrees(tenths) + "℃",
        (_, 3) => $"{tenths / 10}度{tenths % 10}",
        _ => Degrees(tenths),
    };

    /// <summary>In words, as grandparents write: <c>三十六度五</c>.</summary>
    public static string InWords(int tenths) => $"三十{Digits[tenths / 10 % 10]}度{Digits[tenths % 10]}";

    /// <summary><c>36.5</c>.</summary>
    public static string Degrees(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
}
