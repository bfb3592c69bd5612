using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Tests.Conversations;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>
/// Whatever somebody sends in whatever state of their conversation: nothing is thrown, a press is answered once, and who has no
/// right to it is told nobody's name.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes an event.</param>
internal abstract class ChatTarget(string name, Func<Random, ChatRef, Sender, ConversationEvent> make) : IFuzzTarget
{
    private const long Group = -100123, Teacher = 11, OtherTeacher = 12, Official = 13, Stranger = 99;

    private static readonly long[] Users = [Examples.User, Examples.User, Teacher, OtherTeacher, Official, Stranger];

    private readonly School _school = Everybody();

    public string Name => name;

    /// <summary>A school with a family, a teacher of its class and one of another, an official above, and its bound group.</summary>
    public static School Everybody()
    {
        var school = Examples.Family();
        school.Link(Teacher, "陈", school.AddPerson("陈老师", Role.ClassTeacher));
        school.Room = School.OtherClass;
        school.Link(OtherTeacher, "赵", school.AddPerson("赵老师", Role.ClassTeacher));
        school.Room = School.County;
        school.Link(Official, "程", school.AddPerson("程科长", Role.Official));
        school.Group = new GroupBinding(Group, School.Class);
        return school;
    }

    public string Try(Random random)
    {
        var user = Mutator.Pick(random, Users);
        var kind = random.Next(3) == 0 ? ChatKind.Group : ChatKind.Private;
        var chat = new ChatRef(kind == ChatKind.Private ? user : Group, kind, kind == ChatKind.Group ? Mutator.Text(random, Examples.Texts, 60) : null);
        var from = new Sender(user, random.Next(4) == 0 ? Mutator.Text(random, Examples.Texts, 60) : "某人", random.Next(3) == 0 ? "en" : "zh-hans");
        var @event = make(random, chat, from);
        var state = Mutator.Pick(random, Examples.States);
        var conversation = new Conversation(
            new ConversationKey(1, chat.Id, 0, user), 7, 1, state, state is ConversationState.Idle ? null : _school.Now.AddHours(random.Next(-1, 2)));
        var outcome = Decide(conversation, @event);
        var stored = ConversationStateJson.Read(ConversationStateJson.Write(outcome.Conversation.State));
        if (stored is ConversationState.Lost && state is not ConversationState.Lost)
            throw new InvalidOperationException("the state cannot be stored");
        if (@event is ConversationEvent.ButtonPressed { Chat.Kind: ChatKind.Private } && outcome.Effects.Count(effect => effect is Effect.AnswerButton) != 1)
            throw new InvalidOperationException($"a press is not answered once: {@event} in {state}: {string.Join("; ", outcome.Effects)}");
        // Who has just ended a link of their own may take that back.
        if (user is Stranger) Harmless(outcome.Effects.Where(effect => effect is not Effect.Link || state is not ConversationState.Unlinked), @event);
        if (outcome.Effects.Count == 0) return "nothing";
        return outcome.Effects.FirstOrDefault(effect => effect is not Effect.AnswerButton)?.GetType().Name ?? "a word over the chat";
    }

    private Outcome Decide(Conversation conversation, ConversationEvent @event)
    {
        try
        {
            return Conversation.Handle(conversation, @event, _school.ContextFor(conversation, @event));
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.Message} {@event} in {conversation.State}", fault);
        }
    }

    // A question may be open that somebody opened who has lost the right to it since: even that names nobody and stores nothing.
    private static void Harmless(IEnumerable<Effect> effects, ConversationEvent @event)
    {
        var typed = @event is ConversationEvent.TextReceived { Text: var text } ? text : @event is ConversationEvent.TextEdited { Text: var edit } ? edit : "";
        foreach (var effect in effects)
        {
            if (effect is Effect.Record or Effect.Link or Effect.Unlink or Effect.BindGroup or Effect.ShowDigest or Effect.ShowCases
                or Effect.SendFile { Order.Kind: not FileKind.OwnData })
                throw new InvalidOperationException($"a stranger caused {effect.GetType().Name}");
            if (effect is Effect.Send send && send.Message.Text.Contains("王小红", StringComparison.Ordinal) && !typed.Contains("王小红", StringComparison.Ordinal))
                throw new InvalidOperationException("a stranger was told a name");
        }
    }
}

/// <summary>What comes back from buttons: theirs, ours of another time, and none of ours.</summary>
internal sealed class ButtonTarget() : ChatTarget("buttons", Press)
{
    private static readonly string[] Verbs =
        [.. ButtonTable.All.Select(entry => entry.Verb).Concat(Examples.Buttons.Select(data => ButtonData.Parse(data)?.Verb).OfType<string>()).Distinct()];

    private static readonly string[] Arguments =
    [
        "2s", "2t", "4", "5", "2", "1", "0", "-1", "1qh", "1qi", "morning", "evening", "y", "n", "x", "p", "ask", "all", "no", "ok", "en", "_", "zz",
        "zzzzzzzzzzzz", "", "class-register", "../x", "a5", "aa",
    ];

    /// <summary>The parts that buttons are made of, put together at random.</summary>
    public static string Carried(Random random) => string.Join('.', ((string[])[Mutator.Pick(random, Epochs), Mutator.Pick(random, Verbs)])
        .Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Mutator.Pick(random, Arguments))));

    private static ConversationEvent.ButtonPressed Press(Random random, ChatRef chat, Sender from)
    {
        var data = random.Next(8) switch
        {
            0 => Mutator.Text(random, Examples.Buttons, 200),
            1 => Mutator.Pick(random, Examples.Buttons),
            _ => Carried(random),
        };
        return new ConversationEvent.ButtonPressed("callback", random.Next(20), data)
        {
            Chat = chat,
            From = from,
            EphemeralMessageId = random.Next(9) == 0 ? 4 : null,
        };
    }

    private static readonly string[] Epochs = ["0", "0", "0", "7", "7", "6", "-1", "zzzzzzz", ""];
}

/// <summary>What people type, edit and command.</summary>
internal sealed class MessageTarget() : ChatTarget("messages", Write)
{
    private static readonly string[] Commands = [.. Examples.Commands.Concat(CommandTable.All.Select(entry => entry.Name)).Distinct()];

    private static ConversationEvent Write(Random random, ChatRef chat, Sender from)
    {
        var text = Mutator.Text(random, ReaderTarget.Words);
        return random.Next(6) switch
        {
            0 => new ConversationEvent.TextEdited(random.Next(1, 20), text) { Chat = chat, From = from },
            1 => new ConversationEvent.CommandReceived(11, Mutator.Pick(random, Commands), text) { Chat = chat, From = from },
            2 => new ConversationEvent.MediaReceived(11, Mutator.Pick(random, Enum.GetValues<MediaKind>()), text) { Chat = chat, From = from, AlbumId = "a" },
            _ => new ConversationEvent.TextReceived(11, text)
            {
                Chat = chat,
                From = from,
                IsForwarded = random.Next(20) == 0,
                ReplyTo = random.Next(5) == 0 ? new RepliedTo(4, random.Next(2) == 0) : null,
            },
        };
    }
}
