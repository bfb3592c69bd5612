using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <content>Words that no list knows, in the place of a name: 小明, 妞妞, Emma Tan.</content>
internal sealed partial class People
{
    // 小明, 妞妞, Emma, Emma Tan: unknown words in the place of a name, with a reading or a fact behind them.
    private int Nickname(int at)
    {
        if (!BeginsPart(at)) return -1;
        var tokens = _message.Tokens;
        var last = at;
        if (Lexicon.IsLatin(_message.First(at)))
        {
            var isUpper = _message.Text.IsUpper(tokens[at].Start);
            while (_message.Is(last + 1, TokenKind.Unknown) && Lexicon.IsLatin(_message.First(last + 1))
                && last - at < 3 && _message.SameClause(at, last + 1) && (_message.Text.IsUpper(tokens[last + 1].Start) || !isUpper))
                last++;
            // emma 36.5: in small letters only where nothing stands in front, and what is told behind.
            var mayBeSmall = _message.Context.Setting != ReadingSetting.Group && at == 0
                && (_message.Is(last + 1, TokenKind.Number) || _message.Is(last + 1, WordClass.Thermo)
                    || (_message.Is(last + 1, WordClass.Filler) && IsBeforeNumber(last)));
            if (!(isUpper || mayBeSmall) || IsTitled(_message, at)) return -1;
            return tokens[at].Length >= 2 && !IsAbbreviation(at, last) && !EnglishWords.AreAll(_message, at, last)
                && Introduces(last, NameCredit.IsLatinName(_message.Text.Typed(tokens[at].Start, tokens[last].End))) ? last : -1;
        }

        var length = tokens[at].Length;
        // 小明小红 are two.
        if (length == 4 && _message.First(at) == _message.Text.Text[tokens[at].Start + 2]) return -1;
        if (length is < 2 or > 4 && !_message.Typed(at).Contains('·', StringComparison.Ordinal)) return -1;
        // Outside a chain an unknown word is a name only if it looks like one: 撤销36.5 names nobody.
        if (_message.Context.Setting != ReadingSetting.GroupJielong && !LooksLikeNickname(_message.Span(at))
            && !(NameGuess.IsGivenName(_message.Span(at)) && (_message.Context.Setting != ReadingSetting.Group || IsTold(last + 1) || IsPlain(last + 1))))
            return -1;
        return Introduces(last, LooksLikeNickname(_message.Span(at))) ? last : -1;
    }

    /// <summary>Mr Tan, Cikgu Aminah: a teacher who is spoken to.</summary>
    public static bool IsTitled(Message message, int at) =>
        message.SameClause(at - 1, at) && message.Is(at - 1, Term.Title);

    // ETA, SPO: capitals only are no name of a child.
    private bool IsAbbreviation(int at, int last) =>
        at == last && _message.Tokens[at].Length <= 4 && Enumerable.Range(_message.Tokens[at].Start, _message.Tokens[at].Length).All(_message.Text.IsUpper);

    // In a group a given name alone (子墨) is one only with more than a number: 子墨今天37.9, 36.6 佳怡妈妈.
    private bool IsTold(int next) =>
        _message.Is(next, WordClass.Today | WordClass.Symptom | WordClass.Absence | WordClass.Thermo | WordClass.Relation | WordClass.NotMeasured);

    // jayden is 36.5; but not: compound is locked down
    private bool IsBeforeNumber(int at)
    {
        while (!_message.Is(at, TokenKind.Number) && _message.SameClause(at, at + 1)) at++;
        return _message.Is(at, TokenKind.Number);
    }

    // 芷瑤36.6, and nothing else
    private bool IsPlain(int next) =>
        next + 1 == _message.Tokens.Count && _message.Tokens[next] is { Kind: TokenKind.Number, Form: NumberForm.Decimal };

    private static bool LooksLikeNickname(ReadOnlySpan<char> word) =>
        Terms.Is(word[0], Term.CallingSign) || (word.Length == 2 && word[0] == word[1]) || Terms.Is(word[^1], Term.EndearingEnd);

