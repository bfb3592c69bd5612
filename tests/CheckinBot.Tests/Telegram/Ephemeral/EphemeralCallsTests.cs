using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Ephemeral;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Ephemeral;

public sealed class EphemeralCallsTests
{
    private const string Seen = """{"message_id":0,"ephemeral_message_id":44,"date":1,"chat":{"id":-5,"type":"group"}}""";
    private const string Open = """{"message_id":81,"date":1,"chat":{"id":-5,"type":"group"}}""";

    private static readonly EphemeralReceiver Pressed = new(42, CallbackId: "cb");

    [Fact]
    public async Task Where_the_group_is_proven_the_message_names_receiver_and_press_as_Bot_API_10_3_wants()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        var message = new OutgoingMessage(-5, "36.5 <b>x</b>") { OnlyFor = Pressed, Format = TextFormat.Html, ThreadId = 3 };
        Assert.Equal(EphemeralSupport.Proven, await Show(server, message, proven: true));
        server.Only.HasParameters("""
            {"chat_id":-5,"text":"36.5 <b>x</b>","parse_mode":"Html","message_thread_id":3,
            "ephemeral_message_parameters":{"receiver_user_id":42,"callback_query_id":"cb"}}
            """);
    }

    [Fact]
    public async Task The_answer_to_an_ephemeral_command_names_it_and_needs_no_proof()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        var message = new OutgoingMessage(-5, "x") { OnlyFor = new EphemeralReceiver(42, EphemeralMessageId: 17) };
        Assert.Equal(EphemeralSupport.Proven, await Show(server, message, proven: false));
        server.Only.HasParameters("""
            {"chat_id":-5,"text":"x","reply_parameters":{"ephemeral_message_id":17},"ephemeral_message_parameters":{"receiver_user_id":42}}
            """);
    }

    [Fact]
    public async Task In_a_group_that_is_not_proven_a_harmless_text_goes_first_and_becomes_the_message()
    {
        await using var server = await ScriptedServer.Start(call => Reply.Ok(call.Method == "sendMessage" ? Seen : "true"));
        Assert.Equal(EphemeralSupport.Proven, await Show(server, new OutgoingMessage(-5, "王小明 36.5") { OnlyFor = Pressed }, proven: false));
        Assert.Equal(["sendMessage", "editEphemeralMessageText"], server.Calls.Select(call => call.Method));
        server.Calls.First().HasParameters("""
            {"chat_id":-5,"text":"🔒","ephemeral_message_parameters":{"receiver_user_id":42,"callback_query_id":"cb"}}
            """);
        server.Calls.Last().HasParameters("""{"chat_id":-5,"receiver_user_id":42,"ephemeral_message_id":44,"text":"王小明 36.5"}""");
    }

    [Fact]
    public async Task A_server_that_posts_the_harmless_text_in_the_open_never_gets_the_message()
    {
        await using var server = await ScriptedServer.Start(call => Reply.Ok(call.Method == "sendMessage" ? Open : "true"));
        Assert.Equal(EphemeralSupport.Absent, await Show(server, new OutgoingMessage(-5, "王小明 36.5") { OnlyFor = Pressed }, proven: false));
        Assert.Equal(["sendMessage", "deleteMessage"], server.Calls.Select(call => call.Method));
        server.Calls.Last().HasParameters("""{"chat_id":-5,"message_id":81}""");
        Assert.All(server.Calls, call => Assert.DoesNotContain("王小明", call.Utf8Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_message_that_lands_in_the_open_is_removed_too_and_the_feature_is_off()
    {
        await using var server = await ScriptedServer.Start(call =>
            call.Method == "sendMessage" ? Reply.Ok(Open) : Reply.Refused(400, "Bad Request: message can't be deleted"));
        Assert.Equal(EphemeralSupport.Absent, await Show(server, new OutgoingMessage(-5, "x") { OnlyFor = Pressed }, proven: true));
        Assert.Equal("deleteMessage", server.Calls.Last().Method);
    }

    [Fact]
    public async Task A_proof_is_sent_as_it_is()
    {
        await using var server = await ScriptedServer.Answering(Seen);
        var proof = new OutgoingMessage(-5, "one moment") { OnlyFor = new EphemeralReceiver(42) { IsProof = true } };
        Assert.Equal(EphemeralSupport.Proven, await Show(server, proof, proven: false));
        server.Only.HasParameters("""{"chat_id":-5,"text":"one moment","ephemeral_message_parameters":{"receiver_user_id":42}}""");
    }

    [Theory]
    [InlineData(400, "Bad Request: not enough rights to send ephemeral messages")]
    [InlineData(403, "Forbidden")]
    [InlineData(429, "Too Many Requests")]
    public async Task A_refusal_proves_nothing(int code, string description)
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(code, description));
        Assert.Equal(EphemeralSupport.Refused, await Show(server, new OutgoingMessage(-5, "x") { OnlyFor = Pressed }, proven: false));
    }

    [Fact]
    public async Task A_server_that_fails_is_the_callers_to_try_again()
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(500, "Internal Server Error"));
        await Assert.ThrowsAsync<ApiRequestException>(() => Show(server, new OutgoingMessage(-5, "x") { OnlyFor = Pressed }, proven: false));
    }

    private static Task<EphemeralSupport> Show(ScriptedServer server, OutgoingMessage message, bool proven) =>
        server.Bot().Show(new OutgoingCall { Send = message }, proven, default);
}
