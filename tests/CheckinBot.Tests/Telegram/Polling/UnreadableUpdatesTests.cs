using CheckinBot.Telegram.Polling;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Tests.Telegram.Polling;

/// <summary>Updates that the package cannot read, first, in the middle and last in a batch: the others are read, and all are confirmed.</summary>
public sealed class UnreadableUpdatesTests
{
    private const string From = """ "from":{"id":7,"is_bot":false,"first_name":"明"} """;
    private const string Chat = """ "chat":{"id":-100,"type":"supergroup","title":"1班"} """;
    private const string Member = """{"status":"member","user":{"id":7,"is_bot":false,"first_name":"明"} }""";

    private readonly PollingBench _bench = new();

    public static TheoryData<string, int> Odd
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var content in (string[])
            [
                // Enumerations: a value that stands for a shape of its own, and one that is no text.
                $$""" "my_chat_member":{"date":1,{{From}},{{Chat}},"old_chat_member":{{Member}},"new_chat_member":{"status":"of_tomorrow"} } """,
                $$""" "message":{"message_id":5,"date":1,{{From}},{{Chat}},"text":"36.5","forward_origin":{"type":"of_tomorrow","date":1} } """,
                $$""" "message":{"message_id":5,"date":1,{{From}},"chat":{"id":-100,"type":4},"text":"36.5"} """,
                // Dates.
                $$""" "message":{"message_id":5,"date":-1,{{From}},{{Chat}},"text":"36.5"} """,
                $$""" "message":{"message_id":5,"date":9000000000000000000,{{From}},{{Chat}},"text":"36.5"} """,
                $$""" "message":{"message_id":5,"date":"today",{{From}},{{Chat}},"text":"36.5"} """,
                // Numbers.
                $$""" "message":{"message_id":5000000000,"date":1,{{From}},{{Chat}},"text":"36.5"} """,
                $$""" "message":{"message_id":5,"date":1,{{From}},"chat":{"id":1e30,"type":"group"},"text":"36.5"} """,
                """ "message":{"message_id":"five","date":1} """,
                // Shapes.
                """ "message":[] """,
                """ "callback_query":{"id":"q","message":5} """,
            ])
            {
                for (var place = 0; place < 3; place++) data.Add(content, place);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task An_update_that_cannot_be_read_keeps_its_number_and_its_JSON_and_hides_no_other(string content, int place)
    {
        var odd = $$"""{"update_id":{{10 + place}},{{content}}}""";
        string[] batch = [.. Enumerable.Range(10, 3).Select(id => id == 10 + place ? odd : Text(id))];
        await using var server = await _bench.Serve(Reply.Ok($"[{string.Join(',', batch)}]"));
        await _bench.RunUntil(server, questions: 2);

        Assert.Equal([null, 13], PollingBench.Offsets(server).Take(2));
        Assert.Equal([10, 11, 12], _bench.Received.Select(update => update.Id));
        for (var i = 0; i < 3; i++)
        {
            var received = _bench.Received[i];
            Assert.Equal(batch[i], received.Text);
            Assert.Equal(i == place, received.Fault is not null);
            Assert.Equal(i == place ? null : "36.5", received.Update?.Message?.Text);
        }

        Assert.Empty(_bench.Faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_update_of_an_unknown_kind_or_with_an_unknown_word_is_read_for_what_is_known_of_it(int place)
    {
        var kind = $$"""{"update_id":{{10 + place}},"of_tomorrow":{"type":"x"} }""";
        var batch = Enumerable.Range(10, 3).Select(id => id == 10 + place ? kind : Text(id));
        await using var server = await _bench.Serve(Reply.Ok($"[{string.Join(',', batch)}]"));
        await _bench.RunUntil(server, questions: 2);
        Assert.All(_bench.Received, update => Assert.Null(update.Fault));
        Assert.Equal(UpdateType.Unknown, _bench.Received[place].Update!.Type);

        await using var second = await _bench.Serve(Reply.Ok($$"""
            [{"update_id":20,"message":{"message_id":5,"date":1,{{From}},"chat":{"id":-100,"type":"of_tomorrow"},"text":"x",
            "entities":[{"type":"new","offset":0,"length":1}]} }]
            """));
        await _bench.RunUntil(second, questions: 2);
        Assert.Equal(("x", default(ChatType)), (_bench.Received[^1].Update!.Message!.Text, _bench.Received[^1].Update!.Message!.Chat.Type));
    }

    [Fact]
    public async Task Numbers_of_more_than_31_bits_are_set_aside_and_confirmed_and_do_not_come_again()
    {
        await using var server = await _bench.Serve(Reply.Ok($"[{Text(4)},{Text(5_000_000_000)},{Text(5_000_000_001)}]"));
        await _bench.RunUntil(server, questions: 2);
        Assert.Equal([null, 5_000_000_002], PollingBench.Offsets(server).Take(2));
        Assert.Equal([true, false, false], _bench.Received.Select(update => update.Fault is null));
    }

    [Fact]
    public async Task A_number_as_text_is_a_number()
    {
        await using var server = await _bench.Serve(Reply.Ok("""[{"update_id":"7"}]"""));
        await _bench.RunUntil(server, questions: 2);
        Assert.Equal([null, 8], PollingBench.Offsets(server).Take(2));
        Assert.Null(Assert.Single(_bench.Received).Fault);
    }

    [Fact]
    public async Task A_batch_that_does_not_begin_with_its_lowest_number_is_confirmed_all_the_same()
    {
        await using var server = await _bench.Serve(PollingBench.Batch(7, 5, 6));
        await _bench.RunUntil(server, questions: 2);
        Assert.Equal([null, 8], PollingBench.Offsets(server).Take(2));
        Assert.Equal([[5, 6, 7]], _bench.Handled);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"update_id":"seven"}""")]
    [InlineData("""{"update_id":99999999999999999999}""")]
    [InlineData("""{"update_id":null}""")]
    [InlineData("5")]
    [InlineData("null")]
    public async Task What_has_no_number_hides_no_other_and_alone_does_not_make_the_poll_spin(string odd)
    {
        await using var server = await _bench.Serve(Reply.Ok($"[{odd},{Text(6)}]"), Reply.Ok($"[{odd}]"));
        var pauses = await _bench.RunUntil(server, questions: 3, pauses: 1);
        Assert.Equal([null, 7, null], PollingBench.Offsets(server).Take(3));
        // It is handed over all the same, to be set aside; the number that it is given is none of Telegram's.
        Assert.Equal([6], _bench.Handled.SelectMany(batch => batch).Where(id => id >= 0).Select(id => (int)id));
        Assert.Single(_bench.Handled.SelectMany(batch => batch).Where(id => id < 0).Distinct());
        Assert.Equal([1], pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal(PollFaultKind.Unreachable, Assert.Single(_bench.Faults).Kind);
    }

    [Theory]
    [InlineData("""[{"type":"list","items":[{"label":"1","blocks":""", """[{"type":"paragraph","text":"36.5"}]""", "}]}]", 55)]
    [InlineData("""{"type":"bold","text":""", "\"36.5\"", "}", 240)]
    public async Task A_rich_message_is_read_however_deep_it_is(string open, string inside, string close, int times)
    {
        var nested = string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));
        var blocks = close == "}" ? $$"""[{"type":"paragraph","text":{{nested}} }]""" : nested;
        await using var server = await _bench.Serve(Reply.Ok($$"""
            [{{Text(1)}},{"update_id":2,"message":{"message_id":5,"date":1,{{From}},{{Chat}},"rich_message":{"blocks":{{blocks}} } } },{{Text(3)}}]
            """));
        await _bench.RunUntil(server, questions: 2);
        Assert.Equal([null, 4], PollingBench.Offsets(server).Take(2));
        Assert.All(_bench.Received, update => Assert.Null(update.Fault));
    }

    [Fact]
    public async Task An_update_that_is_nested_deeper_than_the_package_reads_is_set_aside_too()
    {
        var blocks = new string('[', 5000) + new string(']', 5000);
        var deep = $$"""{"update_id":2,"message":{"message_id":5,"date":1,{{From}},{{Chat}},"rich_message":{"blocks":{{blocks}} } } }""";
        var batch = Reply.Ok($"[{Text(1)},{deep},{Text(3)}]");
        await using var server = await _bench.Serve(batch, batch);
        await _bench.RunUntil(server, questions: 3);
        Assert.Equal([null, null, 4], PollingBench.Offsets(server).Take(3));
        Assert.Equal([[1, 2, 3]], _bench.Handled);
        Assert.Equal([true, false, true], _bench.Received.Select(update => update.Fault is null));
        Assert.Equal(deep, _bench.Received[1].Text);
        Assert.Empty(_bench.Faults);
    }

    private static string Text(long id) => $$"""{"update_id":{{id}},"message":{"message_id":5,"date":1,{{From}},{{Chat}},"text":"36.5"} }""";
}
