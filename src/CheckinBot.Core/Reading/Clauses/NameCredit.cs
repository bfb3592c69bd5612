using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>
/// How far a word that looks like a name is trusted without a roster. 方糕36.5 and Petrol 36.5 have the form of 王小明36.5 and Emma 36.5;
/// what given names are made of tells them apart, or else a word of a check-in beside them.
/// </summary>
internal static class NameCredit
{
    private const WordClass OfCheckin = WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Normal
        | WordClass.NotOut | WordClass.Home | WordClass.Relation
        | WordClass.Absence | WordClass.Recovered | WordClass.Doctor | WordClass.Isolation | WordClass.NotMeasured | WordClass.ClassWord
        | WordClass.Child | WordClass.ChildName | WordClass.Backfill | WordClass.Contact;

    /// <summary>
    /// Whether the message holds only words that look like names, and nothing else that belongs to a check-in. In private a
    /// name of rare characters is more likely than a price, in a group it is the other way round; a family is asked whom it
    /// means.
    /// </summary>
    public static bool AreDoubtful(Message message) =>
        message.People.Found.Count > 0 && !message.Any(OfCheckin) && !AnyIsTrusted(message) && !message.Says(Term.Ours);

    private static bool AnyIsTrusted(Message message)
    {
        foreach (var named in message.People.Found)
        {
            if (message.Context.Setting != ReadingSetting.Group && (message.Context.Own.Count > 0 || !Lexicon.IsLatin(message.First(named.Token))))
                return true;
            if (IsTrusted(message, named)) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a name can be trusted: it is in the roster, it is a seat number or a word for a family member, or it is made of
    /// characters of names. A mistyped name of the user's own child can be trusted too; the bot then asks.
    /// </summary>
    public static bool IsTrusted(Message message, Named named)
    {
        var token = message.Tokens[named.Token];
        if (named.Known >= 0 || named.Name[0] == '#' || token.Kind == TokenKind.Word) return true;
        return (Lexicon.IsLatin(message.First(named.Token)) ? IsLatinName(named.Name) : NameGuess.IsMadeOfGivenNames(message.Span(named.Token)))
            || NameMatcher.IsLikeOwn(named, message.Context);
    }

    /// <summary>Emma, Emma Tan, Wong Siu Ming: a listed given name first, or a surname and another word.</summary>
    public static bool IsLatinName(string name)
    {
        var words = name.ToLowerInvariant().Split(' ', '-', '\'');
        return Terms.Is(words[0], Term.GivenLatin) || name.Contains('\'', StringComparison.Ordinal)
            || (words.Length > 1 && (Terms.Is(words[0], Term.FamilyLatin) || Terms.Is(words[^1], Term.FamilyLatin)));
    }

    /// <summary>A listed given name in Latin letters.</summary>
    public static bool IsGivenLatin(string word) => Terms.Is(word.ToLowerInvariant(), Term.GivenLatin);
}
