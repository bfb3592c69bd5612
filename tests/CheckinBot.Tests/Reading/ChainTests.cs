using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Chains;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

public class ChainTests
{
    private static readonly ReadingContext Group = new() { Setting = ReadingSetting.Group };

    [Theory]
    [InlineData("1. 王小明 36.5", 2)]
    [InlineData("1、王小明36.5", 2)]
    [InlineData("①王小明 36.5", 1)]
    [InlineData("（1）王小明", 3)]
    [InlineData("【12】王小明", 4)]
    [InlineData("1️⃣王小明", 3)]
    [InlineData("1 王小明 36.5", 1)]
    [InlineData("1王小明36.5", 1)]
    [InlineData("１．王小明", 2)]
    [InlineData("36.5", 0)]
    [InlineData("36 度", 0)]
    [InlineData("5号 36.5", 0)]
    [InlineData("王小明 36.5", 0)]
    public void The_number_of_a_line_is_told_from_a_value(string line, int length) => Assert.Equal(length, Chain.NumberLength(line));

    [Fact]
    public void Doubtful_lines_are_kept_for_the_teacher()
    {
        var reading = TextReader.Read("#接龙\n体温\n1. 王小明 36.5\n2. 李雷 63.5\n3. 韩梅梅 36.5还是36.6", Group);
        Assert.Equal(["2. 李雷 63.5", "3. 韩梅梅 36.5还是36.6"], reading.DoubtfulLines);
        Assert.Equal([365, null, null], reading.Entries.Select(e => e.TemperatureTenths));
    }

    [Fact]
    public void The_later_line_of_a_child_corrects_the_earlier()
    {
        var reading = TextReader.Read("#接龙\n体温\n1. 王小明 36.9\n2. 王小明 36.5", Group);
        Assert.Equal(365, Assert.Single(reading.Entries).TemperatureTenths);
    }
}
