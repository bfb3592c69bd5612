using System.Threading.Channels;
using CheckinBot.Core.Buttons;
using CheckinBot.Demo.Population;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Demo.Families;

/// <summary>One person's Telegram: writes, presses, and reads what the bot writes back.</summary>
internal sealed class Phone(Account owner, World world, Switchboard board, TimeProvider time, Random draw)
{
    private readonly ChannelReader<SimMessage> _inbox = board.MessagesTo(owner.UserId);

    public Account Owner => owner;

    /// <summary>Writes to the bot in private.</summary>
    public SimMessage Write(string text)
    {
        Forget();
        return world.SendText(owner.UserId, owner.UserId, text);
    }

    /// <summary>Writes into a group, perhaps as an answer to a message.</summary>
    public SimMessage WriteInGroup(long groupId, string text, SimMessage? replyTo = null)
    {
        Forget();
        return world.SendText(owner.UserId, groupId, text, replyTo?.Id);
    }

    public void SendPhoto(ReadOnlyMemory<byte> png)
    {
        Forget();
        world.SendPhoto(owner.UserId, owner.UserId, png);
    }

    public void Edit(SimMessage message, string text)
    {
        Forget();
        world.Edit(owner.UserId, message.Chat.IsPrivate ? owner.UserId : message.Chat.Id, message.Id, text);
    }

    /// <summary>Opens the bot by a link <c>https://t.me/BOT?start=CODE</c>.</summary>
    public void Open(string code)
    {
        Forget();
        world.Start(owner.UserId, code);
    }

    /// <summary>Presses the button; a link into the private chat is followed.</summary>
    public void Press(SimMessage message, InlineButton button)
    {
        if (button.CallbackData is { } data)
            world.Press(owner.UserId, message, data);
        else if (StartCode(button.Url) is { } code)
            world.Start(owner.UserId, code);
    }

    /// <summary>The next message of the bot to this person; null when none comes in time.</summary>
    public async Task<SimMessage?> Next(TimeSpan within, CancellationToken cancellationToken)
    {
        if (_inbox.TryRead(out var waiting)) return waiting;
        using var patience = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _inbox.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>A person takes some seconds, up to this many, to react.</summary>
    public Task Think(int seconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(2 + draw.Next(seconds)), time, cancellationToken);

    /// <summary>What came before is read: a new thought begins.</summary>
    public void Forget()
    {
        while (_inbox.TryRead(out _))
        {
        }
    }

    /// <summary>The buttons of a message with what they mean to the bot.</summary>
    public static IEnumerable<(InlineButton Button, ButtonData Data)> Buttons(SimMessage message) =>
        from row in message.Buttons
        from button in row
        let data = Meaning(button)
        where data is not null
        select (button, data);

    public static ButtonData? Meaning(InlineButton button) => ButtonData.Parse(button.CallbackData);

    private static string? StartCode(string? url)
    {
        const string Parameter = "?start=";
        var at = url?.IndexOf(Parameter, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : url![(at + Parameter.Length)..];
    }
}
