namespace CheckinBot.Core.Reading;

/// <summary>Somebody whom a message names, and where.</summary>
internal readonly record struct Named(int Token, string Name, int Known);

/// <summary>Finds whom a message is about: names, nicknames, seat numbers; and which words are only signatures.</summary>
internal sealed class People
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
        people.DropLoneWord();
        StrayNames.Drop(message, people);
        return people;
    }

    /// <summary>Ben, Ben Tan: the capitalised words that the message begins with, or null.</summary>
    public string? LatinName()
    {
        var end = 0;
        while (end < _message.Tokens.Count && end < 3 && _message.Tokens[end] is { Kind: TokenKind.Unknown, Start: var start } && Lexicon.IsLatin(_message.First(end)) && _message.Text.IsUpper(start))
            end++;
        return end == 0 ? null : _message.Text.Typed(_message.Tokens[0].Start, _message.Tokens[end - 1].End);
    }

    // "My son is 36.5" names nobody, if no other child is told of.
    private void DropLoneWord()
    {
        if (Found.Count == 1 && Found[0].Known < 0 && _message.Tokens[Found[0].Token].Is(WordClass.ChildName) && Lexicon.IsLatin(_message.First(Found[0].Token))
            && Kinship.Of(_message.Span(Found[0].Token).ToString()) == Kin.Child)
            Found.Clear();
    }

    private int Take(int at)
    {
        var token = _message.Tokens[at];
        if (token.Kind == TokenKind.Name)
            return Add(at, at, _message.Typed(at), token.Known);
        if (SeatNumber(at) is { } seat)
            return Add(at, seat.Last, seat.Name, -1);
        if (token.Is(WordClass.ChildName) && !token.Is(WordClass.Relation) && IsSubject(at))
            return Add(at, at, _message.Typed(at), -1);
        if (token.Kind == TokenKind.Unknown && Nickname(at) is var last and >= 0)
            return Add(at, last, _message.Text.Typed(token.Start, _message.Tokens[last].End), -1);
        if (token.Is(WordClass.Relation))
            Relation(at);
        return at;
    }

    private int Add(int at, int last, string name, int known)
    {
        for (var i = at; i <= last; i++)
            Signature[i] = true;
        Found.Add(new(at, name, known));
        // 王小明妈妈, Emma's mum: the relative signs for the child.
        var next = last + 1;
        var owned = next < _message.Tokens.Count && _message.Span(next).SequenceEqual("的");
        if (owned)
            next++;
        if (owned && !(next + 1 < _message.Tokens.Count && (_message.Tokens[next + 1].Is(WordClass.SignedFor) || _message.Tokens[next + 1].Kind == TokenKind.Mark)))
            return last;
        if (next < _message.Tokens.Count && _message.Tokens[next].Is(WordClass.Relation) && !_message.Tokens[next].Is(WordClass.RelativeHome) && SignsHere(next))
        {
            Signature[next] = true;
            return next;
        }

        return last;
    }

    // After the relative stands the reading, a mark, a word of reporting, or nothing; not a journey of his own.
    private bool SignsHere(int relative)
    {
        var next = relative + 1;
        if (next >= _message.Tokens.Count)
            return true;
        // 李雷爸爸刚从武汉回来: his own journey, unless the reading stands before it.
        for (var i = next; i < _message.Tokens.Count && _message.SameClause(relative, i) && _message.Tokens[i].Kind != TokenKind.Number; i++)
        {
            if (_message.Tokens[i].Kind == TokenKind.Place || _message.Tokens[i].Is(WordClass.From | WordClass.Went | WordClass.Back | WordClass.Via))
                return false;
        }

        var token = _message.Tokens[next];
        return token.Kind is TokenKind.Number or TokenKind.Mark or TokenKind.LineEnd || _message.Tokens[relative].End < token.Start
            || token.Is(WordClass.SignedFor | WordClass.Thermo | WordClass.Site | WordClass.Home | WordClass.NotOut | WordClass.Filler | WordClass.Today | WordClass.Symptom | WordClass.Normal);
    }

    private void Relation(int at)
    {
        // （爷爷代报）, 妈妈量的: who reported. 爸爸36.8: a reading of somebody else.
        var next = at + 1;
        if (next < _message.Tokens.Count && _message.Tokens[next].Is(WordClass.SignedFor))
        {
            Signature[at] = true;
            return;
        }

        if (next == _message.Tokens.Count || _message.Tokens[next] is { Kind: TokenKind.Mark } && _message.First(next) == ')')
            Signature[at] = true;
    }

    // 5号 36.4, #5 36.4, 学号5：36.4, No.5 36.4; but not 5号从武汉回来.
    private (int Last, string Name)? SeatNumber(int at)
    {
        var tokens = _message.Tokens;
        var number = tokens[at].Kind == TokenKind.Number ? at : -1;
        var marked = false;
        if (number < 0)
        {
            var isHash = tokens[at].Kind == TokenKind.Mark && _message.First(at) == '#';
            if (!isHash && !IsSeatWord(at))
                return null;
            number = at + 1;
            while (number < tokens.Count && tokens[number].Kind == TokenKind.Mark && _message.First(number) is '.' or ':' or '#')
                number++;
            marked = true;
        }

        if (number >= tokens.Count || tokens[number] is not { Kind: TokenKind.Number, Form: NumberForm.Integer } seat || seat.Hundredths is 0 or > 9900 || seat.HasDegrees)
            return null;
        var last = number;
        if (last + 1 < tokens.Count && _message.Span(last + 1) is "号" && tokens[last].End == tokens[last + 1].Start)
        {
            last++;
            marked = true;
        }

        if (!marked || last + 1 >= tokens.Count)
            return null;
        var after = last + 1;
        while (after < tokens.Count && (tokens[after].Is(WordClass.Child | WordClass.SignedFor | WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.Filler) || tokens[after].Kind == TokenKind.Mark && _message.First(after) is ':' or ','))
            after++;
        if (after >= tokens.Count || tokens[after].Kind != TokenKind.Number || tokens[after].Form == NumberForm.Foreign)
            return null;
        return (last, "#" + (seat.Hundredths / 100).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private bool IsSeatWord(int at) => _message.Span(at) is "学号" or "座号" or "坐号" or "号" or "seat" or "no" or "no." or "number" or "编号" or "num";

    // 小明, 妞妞, Emma, Emma Tan: unknown words in the place of a name, with a reading or a fact behind them.
    private int Nickname(int at)
    {
        if (!BeginsPart(at))
            return -1;
        var tokens = _message.Tokens;
        var last = at;
        if (Lexicon.IsLatin(_message.First(at)))
        {
            if (_message.Context.Setting == ReadingSetting.Group && !_message.Text.IsUpper(tokens[at].Start))
                return -1;
            while (last + 1 < tokens.Count && tokens[last + 1].Kind == TokenKind.Unknown && Lexicon.IsLatin(_message.First(last + 1)) && last - at < 3 && _message.SameClause(at, last + 1))
                last++;
            if ((!_message.Text.IsUpper(tokens[at].Start) && at > 0) || IsTitled(_message, at))
                return -1;
            if (!_message.Text.IsUpper(tokens[at].Start) && !(last + 1 < tokens.Count && (tokens[last + 1].Kind == TokenKind.Number || tokens[last + 1].Is(WordClass.Thermo | WordClass.Filler))))
                return -1;
            return tokens[at].End - tokens[at].Start >= 2 && !IsAbbreviation(at, last) && Introduces(last, true) ? last : -1;
        }

        var length = tokens[at].End - tokens[at].Start;
        // 小明小红 are two.
        if (length == 4 && _message.First(at) == _message.Text.Text[tokens[at].Start + 2])
            return -1;
        if (length is < 2 or > 4 && !_message.Typed(at).Contains('·', StringComparison.Ordinal))
            return -1;
        // Outside a chain an unknown word is a name only if it looks like one: 撤销36.5 names nobody.
        if (_message.Context.Setting != ReadingSetting.GroupJielong && !LooksLikeNickname(_message.Span(at))
            && (_message.Context.Setting == ReadingSetting.Group || !NameGuess.IsGivenName(_message.Span(at))))
            return -1;
        return Introduces(last, LooksLikeNickname(_message.Span(at))) ? last : -1;
    }

    /// <summary>Mr Tan, Cikgu Aminah: a teacher who is spoken to.</summary>
    public static bool IsTitled(Message message, int at) =>
        at > 0 && message.SameClause(at - 1, at) && message.Span(at - 1) is "mr" or "mrs" or "ms" or "miss" or "mdm" or "madam" or "teacher" or "cikgu" or "dr";

    // ETA, SPO: capitals only are no name of a child.
    private bool IsAbbreviation(int at, int last)
    {
        if (at != last || _message.Tokens[at].End - _message.Tokens[at].Start > 4)
            return false;
        for (var i = _message.Tokens[at].Start; i < _message.Tokens[at].End; i++)
        {
            if (!_message.Text.IsUpper(i))
                return false;
        }

        return true;
    }

    private static bool LooksLikeNickname(ReadOnlySpan<char> word) =>
        word[0] is '小' or '阿' or '大' or '老' || (word.Length == 2 && word[0] == word[1]) || word[^1] is '宝' or '儿' or '仔';

    private bool BeginsPart(int at)
    {
        if (at == 0 || !_message.SameClause(at - 1, at))
            return true;
        var before = _message.Tokens[at - 1];
        if (_message.Span(at - 1) is "的")
            return false;
        return before.Kind is TokenKind.Mark or TokenKind.Number or TokenKind.Mention or TokenKind.LineEnd || before.End < _message.Tokens[at].Start
            || before.Is(WordClass.SignedFor | WordClass.And | WordClass.Correction | WordClass.ClassWord | WordClass.Child | WordClass.Backfill | WordClass.VenueSuffix | WordClass.Thermo | WordClass.CelsiusUnit)
            || (before.Is(WordClass.Filler) && before.End - before.Start >= 2);
    }

    private bool IsSubject(int at)
    {
        // 我姐姐, my brother: of the sender's own generation.
        if (at > 0 && _message.TouchesOrSpaces(at - 1) && (_message.Span(at - 1) is "我" or "my" or "his" or "her" or "our") && !(_message.Span(at) is "儿子" or "女儿" or "闺女" or "son" or "daughter"))
            return false;
        return BeginsPart(at) || _message.Tokens[at - 1].Is(WordClass.Self);
    }

    // What follows a name: its number, a fact, or a mark before one of them.
    private bool Introduces(int last, bool clearly)
    {
        var next = last + 1;
        if (clearly && Found.Count == 0 && FollowsNumber(last) && (next >= _message.Tokens.Count || _message.Tokens[next].Kind is TokenKind.Mark or TokenKind.LineEnd))
            return true;
        if (next >= _message.Tokens.Count)
            return last > 0 && Found.Count > 0 && _message.Tokens[last - 1].Is(WordClass.And);
        var token = _message.Tokens[next];
        if (token.Kind == TokenKind.Mark)
        {
            var after = next + 1;
            while (after < _message.Tokens.Count && _message.Tokens[after].Kind == TokenKind.Mark)
                after++;
            const WordClass told = WordClass.NotOut | WordClass.Home | WordClass.Thermo | WordClass.Negation | WordClass.Symptom | WordClass.Normal;
            return after < _message.Tokens.Count && (_message.Tokens[after].Kind == TokenKind.Number || (clearly && Found.Count == 0 && (last == 0 || _message.Span(last - 1) is ":") && _message.Tokens[after].Is(told)) || (clearly && _message.First(next) is ':' or '(' or '、' or '&' or '+'));
        }

        if (token.Kind == TokenKind.Number || _message.Span(next) is "的" or "是" or "is" or "'s" or "has" or "was" or "are" or "were" or "have" or "had")
            return true;
        const WordClass introducing = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.And | WordClass.All | WordClass.Both | WordClass.Relation | WordClass.SignedFor;
        if (!clearly)
            return token.Is(introducing) || (Found.Count > 0 && token.Is(WordClass.NotMeasured | WordClass.Absence));
        const WordClass facts = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.Earlier | WordClass.And | WordClass.All | WordClass.Both | WordClass.Relation | WordClass.Symptom
            | WordClass.Absence | WordClass.Correction | WordClass.Home | WordClass.NotOut | WordClass.NotMeasured | WordClass.Normal | WordClass.Negation | WordClass.SignedFor | WordClass.Child | WordClass.Recovered | WordClass.Isolation | WordClass.Doctor;
        return token.Is(facts | WordClass.At | WordClass.Went | WordClass.From);
    }

    // 36.5 Emma, 36.5℃ 小明
    private bool FollowsNumber(int at)
    {
        var before = at - 1;
        while (before >= 0 && _message.SameClause(before, at) && (_message.Tokens[before].Kind == TokenKind.Unknown || _message.Tokens[before].Is(WordClass.CelsiusUnit | WordClass.FahrenheitUnit)))
            before--;
        return before >= 0 && _message.SameClause(before, at) && _message.Tokens[before].Kind == TokenKind.Number;
    }
}
