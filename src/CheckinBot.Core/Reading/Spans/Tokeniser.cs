using CheckinBot.Core.Places;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Cuts a normalised text into tokens, always by the longest word, in one pass.</summary>
internal sealed class Tokeniser
{
    private readonly NormalisedText _source;
    private readonly string _text;
    private readonly KnownNames _known;
    private readonly List<Token> _tokens;
    private int _at;

    private Tokeniser(NormalisedText source, KnownNames known)
    {
        _source = source;
        _text = source.Text;
        _known = known;
        _tokens = new(_text.Length / 2 + 4);
    }

    public static List<Token> Run(NormalisedText text, KnownNames known)
    {
        var tokeniser = new Tokeniser(text, known);
        while (tokeniser._at < tokeniser._text.Length) tokeniser.Next();
        Forms.Apply(text.Text, tokeniser._tokens);
        tokeniser.Name();
        return tokeniser._tokens;
    }

    private void Name()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is var token && Terms.Of(_text.AsSpan(token.Start..token.End)) is { } terms)
                _tokens[i] = token with { Terms = terms };
        }

        for (var i = 0; i < _tokens.Count; i++)
        {
            if (IsOfPerson(i)) _tokens[i] = new(TokenKind.Unknown, _tokens[i].Start, _tokens[i].End) { Terms = _tokens[i].Terms };
        }
    }

    // Georgia 36.5, Florence is 36.4, from Georgia's dad: a name that places have too stands in the place of a name.
    private bool IsOfPerson(int at)
    {
        if (_tokens[at] is not { Kind: TokenKind.Place } place || at + 1 == _tokens.Count
            || !Terms.Is(_text.AsSpan(place.Start, place.Length), Term.GivenLatin))
            return false;
        var next = _tokens[at + 1];
        if (next.Is(Term.Possessive)) return at + 2 < _tokens.Count && _tokens[at + 2].Is(WordClass.Relation);
        const WordClass toPlace = WordClass.From | WordClass.At | WordClass.Went | WordClass.Go | WordClass.Via | WordClass.Back | WordClass.Leave;
        return (at == 0 || !_tokens[at - 1].Is(toPlace))
            && (next.Kind == TokenKind.Number || (next.Is(Term.Copula) && at + 2 < _tokens.Count && _tokens[at + 2].Kind == TokenKind.Number));
    }

    private void Next()
    {
        var c = _text[_at];
        if (c == ' ')
        {
            _at++;
            return;
        }

        if (c == '\n')
            Add(TokenKind.LineEnd, 1);
        else if (c == '@')
            Mention();
        else if (c == '[' && Picture() is var picture and > 0)
            _at += picture;
        else if (IsLink())
            Add(TokenKind.Link, UntilSpace(_at) - _at);
        else if (_known.At(_text, _at) is var (length, person) && length > 0)
            _tokens.Add(new(TokenKind.Name, _at, _at += length) { Known = person });
        else if ((char.IsAsciiDigit(c) || Numerals.IsNumeral(c) || Terms.Is(c, Term.HigherStage)) && ClassName.Length(_text.AsSpan(_at)) is var grade and > 0)
            _tokens.Add(new(TokenKind.Word, _at, _at += grade, new(WordClass.ClassWord, 0, -1)));
        else if ((char.IsAsciiDigit(c) || (Lexicon.IsLatin(c) && !FollowsLatin())) && EnglishDates.At(_text, _at) is { } date)
            Push(date);
        else if (char.IsAsciiDigit(c) && LongestWord() is not { Length: > 0 })
            Push(NumberScanner.Digits(_text, _at));
        else
            Letters(c);
    }

    private (int Length, WordInfo Info) LongestWord()
    {
        if (Lexicon.IsLatin(_text[_at]) && FollowsLatin()) return (0, default);
        var (length, info) = Lexicon.Instance.Longest(_text.AsSpan(_at));
        // "Contact: no." is an answer, "no. 5" a seat.
        if (length > 0 && Terms.Is(_text.AsSpan(_at, length), Term.NumberAbbreviation) && !(_text.AsSpan(_at + 3).TrimStart(' ') is [>= '0' and <= '9', ..]))
            (length, info) = Lexicon.Instance.Longest(_text.AsSpan(_at, length - 1));
        if (length > 0 && info.Place >= 0 && (info.Classes & WordClass.UpperOnly) != 0 && !AllUpper(length))
            return info.Classes == WordClass.UpperOnly ? (0, default) : (length, info with { Place = -1 });
        return (length, info);
    }

    private bool AllUpper(int length) => Enumerable.Range(_at, length).All(_source.IsUpper);

    private void Letters(char c)
    {
        var (length, info) = LongestWord();
        if (Recognised(c, length, info) is { } token)
        {
            if (token.Start > _at) Unknown(token.Start - _at);
            Push(token);
        }
        else if (Lexicon.IsLatin(c))
        {
            var end = _at;
            while (end < _text.Length
                && (Lexicon.IsLatin(_text[end]) || _text[end] is '\'' or '-' && end + 1 < _text.Length && Lexicon.IsLatin(_text[end + 1])))
                end++;
            // Emma's is Emma.
            if (end - _at > 2 && _text[end - 2] == '\'' && _text[end - 1] == 's') end -= 2;
            Unknown(end - _at);
        }
        else if (char.IsLetter(c) || Numerals.IsNumeral(c))
        {
            Unknown(1);
        }
        else
        {
            Add(TokenKind.Mark, 1);
        }
    }

    // A number in words, a name, a word of the lists or a place; null where there is none of them.
    private Token? Recognised(char c, int length, WordInfo info)
    {
        if (Lexicon.IsLatin(c) && !FollowsLatin() && EnglishNumerals.Temperature(_text, _at) is { } english) return english;
        var isNumeral = Numerals.IsNumeral(c);
        if ((isNumeral || Terms.Is(c, Term.LunarMonth)) && SpokenDates.At(_text, _at) is { } date) return date;
        if (isNumeral && Numerals.Temperature(_text, _at) is { } spoken && spoken.End > _at + length) return spoken;
        var name = NameGuess.At(_text, _at, _tokens, length, info);
        // 吐尔洪36.5 of a class with 吐尔洪江: no word is cut out of what begins a name.
        if (name == 0 && _known.BeginningAt(_text, _at) is var beginning && beginning > Math.Max(length, 1)) name = beginning;
        if (name > 0) return new(TokenKind.Name, _at, _at + name);
        var isPlace = info.Place >= 0 && !Is(info, ~(WordClass.UpperOnly | WordClass.NotName));
        if (length > 0) return new(isPlace ? TokenKind.Place : TokenKind.Word, _at, _at + length, info);
        if (ShortPlace() is { } place) return place;
        return NumeralBeforeUnit() is var (numeral, value) && numeral > 0
            ? new(TokenKind.Number, _at, _at + numeral, Form: NumberForm.Integer, Hundredths: value * 100)
            : null;
    }

    private bool FollowsLatin() => _at > 0 && Lexicon.IsLatin(_text[_at - 1]);

    private static bool Is(WordInfo info, WordClass classes) => (info.Classes & classes) != 0;

    private void Push(Token token)
    {
        _tokens.Add(token);
        _at = token.End;
    }

    private void Add(TokenKind kind, int length) => _tokens.Add(new(kind, _at, _at += length));

    // Unknown characters that touch are one token.
    private void Unknown(int length)
    {
        var end = _at + length;
        if (_tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Unknown } last && last.End == _at
            && Lexicon.IsLatin(_text[_at]) == Lexicon.IsLatin(_text[_at - 1]))
            _tokens[^1] = last with { End = end };
        else
            _tokens.Add(new(TokenKind.Unknown, _at, end));
        _at = end;
    }

    private (int Length, int Value) NumeralBeforeUnit()
    {
        var (length, value) = Numerals.Plain(_text.AsSpan(_at));
        if (length == 0) return (0, 0);
        var counted = _tokens.Count > 0 && _tokens[^1].End == _at && Terms.Is(_text[_at - 1], Term.Ordinal);
        if (!counted)
        {
            var after = _at + length < _text.Length ? Lexicon.Instance.Longest(_text.AsSpan(_at + length)) : (0, default);
            counted = Terms.At(_text, _at + length, Term.NumberSign) || (after.Item1 > 0 && Is(after.Item2, WordClass.OtherUnit | WordClass.CelsiusUnit));
        }

        return counted ? (length, value) : (0, 0);
    }

    // 返沪, 在京: one character is a place only beside a word of travel, and where nothing unknown follows.
    private Token? ShortPlace()
    {
        if (_tokens.Count == 0 || _tokens[^1].End != _at || Gazetteer.Instance.FullOf(_text[_at]) is null) return null;
        if (!_tokens[^1].Is(WordClass.From | WordClass.At | WordClass.Back | WordClass.Via | WordClass.Go | WordClass.Went)
            && !Terms.Is(_text[_at - 1], Term.Away))
            return null;
        var next = _at + 1;
        var ends = next == _text.Length || !char.IsLetter(_text[next]) || Lexicon.Instance.Longest(_text.AsSpan(next)).Length > 0;
        return ends ? new(TokenKind.Place, _at, next) : null;
    }

    // [太阳], as some keyboards write a picture; but neither [王小明] nor [在家].
    private int Picture()
    {
        var end = _text.IndexOf(']', _at);
        if (end - _at is not (2 or 3 or 4 or 5) || (_text.AsSpan(_at + 1, end - _at - 1) is var inner && !Lexicon.IsAllHan(inner)))
            return 0;
        var (length, word) = Lexicon.Instance.Longest(inner);
        var tells = length == inner.Length && Is(word, ~(WordClass.NotName | WordClass.Filler | WordClass.OtherTopic | WordClass.OtherMatter));
        return tells || _known.At(_text, _at + 1).Length > 0 || (NameGuess.SurnameLength(_text, _at + 1) > 0 && NameGuess.IsMadeOfGivenNames(inner))
            ? 0
            : end + 1 - _at;
    }

    private void Mention()
    {
        var end = _at + 1;
        if (end < _text.Length && char.IsAscii(_text[end]))
        {
            while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        }
        else
        {
            while (end < _text.Length && char.IsLetter(_text[end])) end++;
        }

        Add(TokenKind.Mention, end - _at);
    }

    private bool IsLink() =>
        Lexicon.IsLatin(_text[_at]) && Terms.Begin(_text.AsSpan(_at), Term.Link) > 0;

    private int UntilSpace(int at)
    {
        while (at < _text.Length && _text[at] > ' ' && _text[at] < 0x80) at++;
        return at;
    }
}