    private bool BeginsPart(int at)
    {
        if (at == 0 || !_message.SameClause(at - 1, at)) return true;
        var before = _message.Tokens[at - 1];
        if (_message.Is(at - 1, Term.Of)) return false;
        return before.Kind is TokenKind.Mark or TokenKind.Number or TokenKind.Mention or TokenKind.LineEnd || before.End < _message.Tokens[at].Start
            || before.Is(
                WordClass.SignedFor | WordClass.And | WordClass.Correction | WordClass.ClassWord | WordClass.Child | WordClass.Backfill
                | WordClass.VenueSuffix | WordClass.Thermo | WordClass.CelsiusUnit)
            || (before.Is(WordClass.Filler) && before.Length >= 2);
    }

    // What follows a name: its number, a fact, or a mark before one of them.
    private bool Introduces(int last, bool clearly)
    {
        var next = last + 1;
        var isEnd = next >= _message.Tokens.Count || _message.Tokens[next].Kind is TokenKind.Mark or TokenKind.LineEnd;
        if (clearly && Found.Count == 0 && FollowsNumber(last) && (isEnd || _message.Is(next, Term.Please))) return true;
        // update Liam to 37.0
        if (clearly && _message.Is(next, Term.To) && _message.Is(next + 1, TokenKind.Number) && _message.Is(last - 1, WordClass.Correction)) return true;
        if (next >= _message.Tokens.Count) return Found.Count > 0 && _message.Is(last - 1, WordClass.And);
        var token = _message.Tokens[next];
        // Name: Emma Tan, and on the next line Temp: 36.6
        if (token.Kind == TokenKind.LineEnd) return _message.Is(next + 1, WordClass.Thermo);
        if (token.Kind == TokenKind.Mark)
        {
            var after = next + 1;
            while (_message.Is(after, TokenKind.Mark)) after++;
            const WordClass told = WordClass.NotOut | WordClass.Home | WordClass.Thermo | WordClass.Negation | WordClass.Symptom | WordClass.Normal;
            return _message.Is(after, TokenKind.Number) || (clearly && _message.First(next) is ':' or '(' or '、' or '&' or '+')
                || (clearly && Found.Count == 0 && (last == 0 || _message.First(last - 1) == ':') && _message.Is(after, told));
        }

        // 三十六度八，妥妥的: nothing follows that is told.
        if (_message.Is(next, Term.Of) && _message.EndsBefore(next + 1)) return false;
        if (token.Kind == TokenKind.Number || _message.Is(next, Term.Copula)) return true;
        const WordClass introducing = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.And | WordClass.All
            | WordClass.Both | WordClass.Relation | WordClass.SignedFor;
        if (!clearly) return token.Is(introducing) || (Found.Count > 0 && token.Is(WordClass.NotMeasured | WordClass.Absence));
        const WordClass facts = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.Earlier | WordClass.And
            | WordClass.All | WordClass.Both | WordClass.Relation | WordClass.Symptom
            | WordClass.Absence | WordClass.Correction | WordClass.Home | WordClass.NotOut | WordClass.NotMeasured | WordClass.Normal | WordClass.Negation
            | WordClass.SignedFor | WordClass.Child | WordClass.Recovered | WordClass.Isolation | WordClass.Doctor | WordClass.Later;
        return token.Is(facts | WordClass.At | WordClass.Went | WordClass.From);
    }

    // 36.5 Emma, 36.5℃ 小明
    private bool FollowsNumber(int at)
    {
        var before = at - 1;
        while (_message.SameClause(before, at)
            && (_message.Is(before, TokenKind.Unknown) || _message.Is(before, Term.For)
                || _message.Is(before, WordClass.CelsiusUnit | WordClass.FahrenheitUnit)))
            before--;
        return _message.SameClause(before, at) && _message.Is(before, TokenKind.Number);
    }
}
