using System.Text;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Tests.Attacks.Fuzz;
using CheckinBot.Tests.Conversations;
using CheckinBot.Tests.Rosters;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Tests.Attacks;

/// <summary>What fuzzing has found and was mended: each stays a case.</summary>
public sealed class FoundByFuzzingTests
{
    [Theory]
    // The quoted word ends within the word before it.
    [InlineData("弟弟请假例：没有")]
    public void A_text_is_read(string text)
    {
        foreach (var setting in Enum.GetValues<ReadingSetting>())
        {
            KnownName[] own = [new(1, "王小明", "1"), new(2, "王小红", "2")];
            var context = new ReadingContext { Setting = setting, Today = new DateOnly(2026, 3, 5), Own = own };
            Assert.NotNull(TextReader.Read(text, context));
        }
    }

    [Fact]
    public void A_press_that_leads_to_a_message_of_its_own_is_answered_all_the_same()
    {
        var pressed = new ConversationEvent.ButtonPressed("callback", 9, "0.be")
        {
            Chat = new ChatRef(Examples.User, ChatKind.Private),
            From = new Sender(Examples.User, "妈妈", "zh-hans"),
        };
        Assert.Single(Examples.Family().Handle(pressed).OfType<Effect.AnswerButton>());
    }

    [Theory]
    [InlineData("unit,role,name,number\n县/校/班,student,王,1\n\u200B,\uFEFF,\u2060\n")]
    [InlineData("unit,role,name,number\n\u200B\n县/校/班,student,王,1\n")]
    public void A_row_of_what_cannot_be_seen_is_nobody(string text) => Assert.Equal(1, RosterFiles.Csv(text).RowCount);

    // A format of a number that has no end, ranges merged above the sheet, a part that breaks off: the numbers of the cases.
    [Theory]
    [InlineData(1, 282)]
    [InlineData(1, 1706)]
    public void A_damaged_workbook_is_refused_or_its_faults_are_named(int seed, long number) =>
        Assert.NotEmpty(new FuzzRun(new WorkbookTarget(), seed).Again(number));

    [Fact]
    public void A_roster_of_bytes_that_are_no_text_is_refused() =>
        Assert.Throws<CheckinBot.Rosters.RosterFileException>(() => CheckinBot.Rosters.RosterFile.Parse(Encoding.Latin1.GetBytes("\u00FF\u0080\u00FF")));
}
