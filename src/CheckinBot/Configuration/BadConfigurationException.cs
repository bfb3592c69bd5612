using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Configuration;

/// <summary>What values a key may have, in the reader's language. A plain text is for keys that only an operator sees.</summary>
/// <param name="Say">Says it.</param>
public readonly record struct Allowed(Func<Phrases, string> Say)
{
    /// <summary>For keys that only an operator sees, in English.</summary>
    public static implicit operator Allowed(string text) => new(_ => text);

    /// <inheritdoc/>
    public override string ToString() => Say(new Phrases(Language.En));
}

/// <summary>
/// A value that the program cannot run with, in its configuration or set for a unit. The message is one line: key, value,
/// what is allowed.
/// </summary>
public sealed class BadConfigurationException(string message) : Exception(message)
{
    /// <summary>The key; null where the fault is not one of a value.</summary>
    public string? Key { get; private init; }

    /// <summary>The value as it was given.</summary>
    public string? Value { get; private init; }

    /// <summary>What is allowed.</summary>
    public Allowed Allowed { get; private init; } = message;

    /// <summary>A value that is not allowed.</summary>
    public static BadConfigurationException NotAllowed(string key, string? value, Allowed allowed) =>
        new(new Phrases(Language.En).NotAllowedValue(key, value, allowed.ToString())) { Key = key, Value = value, Allowed = allowed };
}
