using System.Collections.Immutable;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.Chats;

/// <summary>One version of a message. It never changes: an edit puts a new version in its place.</summary>
public sealed record SimMessage
{
    public required SimChat Chat { get; init; }

    /// <summary>Place in the chat, from 0; unlike <see cref="Id"/> it also names ephemeral messages.</summary>
    public int Key { get; init; }

    /// <summary>The Bot API's message_id; 0 for an ephemeral message.</summary>
    public int Id { get; init; }

    public int? EphemeralId { get; init; }

    /// <summary>The only person who sees an ephemeral message; null for an open one.</summary>
    public SimUser? OnlyFor { get; init; }

    public required SimUser From { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>When the text was last edited; a change of buttons only does not count.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The text, or the caption of a file.</summary>
    public string? Text { get; init; }

    public ImmutableArray<MessageEntity> Entities { get; init; } = [];

    /// <summary>Whether it is a rich message, with blocks and tables; <see cref="Text"/> then has their text.</summary>
    public bool IsRich => Rich is not null;

    internal RichContent? Rich { get; init; }

    public SimMedia? Media { get; init; }

    public SimMessage? ReplyTo { get; init; }

    public ForwardOrigin? ForwardedFrom { get; init; }

    public ServiceEvent? Service { get; init; }

    /// <summary>Rows of inline buttons; empty when there are none.</summary>
    public ImmutableArray<ImmutableArray<InlineButton>> Buttons { get; init; } = [];

    /// <summary>Rows of a keyboard that takes the place of the phone's; null when unchanged, empty when removed.</summary>
    public ImmutableArray<ImmutableArray<string>>? ReplyKeyboard { get; init; }

    public ImmutableArray<SimReaction> Reactions { get; init; } = [];

    public bool IsEphemeral => OnlyFor is not null;

    /// <summary>Whether the bot sent it.</summary>
    public bool FromBot => From.IsBot;

    public bool IsVisibleTo(long userId) => OnlyFor is null || OnlyFor.Id == userId || From.Id == userId;

    /// <summary>The first button with this label or callback data, or null.</summary>
    public InlineButton? Button(string textOrData)
    {
        foreach (var row in Buttons)
        {
            foreach (var button in row)
            {
                if (button.CallbackData == textOrData || button.Text == textOrData)
                {
                    return button;
                }
            }
        }

        return null;
    }
}

public sealed record SimReaction(long UserId, string Emoji);

/// <summary>Whose message was forwarded, and when that was written.</summary>
public sealed record ForwardOrigin(SimUser From, DateTimeOffset Date);
