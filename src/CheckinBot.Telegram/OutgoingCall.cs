using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Telegram;

/// <summary>One call to the Bot API, as the outbox keeps it. Exactly one member is set.</summary>
public sealed record OutgoingCall
{
    /// <summary>Sends a message.</summary>
    public OutgoingMessage? Send { get; init; }

    /// <summary>Replaces the text of a message of the bot.</summary>
    public Effect.Edit? Edit { get; init; }

    /// <summary>Takes the buttons off a message of the bot.</summary>
    public Effect.RemoveButtons? RemoveButtons { get; init; }

    /// <summary>Sets a reaction.</summary>
    public Effect.React? React { get; init; }

    /// <summary>Deletes a message.</summary>
    public Effect.Delete? Delete { get; init; }

    /// <summary>Makes a file and sends it.</summary>
    public FileOrder? File { get; init; }

    /// <summary>Lists commands in the menu of a private chat.</summary>
    public Effect.OfferCommands? Commands { get; init; }

    /// <summary>Ends the waiting of a pressed button. Never stored: Telegram forgets the press within minutes.</summary>
    [JsonIgnore]
    public Effect.AnswerButton? AnswerButton { get; init; }

    /// <summary>The one person who is to see it; null where everybody in its chat may.</summary>
    [JsonIgnore]
    public EphemeralReceiver? OnlyFor => Send?.OnlyFor ?? Edit?.OnlyFor;

    /// <summary>The message as the HTML of a rich message; null where it is text only.</summary>
    [JsonIgnore]
    public string? Rich => Send?.Rich ?? Edit?.Rich;

    /// <summary>
    /// The chat whose order and limits hold for it; 0 where none do. What one person alone sees in a group goes with that person's
    /// messages: after 15 s it is too late, so it must not wait for the group's 20 a minute.
    /// </summary>
    [JsonIgnore]
    public long ChatId =>
        OnlyFor?.UserId ?? Send?.ChatId ?? Edit?.ChatId ?? RemoveButtons?.ChatId ?? React?.ChatId ?? Delete?.ChatId
        ?? File?.UserId ?? Commands?.UserId ?? 0;

    /// <summary>Whether Telegram counts it in its limits on messages.</summary>
    [JsonIgnore]
    public bool IsMessage => Send is not null || Edit is not null || File is not null;

    /// <summary>The text to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, OutgoingCallJson.Default.OutgoingCall);

    /// <summary>The call of a stored text.</summary>
    /// <exception cref="JsonException">The text is not one that this version wrote.</exception>
    public static OutgoingCall FromJson(string json) =>
        JsonSerializer.Deserialize(json, OutgoingCallJson.Default.OutgoingCall) ?? throw new JsonException("An empty call");
}

/// <summary>What to do with the id of a sent message, as the outbox keeps it.</summary>
public static class TrackJson
{
    /// <summary>The text to store; null for nothing to do.</summary>
    public static string? Write(Track? track) => track is null ? null : JsonSerializer.Serialize(track, OutgoingCallJson.Default.Track);

    /// <summary>What a stored text says.</summary>
    public static Track? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, OutgoingCallJson.Default.Track);
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OutgoingCall))]
[JsonSerializable(typeof(Track))]
internal sealed partial class OutgoingCallJson : JsonSerializerContext;
