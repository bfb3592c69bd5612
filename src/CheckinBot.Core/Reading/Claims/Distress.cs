using System.Buffers;
using System.Text;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What a message speaks of that cannot wait.</summary>
public enum DistressKind
{
    /// <summary>Nothing of that kind.</summary>
    None,

    /// <summary>Harming oneself, or no wish to live.</summary>
    SelfHarm,

    /// <summary>Violence: being hurt, or wanting to hurt somebody.</summary>
    Violence,
}

/// <summary>
/// Finds messages that speak of self-harm or violence, so that they get help at once and never "I didn't follow". It is
/// careful with figures of speech (累死了, 笑死我了): they are taken out before anything is looked for.
/// </summary>
public static class Distress
{
    /// <summary>Most messages hold none of the words, and one look tells so.</summary>
    private static readonly SearchValues<string> Any = SearchValues.Create(
        [.. Terms.All(Term.SelfHarmTold), .. Terms.All(Term.SelfHarmTopic),
            .. Terms.All(Term.ViolenceTold), .. Terms.All(Term.ViolenceTopic)], StringComparison.Ordinal);

    /// <summary>What the text speaks of. Where it speaks of both, self-harm goes first.</summary>
    public static DistressKind Read(string text)
    {
        var plain = Joined(NormalisedText.From(text).Text);
        if (!plain.AsSpan().ContainsAny(Any)) return DistressKind.None;
        foreach (var figure in Terms.All(Term.Spared)) plain = plain.Replace(figure, "\n", StringComparison.Ordinal);
        var isTopic = Terms.All(Term.Prevention).Any(word => At(plain, word, 0) >= 0);
        if (Says(plain, Term.SelfHarmTold, Term.SelfHarmTopic, isTopic)) return DistressKind.SelfHarm;
        return Says(plain, Term.ViolenceTold, Term.ViolenceTopic, isTopic) ? DistressKind.Violence : DistressKind.None;
    }

    private static bool Says(string text, Term told, Term topic, bool isTopic) =>
        Terms.All(told).Any(word => At(text, word, 0) >= 0) || (!isTopic && Terms.All(topic).Any(word => IsNotDenied(text, word)));

    private static bool IsNotDenied(string text, string word)
    {
        for (var at = At(text, word, 0); at >= 0; at = At(text, word, at + 1))
        {
            var before = text[..at].TrimEnd();
            if (!Terms.All(Term.DistressDenied).Any(no => before.EndsWith(no, StringComparison.Ordinal) && BeginsAt(before, before.Length - no.Length)))
                return true;
        }

        return false;
    }

    /// <summary>Where a word stands from an index on, as a word of its own where it is in Latin letters; -1 for nowhere.</summary>
    private static int At(string text, string word, int from)
    {
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (BeginsAt(text, at) && BeginsAt(text, at + word.Length)) return at;
        }

        return -1;
    }

    private static bool BeginsAt(string text, int at) => at == 0 || at == text.Length || !Lexicon.IsLatin(text[at]) || !Lexicon.IsLatin(text[at - 1]);

    /// <summary>Single spaces between Latin words and none elsewhere, because 不 想 活 了 is what people type who can hardly type.</summary>
    private static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter != ' ') joined.Append(letter);
            else if (joined.Length > 0 && joined[^1] < 0x2E80 && joined[^1] != ' ') joined.Append(' ');
        }

        return joined.ToString();
    }
}
