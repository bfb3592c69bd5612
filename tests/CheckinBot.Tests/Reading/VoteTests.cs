using CheckinBot.Core.Reading;
using CheckinBot.Core.Script;
using CheckinBot.Tests.Reading.Training;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Reading;

/// <summary>The learned vote: it can be learned again, and it stands against values of something else.</summary>
public class VoteTests
{
    private static readonly KnownName[] Children = [new(1, "王小明"), new(2, "Emma Tan"), new(3, "李雷"), new(4, "Jack Smith")];

    /// <summary>After a change of the words or of the rows: <c>train-reading</c> of the benchmarks writes the weights anew.</summary>
    [Fact]
    public void The_weights_are_those_that_the_training_rows_give() =>
        Assert.True(VoteLesson.Weights().AsSpan().SequenceEqual(DataFile.Bytes("vote.bin")), "vote.bin is not what train-reading writes now");

    [Theory]
    [InlineData("王小明 36.5 校裤")]
    [InlineData("王小明36.5校裤")]
    [InlineData("Emma Tan ordered 36.5")]
    [InlineData("Emma ordered 36.5")]
    [InlineData("Emma 36.5 laps")]
    [InlineData("Jack Smith 36.5 stickers")]
    [InlineData("李雷 36.5 牛奶")]
    [InlineData("李雷 36.5 跳绳")]
    [InlineData("李雷买了36.5")]
    [InlineData("李雷校服36.5")]
    public void A_known_name_with_the_number_of_a_thing_is_not_stored(string text)
    {
        Assert.Equal(ReadingKind.NotCheckin, Read(text, isOwn: false).Kind);
        Assert.DoesNotContain(Read(text, isOwn: true).Entries, entry => entry.TemperatureTenths is not null);
    }

    [Theory]
    [InlineData("王小明 36.5")]
    [InlineData("王小明36.5 没外出")]
    [InlineData("王小明：36.5，谢谢老师")]
    [InlineData("王小明 36.5 打卡")]
    [InlineData("李雷36.5，手没抖")]
    [InlineData("Jack 36.5 thanks")]
    public void A_plain_report_of_a_known_child_is_stored(string text) => Assert.Equal(365, Assert.Single(Read(text, isOwn: false).Entries).TemperatureTenths);

    [Fact]
    public void A_remark_of_unknown_words_beside_the_own_child_is_a_tap()
    {
        var reading = Read("李雷36.5 在弹琴", isOwn: true);
        Assert.Equal(ReadingKind.AskAgain, reading.Kind);
        Assert.Equal([365], reading.Suggestions);
    }

    private static TextReading Read(string text, bool isOwn) => TextReader.Read(
        text, new ReadingContext { Setting = ReadingSetting.Group, Own = isOwn ? Children : [], Classmates = isOwn ? [] : Children });
}
