using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Tests.Texts;

/// <summary>What the class teacher's list says beside the names.</summary>
public sealed class TeacherPingTests
{
    [Theory]
    [InlineData(Language.ZhHans, "07:45 已提醒以上 5 人的家长")]
    [InlineData(Language.ZhHant, "07:45 已提醒以上 5 人的家長")]
    [InlineData(Language.En, "Reminded at 07:45: all 5 above")]
    public void A_class_that_was_reminded_together_is_not_named_twice(Language language, string expected)
    {
        var text = Ping(5, asked: 5).Text(language);
        Assert.EndsWith(expected, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("学生一").Length);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(3, 3)]
    public void A_part_of_the_list_and_a_short_list_are_named(int missing, int asked) =>
        Assert.EndsWith("已提醒：" + string.Join('、', Names.Take(asked)), Ping(missing, asked).Text(Language.ZhHans), StringComparison.Ordinal);

    private static readonly string[] Names = ["学生一", "学生二", "学生三", "学生四", "学生五"];

    private static TeacherPing Ping(int missing, int asked) => new(1, "三年级1班", [.. Names.Take(missing).Select((name, i) =>
        new MissingPerson(i + 1, name, Reached: true) { Asked = i < asked ? new TimeOnly(7, 45, 10 + i) : null })]);
}
