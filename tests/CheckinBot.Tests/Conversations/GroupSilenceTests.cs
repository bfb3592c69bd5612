using System.Text.RegularExpressions;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>Whatever is written or pressed in a class group, the group sees no name and no reading.</summary>
public sealed partial class GroupSilenceTests
{
    private const long Group = -100123;

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 40));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_group_never_sees_a_name_or_a_reading(int seed)
    {
        var random = new Random(seed);
        var school = Examples.Family();
        school.Link(5_000_000_050, "李老师", school.AddPerson("李老师", Role.ClassTeacher));
        school.Group = new GroupBinding(Group, School.Class) { Tidy = random.Next(2) == 0, RepliesToCard = random.Next(2) == 0 };
        school.Rights = new BotRights(random.Next(2) == 0, random.Next(2) == 0);
        school.CanSendEphemeral = random.Next(2) == 0;
        var message = 1;
        for (var step = 0; step < 60; step++)
        {
            foreach (var shown in ShownToAll(school.Handle(Next(random, ref message))))
            {
                Assert.All(school.People, person => Assert.DoesNotContain(person.Name, shown, StringComparison.Ordinal));
                Assert.DoesNotMatch(Reading(), shown.Replace("姓名 36.5", "", StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<string> ShownToAll(IReadOnlyList<Effect> effects) => effects.SelectMany(effect => effect switch
    {
        Effect.Send { Message: { ChatId: Group, OnlyFor: null } message } =>
            [message.Text, .. message.Keyboard.Rows.SelectMany(row => row).Select(button => button.Label)],
        Effect.Edit { ChatId: Group, OnlyFor: null } edit => [edit.Text, .. edit.Keyboard.Rows.SelectMany(row => row).Select(button => button.Label)],
        _ => (string[])[],
    });

    private static ConversationEvent Next(Random random, ref int message)
    {
        long[] users = [5_000_000_000, 5_000_000_050, 5_000_000_099];
        var user = users[random.Next(users.Length)];
        var chat = new ChatRef(Group, ChatKind.Group, "三年级1班");
        var from = new Sender(user, "家长", "zh-hans");
        return random.Next(5) switch
        {
            < 2 => new ConversationEvent.TextReceived(
                message++, Pick(random, Examples.Texts))
            { Chat = chat, From = from, ReplyTo = random.Next(2) == 0 ? new RepliedTo(1, true) : null },
            2 => new ConversationEvent.TextEdited(random.Next(1, message + 1), Pick(random, Examples.Texts)) { Chat = chat, From = from },
            3 => new ConversationEvent.CommandReceived(
                message++, Pick(random, Examples.Commands), random.Next(2) == 0 ? "" : "王小明 36.5")
            { Chat = chat, From = from },
            _ => new ConversationEvent.ButtonPressed("callback", 1, Pick(random, Examples.Buttons)) { Chat = chat, From = from },
        };
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    [GeneratedRegex(@"3[4-9][.．。]\d|4[0-2]\.\d")]
    private static partial Regex Reading();
}
