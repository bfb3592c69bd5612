using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Tests.Conversations;

namespace CheckinBot.Tests.Texts;

/// <summary>People whose name in the messenger shows nothing are called what they are.</summary>
public sealed class NamelessTests
{
    private const long Mother = 7;

    [Theory]
    [InlineData("zh-Hans", "王小明的家长")]
    [InlineData("zh-Hant", "王小明的家長")]
    [InlineData("en", "a guardian of 王小明")]
    public void A_guardian_without_a_name_is_named_by_the_child(string language, string named)
    {
        var phrases = new Phrases(LanguageTag.Parse(language)!.Value);
        Assert.Equal(named, phrases.GuardianOf("", "王小明"));
        Assert.Equal(named, phrases.GuardianOf("\u3164\u200B", "王小明"));
        Assert.Equal("王妈妈", phrases.GuardianOf("王妈妈\u202E", "王小明"));
    }

    [Fact]
    public void What_a_guardian_without_a_name_reports_is_reported_by_a_guardian_of_the_child()
    {
        var school = new School();
        school.Link(Mother, "", school.AddPerson("王小明"));
        var effects = school.Handle(new ConversationEvent.TextReceived(1, "36.5 没外出")
        {
            Chat = new ChatRef(Mother, ChatKind.Private),
            From = new Sender(Mother, "", "zh-hans"),
        });
        Assert.Equal("王小明的家长", Assert.Single(effects.OfType<Effect.Record>()).CheckIn.ReporterName);
    }
}
