using CheckinBot.Rosters;

namespace CheckinBot.Tests.Rosters;

/// <summary>The text that a spreadsheet shows for a value in a format.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData(7, "0000", "0007")]
    [InlineData(42, "000000", "000042")]
    [InlineData(20230101, "0", "20230101")]
    [InlineData(20230101, "General", "20230101")]
    [InlineData(202301010001, "General", "202301010001")]
    [InlineData(20230101, null, "20230101")]
    [InlineData(7, "@", "7")]
    [InlineData(7, "\"S\"000", "S007")]
    [InlineData(20260007, "0000\\-0000", "2026-0007")]
    [InlineData(7, "[Red]0000;[Blue]-0000", "0007")]
    [InlineData(7, "_ * 0000_ ", "0007")]
    [InlineData(3.5, "General", "3.5")]
    [InlineData(12, "0.00", "12.00")]
    [InlineData(0, "0000;-0000;\"none\"0", "none0")]
    public void A_number_is_shown_by_the_format_of_its_cell(double number, string? format, string shown) =>
        Assert.Equal((shown, null), CellText.Of(number, format));

    [Fact]
    public void A_number_longer_than_a_spreadsheet_keeps_is_doubted() =>
        Assert.Contains("15 digits", CellText.Of(410123201603050000d, "0").Doubt, StringComparison.Ordinal);

    [Fact]
    public void A_day_is_a_day_and_elsewhere_doubted_unless_its_format_makes_a_number_of_it()
    {
        Assert.Equal("2016-03-05", CellText.Of(new DateTime(2016, 3, 5), "m\"月\"d\"日\"").Text);
        Assert.Contains("made a date of it", CellText.Of(new DateTime(2016, 3, 5), "m\"月\"d\"日\"").Doubt, StringComparison.Ordinal);
        Assert.Equal(("20160305", null), CellText.Of(new DateTime(2016, 3, 5), "yyyymmdd"));
    }

    [Fact]
    public void Of_a_workbook_the_number_is_the_text_that_is_shown()
    {
        var sheet = Assert.Single(RosterFile.Parse(RosterFiles.Workbook(
            ["班级", "姓名", "学号", "出生日期"],
            ["1班", "白露", new Formatted(7, "0000"), new DateOnly(2016, 3, 5)],
            [
                "1班", "陈小满", new Formatted(RosterFiles.Serial(new(2026, 9, 1)), "yyyymmdd"),
                new Formatted(RosterFiles.Serial(new(2016, 5, 21)), "yyyy\"年\"m\"月\"d\"日\""),
            ])).Sheets);
        Assert.Equal(["0007", "20260901"], sheet.Rows.Select(row => sheet.Header.Cell(row, RosterColumn.Number)));
        Assert.Equal(["2016-03-05", "2016-05-21"], sheet.Rows.Select(row => sheet.Header.Cell(row, RosterColumn.BirthDate)));
    }

    [Fact]
    public void A_class_or_a_number_of_which_the_spreadsheet_made_something_else_names_its_cell_and_the_cure()
    {
        var sheet = RosterFile.Parse(RosterFiles.Workbook(
            ["班级", "姓名", "学号"],
            [new DateOnly(2026, 3, 1), "白露", 1], ["2班", "陈小满", 410123201603050000d], ["2班", "方立冬", "4.10123E+17"])).Sheets[0];
        var check = new RosterRowCheck(sheet, new RosterDefaults("东岭小学"), new DateOnly(2026, 9, 1));
        Assert.All(sheet.Rows, row => Assert.Null(check.Read(row)));
        Assert.Equal(["名单!A2", "名单!C3", "名单!C4"], check.Faults.Select(fault => fault.ToString().Split(':')[0]));
        Assert.All(check.Faults, fault => Assert.Contains("give the column the format Text", fault.Reason, StringComparison.Ordinal));
    }
}
