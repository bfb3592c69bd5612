using System.Text;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>What must not matter does not change a reading; seeds are fixed, so a failure can be repeated.</summary>
public class VariationTests
{
    private static readonly IReadOnlyList<CorpusRow> Rows = CorpusRow.Load("messages.tsv");

    public static TheoryData<string> Harmless => new(Changes.Keys);

    private static readonly Dictionary<string, Func<string, string>> Changes = new()
    {
        ["spaces around"] = text => "  " + text + " \t ",
        ["a line break at the end"] = text => text + "\n",
        ["ideographic spaces"] = text => text.Replace(' ', '\u3000'),
        ["doubled spaces"] = text => text.Replace(" ", "  ", StringComparison.Ordinal),
        ["full-width digits and letters"] = FullWidth,
        ["zero-width characters"] = text => "\u200B" + text + "\uFEFF",
        ["a picture at the end"] = text => text + "😊",
        ["pictures at the end"] = text => text + " 🌹🌹🙏",
        ["a picture in front"] = text => "🌞" + text,
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Space_width_and_pictures_never_change_a_reading(string change)
    {
        foreach (var row in Rows)
        {
            var changed = Changes[change](row.Text);
            AssertSame(row, TextReader.Read(row.Text, row.ReadingContext), TextReader.Read(changed, row.ReadingContext), changed);
        }
    }

    [Theory]
    [InlineData("，谢谢老师")]
    [InlineData("，老师辛苦了！")]
    [InlineData("，請老師查收，謝謝")]
    [InlineData(", thanks teacher!")]
    [InlineData("！")]
    [InlineData("。")]
    public void Politeness_behind_never_changes_a_reading(string politeness)
    {
        foreach (var row in Rows.Where(r => r.Kind is "checkin" or "partial"))
            AssertSame(row, TextReader.Read(row.Text, row.ReadingContext), TextReader.Read(row.Text + politeness, row.ReadingContext), row.Text + politeness);
    }

    [Theory]
    [InlineData("王小明", "36.5", "没外出")]
    [InlineData("欧阳娜娜", "36度8", "在家")]
    [InlineData("李雷", "三十六度五", "昨天从武汉回来")]
    [InlineData("Emma", "36.7", "no travel")]
    [InlineData("陳大文", "37.1", "冇出街")]
    public void The_order_of_the_parts_never_changes_a_reading(string name, string temperature, string travel)
    {
        var context = new ReadingContext { Setting = ReadingSetting.PrivateIdle };
        var expected = TextReader.Read($"{name} {temperature}，{travel}", context).Entries.Single();
        Assert.NotNull(expected.TemperatureTenths);
        Assert.NotEqual(Travel.Unknown, expected.Travel);

        foreach (var text in new[] { $"{temperature} {name}，{travel}", $"{travel}，{name} {temperature}", $"{travel}，{temperature} {name}",
            $"{name}，{travel}，{temperature}", $"{temperature}，{travel}，{name}" })
        {
            // An English first name alone at the end may be the parent's signature.
            if (char.IsAscii(name[0]) && text.EndsWith("，" + name, StringComparison.Ordinal)) continue;
            var entry = Assert.Single(TextReader.Read(text, context).Entries);
            Assert.Equal(
                (text, expected.Name, expected.TemperatureTenths, expected.Travel, expected.Place),
                (text, entry.Name, entry.TemperatureTenths, entry.Travel, entry.Place));
        }
    }

    [Fact]
    public void Random_text_is_never_a_check_in()
    {
        var random = new Random(20200211);
        const string alphabet =
            "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把"
            + "还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感"
            + " ，。！？abcdefghijklmnopqrstuvwxyz0123456789";
        foreach (var setting in Enum.GetValues<ReadingSetting>())
        {
            for (var i = 0; i < 3000; i++)
            {
                var text = new StringBuilder();
                for (var n = random.Next(1, 30); n > 0; n--) text.Append(alphabet[random.Next(alphabet.Length)]);
                var reading = TextReader.Read(text.ToString(), new ReadingContext { Setting = setting });
                Assert.True(reading.Entries.All(e => e.TemperatureTenths is null) || HasTemperature(text.ToString()), $"{setting}: {text}");
                if (setting == ReadingSetting.Group) Assert.True(reading.Kind is not (ReadingKind.Checkin or ReadingKind.CheckinMany), $"{setting}: {text}");
            }
        }
    }

    [Fact]
    public void No_text_throws()
    {
        var random = new Random(65);
        const string frequent = "1236.度点，：、\n #@三十六五王小明妈妈()①🌹没从武汉回来℃f-~";
        foreach (var setting in Enum.GetValues<ReadingSetting>())
        {
            var context = new ReadingContext
            {
                Setting = setting,
                Today = new DateOnly(2020, 2, 11),
                Own = [new(1, "王小明", "5"), new(2, "Emma Tan")],
                Classmates = [new(3, "李雷")]
            };
            for (var i = 0; i < 3000; i++)
            {
                var text = new StringBuilder();
                for (var n = random.Next(0, 40); n > 0; n--)
                    text.Append(random.Next(4) == 0 ? (char)random.Next(0x10000) : frequent[random.Next(frequent.Length)]);
                Assert.NotNull(TextReader.Read(text.ToString(), context));
            }

            foreach (var row in Rows)
            {
                for (var cut = 0; cut <= row.Text.Length; cut++) Assert.NotNull(TextReader.Read(row.Text[..cut], context));
            }
        }
    }

    // The machine may be busy: only a text of twice the length that takes many times as long fails.
    [Theory]
    [InlineData("36.5")]
    [InlineData("三")]
    [InlineData("1. 王小明 36.5\n")]
    [InlineData("王")]
    [InlineData(" ")]
    [InlineData("没没去武汉")]
    [InlineData("a ")]
    [InlineData("1 2 ")]
    [InlineData("(")]
    [InlineData("·阿")]
    [InlineData("昨天从武汉回来，")]
    [InlineData("王小明36.5，")]
    public void Long_texts_are_read_in_linear_time(string piece)
    {
        foreach (var setting in new[] { ReadingSetting.PrivateAwaitingTemperature, ReadingSetting.GroupJielong })
        {
            Work(piece, 1_000, setting);
            var half = Best(piece, 8_000, setting);
            var whole = Best(piece, 16_000, setting);
            var far = Best(piece, 100_000, setting);
            Assert.True(whole < half * 6 + 50, $"{setting}: {half} ms for half, {whole} ms for the whole");
            Assert.True(far < whole + 50, $"{setting}: {far} ms for a text longer than any message");
        }
    }

    private static double Best(string piece, int length, ReadingSetting setting) => Enumerable.Range(0, 9).Min(_ => Work(piece, length, setting));

    private static double Work(string piece, int length, ReadingSetting setting)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        TextReader.Read(text, new ReadingContext { Setting = setting });
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static bool HasTemperature(string text) => text.Any(char.IsAsciiDigit) || text.Contains('三', StringComparison.Ordinal);

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' or '.' ? (char)(c + 0xFEE0) : c));

    private static string? HalfWidth(string? text) =>
        text is null ? null : string.Concat(text.Select(c => c is >= '０' and <= '９' or '．' ? (char)(c - 0xFEE0) : c));

    private static void AssertSame(CorpusRow row, TextReading expected, TextReading actual, string changed)
    {
        Assert.True(expected.Kind == actual.Kind, $"[{row.Context}] {changed}: {actual.Kind} instead of {expected.Kind}");
        Assert.Equal(Values(expected), Values(actual));
    }

    private static IEnumerable<(string?, int?, Travel, string?)> Values(TextReading reading) =>
        reading.Entries.Select(e => (HalfWidth(e.Name), e.TemperatureTenths, e.Travel, e.Place));
}
