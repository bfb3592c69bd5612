using System.Text;
using CheckinBot.Rosters;

namespace CheckinBot.Tests.Rosters;

public sealed class RosterFileTests
{
    private const string Chinese = "单位,角色,姓名,编号\r\n示范县/第一小学/1班,student,欧阳娜娜,7\r\n";

    static RosterFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "gb18030", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Chinese_is_read_in_every_encoding_in_which_an_office_saves_it(string name)
    {
        var encoding = name switch { "utf-8" => new UTF8Encoding(false), "utf-8 with mark" => new UTF8Encoding(true), _ => Encoding.GetEncoding(name) };
        var file = RosterFile.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(Chinese)]);

        var row = Assert.Single(file.Sheets[0].Rows);
        Assert.Equal(["示范县/第一小学/1班", "student", "欧阳娜娜", "7"], row.Cells);
        Assert.Equal("欧阳娜娜", file.Sheets[0].Header.Cell(row, RosterColumn.Name));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(";")]
    public void The_separator_is_found(string separator)
    {
        var file = RosterFiles.Csv(Chinese.Replace(",", separator, StringComparison.Ordinal));
        Assert.Equal("7", file.Sheets[0].Header.Cell(file.Sheets[0].Rows[0], RosterColumn.Number));
    }

    [Fact]
    public void A_workbook_is_read_with_its_numbers_and_days()
    {
        var file = RosterFile.Parse(RosterFiles.Workbook(
            ["单位", "角色", "姓名", "编号", "出生日期"],
            ["示范县/第一小学/1班", "student", "王小明", 2021010112, new DateOnly(2013, 9, 1)]));

        var row = Assert.Single(file.Sheets[0].Rows);
        Assert.Equal("2021010112", file.Sheets[0].Header.Cell(row, RosterColumn.Number));
        Assert.Equal("2013-09-01", file.Sheets[0].Header.Cell(row, RosterColumn.BirthDate));
        Assert.Equal(2, row.Line);
    }

    [Fact]
    public void Blank_lines_and_lines_in_quotes_do_not_shift_the_numbers_of_lines()
    {
        var file = RosterFiles.Csv(RosterFiles.Header + "\n,,,\na,student,\"two\nlines\",1\nb,student,x,2\n");
        Assert.Equal([4, 6], file.Sheets[0].Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("pupil,class teacher\nA,1\n", "unit,role,name,number")]
    [InlineData("unit,role,name,name\n", "twice")]
    [InlineData("unit,role,name,number\nu,student,\"A,1\n", "quotation mark")]
    public void A_file_that_is_no_roster_is_refused_with_the_reason(string text, string reason)
    {
        var refused = Assert.Throws<RosterFileException>(() => RosterFiles.Csv(text));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_damaged_is_refused_with_the_reason()
    {
        var bytes = RosterFiles.Workbook(["unit", "role", "name"]);
        var refused = Assert.Throws<RosterFileException>(() => RosterFile.Parse(bytes[..(bytes.Length / 2)]));
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }
}
