using System.IO.Compression;
using System.Text;
using CheckinBot.Rosters;
using CheckinBot.Tests.Rosters;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>A roster file: it is read, or refused with a line that says why.</summary>
internal abstract class RosterTarget : IFuzzTarget
{
    private static readonly DateOnly Tomorrow = new(2026, 3, 6);

    public abstract string Name { get; }

    public string Try(Random random)
    {
        try
        {
            var file = RosterFile.Parse(Make(random));
            var checks = file.Sheets.Select(sheet => (Sheet: sheet, Check: new RosterRowCheck(sheet, RosterDefaults.None, Tomorrow))).ToList();
            var entries = checks.Where(one => one.Check.IsUsable).SelectMany(one => one.Sheet.Rows.Select(one.Check.Read)).OfType<RosterEntry>().Count();
            var faults = checks.Sum(one => one.Check.Faults.Count);
            return faults > 0 ? "faults named" : entries > 0 ? "read" : "nobody in it";
        }
        catch (RosterFileException refused) when (refused.Message.Length > 10)
        {
            return "refused";
        }
    }

    protected abstract byte[] Make(Random random);
}

/// <summary>Text files in all encodings.</summary>
internal sealed class CsvTarget : RosterTarget
{
    private static readonly string[] Lines =
    [
        "unit,role,name,number", "单位,角色,姓名,编号", "学校名称,年级,班级,姓名,学籍号", "班级,姓名,学号", "*姓名；,角色 ,学号（必填）", "示范县三年级1班花名册",
        "示范县/第一小学/三年级/1班,student,王小明,0001", "示范县/第一小学/三年级/1班,学生,白　露,=\"0007\"", "第一小学,三年级,1班,李华,G330102201501010011", "1班,李华,3",
        "示范县/第一小学/三年级/1班,班主任,陈老师,T1", "合计,,2人,", "制表人：王", "\"示范县/\"\"第一\"\"小学\",student,\"a\nb\",9", "a/b/c/d/e/f/g/h/i/j/k/l,student,x,1",
        "示范县/第一小学,officer,赵,O1,zh-Hant,Asia/Taipei,note,2015-02-30,1号楼", ";;;;", "\t\t\t", "unit;role;name;number", "县;student;=cmd|' /C calc'!A0;1",
    ];

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    public override string Name => "csv";

    protected override byte[] Make(Random random)
    {
        var rows = Enumerable.Range(0, random.Next(12)).Select(_ => Mutator.Pick(random, Lines)).Prepend(random.Next(3) > 0 ? Lines[random.Next(5)] : "");
        var text = string.Join(Mutator.Pick(random, (string[])["\n", "\r\n", "\r"]), rows);
        if (random.Next(2) == 0) text = Mutator.Text(random, [text]);
        var encoding = Mutator.Pick(random, Encodings);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        return random.Next(3) == 0 ? Mutator.Bytes(random, bytes) : bytes;
    }
}

/// <summary>Workbooks, damaged as archives and in what they hold.</summary>
internal sealed class WorkbookTarget : RosterTarget
{
    private static readonly byte[] Good = RosterFiles.Book(
        new BookSheet(
            "花名册", ["三年级花名册"], ["单位", "角色", "姓名", "编号", "birth_date"], ["示范县/第一小学/三年级/1班", "学生", "王小明", new Formatted(7, "0000"), new DateOnly(2015, 3, 4)],
            [null, null, "李华", 8, null], ["合计", null, "2人"])
        { Merged = ["A3:A4"] },
        new BookSheet("2班", ["班级", "姓名", "学号"], ["2班", "张三", 1]));

    private static readonly List<(string Name, byte[] Content)> Parts = Open(Good);

    public override string Name => "workbook";

    protected override byte[] Make(Random random)
    {
        if (random.Next(3) == 0) return Mutator.Bytes(random, Good);
        var changed = random.Next(Parts.Count);
        return Close(Parts.Select((part, at) => at != changed ? part : (part.Name, random.Next(2) == 0
            ? Mutator.Bytes(random, part.Content)
            : Encoding.UTF8.GetBytes(Mutator.Text(random, [Encoding.UTF8.GetString(part.Content)], most: 20_000)))));
    }

    private static List<(string Name, byte[] Content)> Open(byte[] book)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        return [.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static byte[] Close(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        return memory.ToArray();
    }
}
