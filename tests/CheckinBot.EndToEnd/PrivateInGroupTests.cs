using CheckinBot.Core.Organisation;
using CheckinBot.EndToEnd.Transcripts;

namespace CheckinBot.EndToEnd;

/// <summary>The check-in inside the class group by messages that one person sees, and what takes its place where the server has none.</summary>
public sealed class PrivateInGroupTests
{
    private const string Parent = "李雷爸爸", Card = "🌡 报体温";
    private static readonly TimeOnly Opened = new(6, 31);

    [Fact]
    public async Task A_parent_checks_in_from_the_card_and_nobody_else_sees_anything()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Opened);
        Assert.Contains(
            school.SeenInGroup("陈老师"), message => message is { IsEphemeral: true, Text: var text } && text!.Contains("只有您看得到", StringComparison.Ordinal));
        var before = school.SeenInGroup("小明妈妈").Count;

        await Press(school, Card);
        await Press(school, "36.5");
        await Press(school, "没有");

        var seen = Assert.Single(school.SeenInGroup(Parent), message => message.IsEphemeral);
        Assert.Contains("李雷", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Buttons);
        Assert.Equal(before, school.SeenInGroup("小明妈妈").Count);
        Assert.DoesNotContain(school.SeenInGroup("小明妈妈"), message => message.IsEphemeral || message.Text!.Contains("李雷", StringComparison.Ordinal));
        Assert.Equal(1, await Stored(school));
        Assert.DoesNotContain(school.WrittenTo(Parent), text => text.Contains("36.5℃", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_an_older_server_the_card_links_to_the_private_chat_and_nothing_stays_in_the_open()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Opened, ephemeral: false);
        var card = school.SeenInGroup(Parent)[^1];
        Assert.StartsWith("https://t.me/", card.Button(Card)!.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(school.SeenInGroup(Parent), message => message.Text!.Contains("只有您看得到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_has_become_older_is_found_out_by_a_harmless_text_and_the_private_chat_takes_over()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Opened);
        await school.StopHost();
        school.World.EphemeralSupported = false;
        await school.StartHost();
        using var scribe = new Scribe(school.World);

        await Press(school, Card);
        await school.Until(() => school.WrittenTo(Parent)
            .Any(text => text.Contains("体温", StringComparison.Ordinal) && text.Contains("李雷", StringComparison.Ordinal)));
        await school.Until(() => school.SeenInGroup(Parent).Any(message => message.Button(Card)?.Url is not null));

        var spoken = (await scribe.Take(clockJumped: false)).Where(line => line.Contains($"bot > {school.Group.Title}", StringComparison.Ordinal));
        Assert.DoesNotContain(spoken, line => line.Contains("李雷", StringComparison.Ordinal));
        Assert.DoesNotContain(school.SeenInGroup("小明妈妈"), message => message.Text == "🔒");
        school.World.SendText(school.User(Parent), school.User(Parent), "36.4 没外出");
        await school.Settle();
        Assert.Equal(1, await school.Count("select count(*) from check_in where temperature_tenths = 364"));
    }

    [Fact]
    public async Task A_bot_without_rights_proves_it_by_a_command_that_only_the_asker_sees()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Opened, administrator: false);
        Assert.NotNull(school.SeenInGroup(Parent)[^1].Button(Card)!.Url);

        school.World.SendText(school.User(Parent), school.Group.Id, "/help");
        await school.Settle();
        Assert.True(school.SeenInGroup(Parent)[^1].IsEphemeral);
        await school.Until(() => school.SeenInGroup(Parent).Any(message => message.Button(Card) is { Url: null }));

        await Press(school, Card);
        await Press(school, "36.5");
        await Press(school, "没有");
        Assert.Equal(1, await Stored(school));
        Assert.DoesNotContain(school.SeenInGroup("小明妈妈"), message => message.IsEphemeral);
    }

    private static Task<long> Stored(SmallSchool school) =>
        school.Count("select count(*) from check_in where source = 'card' and temperature_tenths = 365 and travel = 'no' and is_current");

    private static async Task Press(SmallSchool school, string label)
    {
        var message = school.SeenInGroup(Parent).Last(shown => shown.Button(label) is not null);
        school.World.Press(school.User(Parent), message, label);
        await school.Settle();
    }
}
