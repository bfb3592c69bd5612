using CheckinBot.Tests.Receiving;

namespace CheckinBot.Tests.Attacks;

/// <summary>What comes in a group from nobody whose rights could be judged, or as the words of somebody else.</summary>
public sealed class NobodyInTheGroupTests
{
    private const string Anonymous = """
        "sender_chat":{"id":-4242,"type":"supergroup","title":"1班"},"from":{"id":1087968824,"is_bot":true,"first_name":"Group"}
        """;

    private const string LinkedChannel = """
        "sender_chat":{"id":-77,"type":"channel","title":"x"},"from":{"id":777000,"is_bot":false,"first_name":"Telegram"}
        """;

    private const string OtherBot = """ "from":{"id":9,"is_bot":true,"first_name":"Other"} """;
    private const string ViaBot = $$""" "from":{{WebhookDoor.Teacher}},"via_bot":{"id":9,"is_bot":true,"first_name":"Other"} """;
    private const string Forwarded = $$""" "from":{{WebhookDoor.Teacher}},"forward_origin":{"type":"hidden_user","sender_user_name":"x","date":5} """;
    private const string Stranger = """ "from":{"id":666,"is_bot":false,"first_name":"王小明妈妈","language_code":"zh-hans"} """;

    private static readonly string[] Words =
        ["/unbind", "/bind 1班", "/tidy on", "/report 王小明 36.5 没外出", "/digest", "王小明 36.5 没外出", "#接龙\\n1. 王小明 36.5\\n2. 李华 36.6"];

    public static TheoryData<string> Nobodies => [Anonymous, LinkedChannel, OtherBot, ViaBot, Forwarded, Stranger];

    [Theory]
    [MemberData(nameof(Nobodies))]
    public async Task Commands_and_readings_of_nobody_change_nothing(string from)
    {
        await using var door = await WebhookDoor.Open();
        foreach (var text in Words) await door.Written($"{from},\"text\":\"{text}\"");
        await NothingHappened(door);

        // The same by the class teacher themselves does.
        await door.Written($"\"from\":{WebhookDoor.Teacher},\"text\":\"王小明 36.5 没外出\"");
        await door.Written($"\"from\":{WebhookDoor.Teacher},\"text\":\"/unbind\"");
        Assert.Equal("1", await door.Worker.Ask("select count(*) from check_in"));
        Assert.Equal("0", await door.Worker.Ask("select count(*) from group_chat where unit_id is not null"));
    }

    [Fact]
    public async Task A_command_that_is_forwarded_in_private_is_nobodys_order()
    {
        await using var door = await WebhookDoor.Open();
        foreach (var text in Words.Append("/start AAAAAAAAAAAAAAAAAAAAAA").Append("/settings SchoolDay:OpensAt 05:00"))
        {
            await door.Deliver($$"""
                "message":{"message_id":7,"date":1772850000,"text":"{{text}}","chat":{"id":1002,"type":"private"},{{Forwarded}} }
                """);
        }

        await NothingHappened(door);
        Assert.Equal("0", await door.Worker.Ask("select count(*) from code_failure"));
    }

    [Theory]
    [InlineData("channel_post")]
    [InlineData("edited_channel_post")]
    [InlineData("business_message")]
    [InlineData("guest_message")]
    public async Task Posts_in_channels_and_what_others_hand_on_mean_nothing(string kind)
    {
        await using var door = await WebhookDoor.Open();
        foreach (var text in Words)
        {
            await door.Deliver($$"""
                "{{kind}}":{"message_id":7,"date":1772850000,"text":"{{text}}","chat":{{WebhookDoor.ClassGroup}},"from":{{WebhookDoor.Teacher}} }
                """);
        }

        await NothingHappened(door);
    }

    [Fact]
    public async Task A_button_pressed_under_the_message_of_another_chat_is_judged_by_who_pressed_it()
    {
        await using var door = await WebhookDoor.Open();
        foreach (var data in (string[])["0.ch.1qh.v", "0.un", "0.rp.3.v", "0.gu.3.v", "0.mi.3", "0.ca.3", "0.gb.3", "0.rg.v.rt.y", "0.st.v.a5.1qh"])
        {
            await door.Deliver($$"""
                "callback_query":{"id":"1","chat_instance":"c","data":"{{data}}",{{Stranger}},
                "message":{"message_id":3,"date":1,"chat":{{WebhookDoor.ClassGroup}} } }
                """);
        }

        await NothingHappened(door);
    }

    private static async Task NothingHappened(WebhookDoor door)
    {
        Assert.Equal("0", await door.Worker.Ask("select count(*) from check_in"));
        Assert.Equal("1", await door.Worker.Ask("select count(*) from group_chat where unit_id = 3"));
        Assert.Equal("2", await door.Worker.Ask("select count(*) from link"));
        Assert.Equal("0", await door.Worker.Ask("select count(*) from setting"));
    }
}
