using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Configuration;

/// <summary>Says which values a key may have, in the reader's language. A plain text will do for keys that only an operator sees.</summary>
/// <param name="Say">Puts it into the words of a language.</param>
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
    /// <summary>The key at fault; null where no single key is.</summary>
    public string? Key { get; private init; }

    /// <summary>Says it in a reader's language; the message is the same in English.</summary>
    public Allowed Refusal { get; private init; } = message;

    /// <summary>A value that is not allowed.</summary>
    public static BadConfigurationException NotAllowed(string key, string? value, Allowed allowed) =>
        Of(new(phrases => phrases.NotAllowedValue(key, value, allowed.Say(phrases))), key);

    /// <summary>A key that does not exist, and the one that was probably meant.</summary>
    public static BadConfigurationException Unknown(string key, string nearest) => Of(new(phrases => phrases.UnknownSetting(key, nearest)), key);

    /// <summary>A value that would let pass what a unit above wants to be told.</summary>
    public static BadConfigurationException Relaxed(string key, string above, string rule, string own, string held) =>
        Of(new(phrases => phrases.RelaxedNotAllowed(above, rule, own, held)), key);

    private static BadConfigurationException Of(Allowed refusal, string key) => new(refusal.ToString()) { Key = key, Refusal = refusal };
}
