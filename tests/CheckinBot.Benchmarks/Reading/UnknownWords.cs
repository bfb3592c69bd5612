using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Benchmarks.Reading;

/// <summary>
/// What one word that no list knows costs: neutral words in four places of plain check-ins, in three contexts. What was read before must be
/// read as before, or its value be offered.
/// </summary>
internal static class UnknownWords
{
    private static readonly string[] Words =
    [
        "窗帘", "盆栽", "晾衣架", "积木", "风筝", "画板", "橡皮", "台灯", "书桌", "拼图", "钢琴", "吉他", "跳绳", "轮滑", "滑板",
        "纽扣", "围巾", "手套", "帽子", "雨靴", "弹珠", "贴纸", "剪刀", "胶水", "蜡笔",
        "curtains", "puzzle", "kettle", "blanket", "sofa", "piano", "guitar", "scooter", "helmet", "mittens", "scarf", "sticker", "crayon",
        "lantern", "pebble", "ladder", "bucket", "marble", "ribbon", "button", "pillow", "violin", "sandal", "lego", "drum",
    ];

    private static readonly (string Name, string Value, string Behind)[] Plain =
        [("王小明", "36.5", "没外出"), ("李雷", "36.8", "在家"), ("张子轩", "36.6", ""), ("Emma", "36.5", "no travel"), ("Leo", "36.7", "at home")];

    private static readonly ReadingSetting[] Settings =
        [ReadingSetting.PrivateAwaitingTemperature, ReadingSetting.PrivateIdle, ReadingSetting.Group];

    /// <summary>Prints a line a context and place: read as before, offered, lost.</summary>
    public static int Print()
    {
        foreach (var setting in Settings)
        {
            foreach (var place in Enumerable.Range(0, 4))
            {
                var (same, tap, lost) = (0, 0, 0);
                foreach (var plain in Plain)
                {
                    foreach (var word in Words.Where(word => char.IsAscii(word[0]) == char.IsAscii(plain.Name[0])))
                        Count(setting, plain, word, place, ref same, ref tap, ref lost);
                }

                Console.WriteLine($"{setting}, {Place(place)}: as before {same}, offered {tap}, lost {lost}");
            }
        }

        return 0;
    }

    private static void Count(
        ReadingSetting setting, (string Name, string Value, string Behind) plain, string word, int place, ref int same, ref int tap, ref int lost)
    {
        // The sender's own child, as the bot knows it.
        var context = new ReadingContext { Setting = setting, Own = [new(1, plain.Name)] };
        var text = $"{plain.Name} {plain.Value} {plain.Behind}".Trim();
        var before = TextReader.Read(text, context);
        if (before.Kind != ReadingKind.Checkin) return;
        var after = TextReader.Read(With(plain, word, place), context);
        var value = before.Entries[0].TemperatureTenths!.Value;
        if (after.Kind == ReadingKind.Checkin && after.Entries[0].TemperatureTenths == value)
            same++;
        else if (after.Suggestions.Contains(value))
            tap++;
        else
            lost++;
    }

    private static string With((string Name, string Value, string Behind) plain, string word, int place) => place switch
    {
        0 => $"{word}，{plain.Name} {plain.Value} {plain.Behind}",
        1 => $"{plain.Name} {word} {plain.Value} {plain.Behind}",
        2 => $"{plain.Name} {plain.Value} {word} {plain.Behind}",
        _ => $"{plain.Name} {plain.Value} {plain.Behind}，{word}",
    };

    private static string Place(int place) => place switch
    {
        0 => "as a clause in front",
        1 => "between name and value",
        2 => "right behind the value",
        _ => "as a clause behind",
    };
}
