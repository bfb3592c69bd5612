using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;

namespace CheckinBot.Tests.Reading;

/// <summary>Messages that speak of self-harm or violence are found, and figures of speech are not taken for them.</summary>
public sealed class DistressTests
{
    [Theory]
    [InlineData("孩子说不想活了")]
    [InlineData("孩子说不 想 活 了")]
    [InlineData("我想死，真的撑不住了")]
    [InlineData("女儿昨晚割腕了")]
    [InlineData("他老说要跳楼")]
    [InlineData("孩子自残，胳膊上都是伤")]
    [InlineData("他說想自殺")]
    [InlineData("我活著沒意思")]
    [InlineData("個女話唔想活")]
    [InlineData("36.5 孩子说死了算了")]
    [InlineData("My son says he wants to die")]
    [InlineData("she wants to kill herself")]
    [InlineData("I don’t want to live any more")]
    [InlineData("He has been cutting himself")]
    [InlineData("she is suicidal")]
    public void Self_harm_is_found(string text) => Assert.Equal(DistressKind.SelfHarm, Distress.Read(text));

    [Theory]
    [InlineData("爸爸打我")]
    [InlineData("孩子在学校被同学打了")]
    [InlineData("我被家暴了")]
    [InlineData("孩子一直被霸凌")]
    [InlineData("同學俾人打")]
    [InlineData("他说要杀人")]
    [InlineData("有人带刀上学")]
    [InlineData("my dad hits me")]
    [InlineData("He is being bullied")]
    [InlineData("a boy threatened to kill him")]
    public void Violence_is_found(string text) => Assert.Equal(DistressKind.Violence, Distress.Read(text));

    [Theory]
    [InlineData("累死了，刚下班，36.5")]
    [InlineData("笑死我了")]
    [InlineData("烦死了 还要打卡")]
    [InlineData("想死你了老师")]
    [InlineData("想死我了，好久不见")]
    [InlineData("熱死了 36.7")]
    [InlineData("孩子今天不想活动")]
    [InlineData("打死我也不去")]
    [InlineData("麻烦老师有空打我电话")]
    [InlineData("昨天被打了预防针，有点烧 37.4")]
    [InlineData("没有自残行为")]
    [InlineData("预防自杀讲座几点开始")]
    [InlineData("反对校园暴力主题班会在周五")]
    [InlineData("周末去坐了跳楼机")]
    [InlineData("36.5 没外出")]
    [InlineData("this homework is killing me lol")]
    [InlineData("dying to see you all")]
    [InlineData("we don't want to live here any more, moving in May")]
    [InlineData("he was not bullied, he just fell")]
    [InlineData("anti-bullying assembly on Friday?")]
    [InlineData("")]
    [InlineData("\ud83d")]
    public void A_figure_of_speech_is_not_taken_for_it(string text) => Assert.Equal(DistressKind.None, Distress.Read(text));
}
