using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using CheckinBot.Tests.Conversations;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>The reader of messages, in every place where people type.</summary>
internal sealed class ReaderTarget : IFuzzTarget
{
    private static readonly KnownName[] Children = [new(100, "王小明", "1", ["明明", "大宝"], 1), new(101, "王小红", "2", [], 2)];

    private static readonly KnownName[] Class =
        [.. ((string[])["李华", "欧阳娜娜", "阿依古丽·吐尔逊", "Nguyễn Văn An", "白露", "高热", "小雨"]).Select((name, at) => new KnownName(102 + at, name, $"{at + 3}"))];

    private static readonly ReadingContext[] Contexts =
    [
        .. from setting in Enum.GetValues<ReadingSetting>()
           from own in (KnownName[][])[[], [Children[0]], Children, [.. Children, .. Class]]
           select new ReadingContext
           {
               Setting = setting, Today = new DateOnly(2026, 3, 5), HomeArea = ["示范县", "湖南省"], Own = own, Classmates = own.Length > 2 ? [] : Class,
               Diagnosed = own.Length == 1 ? Diseases.Varicella : Diseases.None,
           },
    ];

    public static readonly string[] Words =
    [
        .. Examples.Texts, "体温", "腋下", "耳温", "℃", "度", "36.8", "37.3", "98.6F", "三十六度五", "正常", "没外出", "没出门", "去过武汉", "昨天从北京回来", "高铁", "不发烧", "退烧药",
        "咳嗽", "流鼻涕", "水痘", "误诊", "请假", "在家", "弟弟", "二宝", "妈妈代报", "李华", "王小明", "阿依古丽.吐尔逊", "1班", "例：", "已收到", "收到谢谢老师", "temp 36.6", "no travel", "fever",
    ];

    public string Name => "reader";

    public string Try(Random random)
    {
        var context = Mutator.Pick(random, Contexts);
        var text = Mutator.Text(random, Words, random.Next(50) == 0 ? 20_000 : 4096);
        var reading = Read(text, context);
        foreach (var entry in reading.Entries)
        {
            if (entry.TemperatureTenths is { } tenths && (tenths < context.PlausibleFromTenths || tenths > context.PlausibleToTenths))
                throw new InvalidOperationException($"a temperature of {tenths} tenths was taken");
        }

        return reading.Kind.ToString();
    }

    private static TextReading Read(string text, ReadingContext context)
    {
        try
        {
            return TextReader.Read(text, context);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.Message} {context.Setting} {text}", fault);
        }
    }
}
