using CheckinBot.Telegram.Ephemeral;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Tests.Telegram.Ephemeral;

public sealed class EphemeralMessagesTests
{
    private const string Seen = """{"message_id":0,"ephemeral_message_id":44,"date":1,"chat":{"id":-5,"type":"group"}}""";
    private const string Open = """{"message_id":81,"date":1,"chat":{"id":-5,"type":"group"}}""";

    [Fact]
    public async Task A_message_for_one_person_names_receiver_and_press_as_Bot_API_10_3_wants()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        var sent = await server.Bot().SendEphemeralMessage(-5, new EphemeralReceiver(42, "cb", ReplacesMessage: true), "x", ParseMode.Html);
        Assert.Equal((0, 44), (sent.Id, sent.EphemeralMessageId));
        Assert.Equal(
            """{"chat_id":-5,"text":"x","parse_mode":"Html","ephemeral_message_parameters":{"receiver_user_id":42,"callback_query_id":"cb","replace_callback_query_message":true}}""",
            server.Only.Body);
    }

    [Fact]
    public async Task A_reply_to_an_ephemeral_command_names_it()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        await server.Bot().SendEphemeralMessage(-5, new EphemeralReceiver(42), "x", replyToEphemeralMessageId: 17);
        Assert.Equal(
            """{"chat_id":-5,"text":"x","reply_parameters":{"ephemeral_message_id":17},"ephemeral_message_parameters":{"receiver_user_id":42}}""",
            server.Only.Body);
    }

    [Fact]
    public async Task The_feature_is_proven_by_an_answer_with_an_ephemeral_number()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        var proof = await server.Bot().ProveEphemeralMessages(-5, new EphemeralReceiver(42), "one moment");
        Assert.Equal((EphemeralSupport.Proven, 44), (proof.Support, proof.Message!.EphemeralMessageId));
    }

    [Fact]
    public async Task Where_the_server_posts_in_the_open_the_text_is_removed_and_the_feature_is_off()
    {
        await using var server = await ScriptedServer.Start(call => Reply.Ok(call.Method == "sendMessage" ? Open : "true"));
        var proof = await server.Bot().ProveEphemeralMessages(-5, new EphemeralReceiver(42), "one moment");
        Assert.Equal((EphemeralSupport.Absent, null), (proof.Support, proof.Message));
        Assert.Equal(["sendMessage", "deleteMessage"], server.Calls.Select(call => call.Method));
        Assert.Equal("""{"chat_id":-5,"message_id":81}""", server.Calls.Last().Body);
    }

    [Fact]
    public async Task A_later_message_that_lands_in_the_open_is_removed_too_and_said()
    {
        await using var server = await ScriptedServer.Start(call => call.Method == "sendMessage" ? Reply.Ok(Open) : Reply.Refused(400, "Bad Request: message can't be deleted"));
        await Assert.ThrowsAsync<EphemeralNotSupportedException>(() => server.Bot().SendEphemeralMessage(-5, new EphemeralReceiver(42), "x"));
        Assert.Equal("deleteMessage", server.Calls.Last().Method);
    }

    [Fact]
    public async Task A_refusal_proves_nothing()
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(400, "Bad Request: not enough rights to send ephemeral messages"));
        Assert.Equal(EphemeralSupport.Refused, (await server.Bot().ProveEphemeralMessages(-5, new EphemeralReceiver(42), "one moment")).Support);
    }

    [Theory]
    [InlineData(400, """{"migrate_to_chat_id":-1001}""")]
    [InlineData(403, null)]
    [InlineData(429, """{"retry_after":3}""")]
    public async Task Any_other_failure_is_the_callers(int code, string? parameters)
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(code, "no", parameters));
        await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().ProveEphemeralMessages(-5, new EphemeralReceiver(42), "one moment"));
    }
}
