using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Telegram;
using CheckinBot.Tests.Conversations;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>The body of a webhook, as the endpoint takes it: what cannot be read is told apart and keeps its text, the rest is handled.</summary>
internal sealed class WebhookTarget : IFuzzTarget
{
    private const string Mother = """{"id":5000000000,"is_bot":false,"first_name":"妈妈","language_code":"zh-hans"}""";
    private const string Private = """{"id":5000000000,"type":"private"}""";
    private const string Group = """{"id":-100123,"type":"supergroup","title":"三年级1班"}""";

    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private static readonly JsonNode[] Updates =
    [
        .. ((string[])
        [
            $$"""{"update_id":5,"message":{"message_id":9,"date":1772667300,"text":"36.5 没外出","chat":{{Private}},"from":{{Mother}} } }""",
            $$"""{"update_id":5,"message":{"message_id":9,"date":1772667300,"text":"/report@checkin_bot 王小明 36.5","chat":{{Group}},"from":{{Mother}} } }""",
            $$"""
            {"update_id":5,"edited_message":{"message_id":9,"date":1772667300,"edit_date":1772667400,"text":"36.6",
            "chat":{{Private}},"from":{{Mother}} } }
            """,
            $$"""
            {"update_id":5,"callback_query":{"id":"7","from":{{Mother}},"chat_instance":"c","data":"0.ch.1qh.2s",
            "message":{"message_id":3,"date":0,"chat":{{Private}} } } }
            """,
            $$"""
            {"update_id":5,"my_chat_member":{"chat":{{Group}},"from":{{Mother}},"date":1,
            "old_chat_member":{"user":{{Mother}},"status":"left"},"new_chat_member":{"user":{{Mother}},"status":"administrator","can_delete_messages":true} } }
            """,
            $$"""
            {"update_id":5,"message":{"message_id":9,"date":1,"chat":{{Private}},"from":{{Mother}},"caption":"36.5","media_group_id":"1",
            "photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}],"forward_origin":{"type":"user","sender_user":{{Mother}},"date":5} } }
            """,
            $$"""
            {"update_id":5,"message":{"message_id":9,"date":1,"chat":{{Group}},"from":{{Mother}},"sender_chat":{{Group}},"text":"/bind",
            "reply_to_message":{"message_id":2,"date":1,"chat":{{Group}},"from":{"id":777,"is_bot":true,"first_name":"b"} },
            "is_topic_message":true,"message_thread_id":4} }
            """,
            $$"""{"update_id":5,"message":{"message_id":9,"date":1,"chat":{{Group}},"from":{{Mother}},"migrate_to_chat_id":-200} }""",
            $$"""{"update_id":5,"channel_post":{"message_id":9,"date":1,"chat":{"id":-3,"type":"channel","title":"t"},"text":"36.5"} }""",
        ]).Select(text => JsonNode.Parse(text)!),
    ];

    private static readonly string[] Names =
    [
        "update_id", "message", "chat", "from", "text", "id", "type", "date", "message_id", "data", "status", "sender_chat", "forward_origin",
        "entities", "user", "is_bot",
    ];

    private readonly UpdateTranslator _translator = new(777, () => "checkin_bot");
    private readonly School _school = ChatTarget.Everybody();

    public string Name => "webhook";

    public string Try(Random random)
    {
        var root = Mutator.Pick(random, Updates).DeepClone();
        for (var changes = random.Next(4); changes > 0; changes--) Change(random, root);
        var body = Encoding.UTF8.GetBytes(root.ToJsonString());
        if (random.Next(3) == 0) body = Mutator.Bytes(random, body);
        try
        {
            using var document = JsonDocument.Parse(body, AnyDepth);
            if (ReceivedUpdate.Of(document.RootElement) is not { } received) return "no update: 400";
            if (received.Text.Length == 0) throw new InvalidOperationException("its text is lost");
            return received.Fault is null ? Handle(received) : "unreadable: set aside";
        }
        catch (JsonException)
        {
            return "no JSON: 400";
        }
    }

    private string Handle(ReceivedUpdate received)
    {
        ConversationEvent? @event;
        try
        {
            @event = _translator.Translate(received.Update!);
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException)
        {
            // As of what cannot be read at all: the intake sets it aside by itself.
            return "without its parts: set aside";
        }

        if (@event is null) return "of no meaning";
        var conversation = Conversation.New(new ConversationKey(1, @event.Chat.Id, @event.Chat.ThreadId, @event.From.UserId));
        Conversation.Handle(conversation, @event, _school.ContextFor(conversation, @event));
        return "handled";
    }

    private static void Change(Random random, JsonNode root)
    {
        var places = Objects(root).Where(place => place.Count > 0).ToList();
        if (places.Count == 0) return;
        var place = Mutator.Pick(random, places);
        var key = Mutator.Pick(random, place.Select(property => property.Key).ToList());
        switch (random.Next(4))
        {
            case 0:
                place.Remove(key);
                break;
            case 1:
                var moved = place[key]?.DeepClone();
                place.Remove(key);
                place[Mutator.Pick(random, Names)] = moved;
                break;
            default:
                place[key] = Value(random);
                break;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        2 => JsonValue.Create(random.NextDouble() * 1e300),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => new JsonArray(JsonValue.Create(1), null),
        5 => new JsonObject { ["type"] = Mutator.Text(random, Names, 20) },
        6 => Deep(1 + random.Next(200)),
        7 => JsonValue.Create(-random.Next(1000)),
        _ => JsonValue.Create(Mutator.Text(random, ReaderTarget.Words)),
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (; levels > 0; levels--) node = new JsonArray(node);
        return node;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject own => own.Select(property => property.Value).SelectMany(Objects).Prepend(own),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
