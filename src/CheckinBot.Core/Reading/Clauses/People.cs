using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Somebody whom a message names, and where.</summary>
internal readonly record struct Named(int Token, string Name, int Known);

/// <summary>Finds whom a message is about: names, nicknames, seat numbers; and which words are only signatures.</summary>
internal sealed partial class People
{
    private readonly Message _message;

    private People(Message message)
    {
        _message = message;
        Signature = new bool[message.Tokens.Count];
    }

    /// <summary>Those named, in order.</summary>
    public List<Named> Found { get; } = [];

    /// <summary>Tokens that belong to a name or a signature.</summary>
    public bool[] Signature { get; }

    public static People Read(Message message)
    {
        var people = new People(message);
        for (var i = 0; i < message.Tokens.Count; i++)
            i = people.Take(i);
        people.SignBrackets();
        people.DropLoneWord();
        people.DropDoubtful();
        StrayNames.Drop(message, people);
        if (people.Found.Count > 3) people.DropRollCall();
        return people;
    }

    /// <summary>Ben, Ben Tan: the capitalised words that the message begins with, or null.</summary>
    public string? LatinName()
    {
        var end = 0;
        while (end < _message.Tokens.Count && end < 3 && _message.Tokens[end] is { Kind: TokenKind.Unknown, Start: var start }
            && Lexicon.IsLatin(_message.First(end)) && _message.Text.IsUpper(start))
            end++;
        return end == 0 ? null : _message.Text.Typed(_message.Tokens[0].Start, _message.Tokens[end - 1].End);
    }

    // 孙悦（妈妈委托姑姑代报）三十六度三: all in the brackets says who reports.
    private void SignBrackets()
    {
        for (var open = 0; open < _message.Tokens.Count; open++)
        {
            if (_message.First(open) != '(') continue;
            var close = open + 1;
            while (close < _message.Tokens.Count && _message.First(close) != ')' && _message.Tokens[close].Kind is not (TokenKind.Number or TokenKind.LineEnd))
                close++;
            if (_message.First(close) == ')' && _message.Any(open, close, token => token.Is(WordClass.SignedFor) && token.Length > 1))
                Sign(open, close);
            open = close - 1;
        }
    }

    // "My son is 36.5" names nobody, if no other child is told of.
    private void DropLoneWord()
    {
        if (Found is [{ Known: < 0, Token: var only }] && Lexicon.IsLatin(_message.First(only)) && _message.Is(only, WordClass.ChildName)
            && Kinship.Of(_message.Span(only).ToString()) == Kin.Child)
            Found.Clear();
    }

    // Tempt 36.4, 今天高点 37.0: where the bot waits for one child, a word that no name is made of is a slip or a remark, and nobody.
    private void DropDoubtful()
    {
        if (Found.Count == 1 && _message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature && !NameCredit.IsTrusted(_message, Found[0]))
            Found.Clear();
    }

    // 老大老二都没出门，老大36.5，老二36.6: named first for what is told of all, then each with a number.
    private void DropRollCall()
    {
        var lead = Found.TakeWhile(n => _message.SameClause(n.Token, 0)).ToList();
        var isRollCall = lead.Count > 1 && _message.AnyInClause(WordClass.All | WordClass.Both, 0)
            && lead.TrueForAll(n => Found.FindLastIndex(later => later.Name == n.Name) >= lead.Count);
        if (isRollCall) Found.RemoveRange(0, lead.Count);
    }

    private int Take(int at)
    {
        var token = _message.Tokens[at];
        // 李雷妈妈你也报一下: spoken to, and not told of.
        if (IsAddressed(at) is var spoken and > 0) return Sign(at, spoken - 1);
        if (token.Kind is TokenKind.Name or TokenKind.Unknown && IsOfOthers(at)) return Sign(at, at);
        // 妹妹王小雨
        if (token.Is(WordClass.ChildName) && _message.TouchesNext(at) && _message.Is(at + 1, TokenKind.Name)) return Sign(at, at);
        if (token.Kind == TokenKind.Name) return IsOnlyAWord(at) ? at : Add(at, at, _message.Typed(at), token.Known);
        if (SeatNumber(at) is { } seat) return FollowsName(at) ? Sign(at, seat.Last) : Add(at, seat.Last, seat.Name, -1);
        // 小雨妈：36.5
        if (token is { Kind: TokenKind.Word, Info.Classes: WordClass.NotName } && token.Length == 2
            && Terms.Is(_message.First(at), Term.LittleSign) && BeginsPart(at)
            && _message.TouchesNext(at) && _message.Is(at + 1, WordClass.Relation) && SignsHere(at + 1))
            return Add(at, at, _message.Typed(at), -1);
        if (token.Is(WordClass.ChildName) && !token.Is(WordClass.Relation) && IsSubject(at))
            return Add(at, at, _message.Typed(at), -1);
        if (token.Kind == TokenKind.Unknown && Nickname(at) is var last and >= 0)
            return Add(at, last, _message.Text.Typed(token.Start, _message.Tokens[last].End), -1);
        // （爷爷代报）, 妈妈量的: who reported. 爸爸36.8: a reading of somebody else.
        var signs = _message.Is(at + 1, WordClass.SignedFor) || at + 1 == _message.Tokens.Count || _message.First(at + 1) == ')';
        return token.Is(WordClass.Relation) && signs ? Sign(at, at) : at;
    }

