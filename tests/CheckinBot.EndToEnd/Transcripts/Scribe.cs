using System.Text.RegularExpressions;
using System.Threading.Channels;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.EndToEnd.Transcripts;

/// <summary>Writes down what the bot does, as lines of a transcript.</summary>
internal sealed partial class Scribe : IDisposable
{
    private readonly World world;
    private readonly CancellationTokenSource ending = new();
    private readonly Channel<WorldEvent> seen = Channel.CreateUnbounded<WorldEvent>();
    private long last;

    public Scribe(World world)
    {
        this.world = world;
        last = world.LastSequence;
        _ = Follow(world.Observe(ending.Token));
    }

    /// <summary>
    /// The lines since the last call, chat by chat: what goes to different chats goes out side by side, in no order that a
    /// reader could rely on; what is shown over a chat and what is deleted in it goes beside its messages. After a jump of the
    /// clock the same holds within a chat: several jobs are due at once.
    /// </summary>
    public async Task<IReadOnlyList<string>> Take(bool clockJumped)
    {
        var upTo = world.LastSequence;
        List<Line> lines = [];
        while (last < upTo)
        {
            var happened = await seen.Reader.ReadAsync();
            last = happened.Sequence;
            Note(lines, happened);
        }

        var ordered = lines.OrderBy(line => line.Chat, StringComparer.Ordinal).ThenBy(line => line.Way)
            .ThenBy(line => clockJumped ? line.Text : "", StringComparer.Ordinal);
        return [.. ordered.SelectMany(line => line.Text.Split('\n'))];
    }

    /// <summary>
    /// What a message has become, once: whether it was changed, or taken away for another one, before it had arrived or just after
    /// is a matter of milliseconds.
    /// </summary>
    private static void Note(List<Line> lines, WorldEvent happened)
    {
        var message = (happened as WorldEvent.MessageChanged)?.Message ?? (happened as WorldEvent.MessageDeleted)?.Message;
        var added = message is null ? -1 : lines.FindIndex(line => line.Added is { } one && one.Id == message.Id && one.Chat == message.Chat);
        if (added >= 0 && happened is WorldEvent.MessageDeleted) lines.RemoveAt(added);
        else if (added >= 0 && message!.FromBot) lines[added] = lines[added] with { Text = Show("", message) };
        else if (Describe(happened) is { } text) lines.Add(new Line(Name(happened.Chat), Way(happened), text, (happened as WorldEvent.MessageAdded)?.Message));
    }

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    private async Task Follow(IAsyncEnumerable<WorldEvent> happenings)
    {
        try
        {
            await foreach (var happened in happenings) seen.Writer.TryWrite(happened);
        }
        catch (OperationCanceledException)
        {
            // The transcript has ended.
        }
    }

    private static int Way(WorldEvent happened) => happened switch
    {
        WorldEvent.TapAnswered => 0,
        WorldEvent.MessageDeleted => 2,
        _ => 1,
    };

    private static string? Describe(WorldEvent happened) => happened switch
    {
        // Pictures are there only where the machine can draw them.
        WorldEvent.MessageAdded { Message.Media.Kind: MediaKind.Photo } => null,
        WorldEvent.MessageAdded { Message: { FromBot: true, Service: null } message } => Show("", message),
        WorldEvent.MessageChanged { Message: { FromBot: true } message } => Show("edited ", message),
        WorldEvent.MessageChanged { Message: var message, Before: var before } when message.Reactions.Length > before.Reactions.Length =>
            $"    bot reacts {message.Reactions[^1].Emoji} to {message.From.DisplayName} in {Name(message.Chat)}",
        WorldEvent.MessageDeleted { Message: var message } => $"    deleted in {Name(message.Chat)}: {(message.Text ?? "").Split('\n')[0]}",
        WorldEvent.TapAnswered { Text: { Length: > 0 } text } tap => $"    bot shows {tap.Person.DisplayName}: {text}",
        _ => null,
    };

    private static string Show(string how, SimMessage message)
    {
        var to = message.OnlyFor is { } person ? $"{person.DisplayName} alone in {Name(message.Chat)}" : Name(message.Chat);
        // While jobs are due the clock runs on, so the minute in which a family was reminded differs from run to run.
        var lines = (message.Text ?? $"({message.Media?.Kind})").Split('\n').Where(line => !Reminded().IsMatch(line));
        var text = string.Join("\n        ", lines);
        var buttons = message.Buttons.Select(row => "\n        " + string.Concat(row.Select(button => $"[{button.Text}]")));
        return $"    {how}bot > {to}: {text}{string.Concat(buttons)}";
    }

    [GeneratedRegex("^Reminded at [0-9]{2}:[0-9]{2}|^[0-9]{2}:[0-9]{2} 已提醒")]
    private static partial Regex Reminded();

    private static string Name(SimChat chat) => chat.Title ?? chat.Person!.DisplayName;

    private sealed record Line(string Chat, int Way, string Text, SimMessage? Added);
}
