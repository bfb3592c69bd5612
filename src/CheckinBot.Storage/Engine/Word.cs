using System.Collections.Frozen;
using System.Text.Json;

namespace CheckinBot.Storage.Engine;

/// <summary>Members of a closed set as they are stored: the member's name in snake case (<c>ill_at_home</c>).</summary>
public static class Word
{
    /// <summary>The stored word.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    /// <summary>The member of a stored word.</summary>
    /// <exception cref="InvalidDataException">There is none: the row was not written by this program.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Words<T>.ByWord.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"'{word}' is no {typeof(T).Name}.");

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