    private int Sign(int at, int last)
    {
        Array.Fill(Signature, true, at, last + 1 - at);
        return last;
    }

    private int Add(int at, int last, string name, int known)
    {
        Sign(at, last);
        Found.Add(new(at, name, known));
        // 王小明妈妈, Emma's mum: the relative signs for the child.
        var owned = _message.Is(last + 1, Term.Possessive);
        var next = owned ? last + 2 : last + 1;
        if (owned && !(_message.Is(next + 1, WordClass.SignedFor) || _message.Is(next + 1, TokenKind.Mark) || _message.Is(next + 1, Term.Here))) return last;
        return _message.Is(next, WordClass.Relation) && !_message.Is(next, WordClass.RelativeHome) && SignsHere(next) ? Sign(next, next) : last;
    }

    // 黄码，已做核酸; 管控区，足不出户: what no name is made of is one only with something to tell directly behind it.
    private bool IsOnlyAWord(int at) =>
        _message.Tokens[at].Known < 0 && !NameGuess.IsMadeOfGivenNames(_message.Span(at)) && _message.Context.Setting != ReadingSetting.GroupJielong
        && !Introduces(at, false)
        && _message.First(at + 1) is not (':' or '(')
        && !_message.Is(at + 1, WordClass.NotOut | WordClass.Home | WordClass.Symptom | WordClass.Absence | WordClass.NotMeasured);

    // 隔壁小强, 邻居家朵朵
    private bool IsOfOthers(int at) =>
        at > 0 && _message.TouchesNext(at - 1) && _message.Is(at - 1, WordClass.Other | WordClass.Hearsay)
            && !_message.Is(at - 1, WordClass.SignedFor | WordClass.Sample)
        && Lexicon.IsHan(_message.First(at - 1)) && (_message.Context.Own.Count == 0 || _message.Tokens[at].Known < 0);

    private int IsAddressed(int at)
    {
        if (_message.Tokens[at].Kind is not (TokenKind.Name or TokenKind.Unknown)) return 0;
        var next = _message.Is(at + 1, WordClass.Relation | WordClass.SignedFor) ? at + 2 : at + 1;
        return _message.Is(next, Term.You) ? next : 0;
    }

    // After the relative stands the reading, a mark, a word of reporting, or nothing; not a journey of his own.
    private bool SignsHere(int relative)
    {
        var next = relative + 1;
        if (next >= _message.Tokens.Count) return true;
        // 李雷爸爸刚从武汉回来: his own journey, unless the reading stands before it.
        for (var i = next; _message.SameClause(relative, i) && !_message.Is(i, TokenKind.Number); i++)
        {
            if (_message.Is(i, TokenKind.Place) || _message.Is(i, WordClass.From | WordClass.Went | WordClass.Back | WordClass.Via)) return false;
        }

        var token = _message.Tokens[next];
        return token.Kind is TokenKind.Number or TokenKind.Mark or TokenKind.LineEnd || _message.Tokens[relative].End < token.Start
            || token.Is(WordClass.SignedFor | WordClass.Thermo | WordClass.Site | WordClass.Home | WordClass.NotOut
                | WordClass.Filler | WordClass.Today | WordClass.Symptom | WordClass.Normal);
    }

    private bool IsSubject(int at)
    {
        // 弟弟同学, 姐姐的老师: somebody else.
        if (Whose.IsBesideChild(_message, at) || _message.Is(_message.Is(at + 1, Term.Of) ? at + 2 : at + 1, Term.OthersOfChild)) return false;
        // 大宝二宝, 三年级的哥哥
        return BeginsPart(at) || _message.Is(at - 1, WordClass.Self)
            || (_message.TouchesNext(at - 1) && Found.Exists(n => n.Token == at - 1) && _message.Is(at - 1, WordClass.ChildName))
            || (_message.Is(at - 1, Term.Of) && _message.Is(at - 2, WordClass.ClassWord) && _message.SameClause(at - 2, at));
    }
}
