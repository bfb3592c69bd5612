namespace CheckinBot.Simulator.Content;

/// <summary>Text formatting or a recognised part of a text; offset and length in UTF-16 units.</summary>
public sealed record MessageEntity
{
    /// <summary>The Bot API's name of the kind.</summary>
    public required string Type { get; init; }

    public required int Offset { get; init; }

    public required int Length { get; init; }

    /// <summary>Where a linked text leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whom a mention without a username names.</summary>
    public MentionedPerson? User { get; init; }

    /// <summary>The programming language of a block of code.</summary>
    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }
}

/// <summary>A person as a bot names them in a mention; nobody of this id need exist.</summary>
public sealed record MentionedPerson(long Id, bool IsBot, string FirstName)
{
    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }
}
