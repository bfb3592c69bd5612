using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>
/// Reads a told diagnosis (确诊水痘, suspected HFMD, 甲流阳性) of the person whom a message is about. A false one sets a school
/// to work, so a clause counts only where each word of it is known to say nothing else: one of somebody else, a denial, a
/// question, a vaccination or a rumour always has a word that is not.
/// </summary>
internal sealed class Diagnoses
{
    // What may stand in the clause of a diagnosis without changing it.
    private const WordClass Beside = WordClass.Today | WordClass.Thermo | WordClass.Site | WordClass.CelsiusUnit | WordClass.FahrenheitUnit
        | WordClass.OtherUnit | WordClass.Symptom | WordClass.Absence | WordClass.Doctor | WordClass.Isolation
        | WordClass.Home | WordClass.NotOut | WordClass.And | WordClass.Remeasure | WordClass.Child | WordClass.ClassWord | WordClass.Correction;

    private const WordClass Never = WordClass.Negation | WordClass.Question | WordClass.Notice | WordClass.Hearsay | WordClass.Contact
        | WordClass.Other | WordClass.Self | WordClass.Recovered | WordClass.OtherTopic | WordClass.Sample | WordClass.LongAgo | WordClass.Future;

    // Beside a disease that is only named, these say that somebody has it: 手足口，请假一周.
    private const WordClass Companions = WordClass.Absence | WordClass.Doctor | WordClass.Isolation;

    /// <summary>No diagnosis.</summary>
    public static Diagnoses None { get; } = new(null!, null!);

    private readonly Message _message;
    private readonly People _people;
    private readonly List<(int Token, Diseases Diseases, bool IsSuspected)> _told = [];
    private readonly HashSet<int> _clauses = [];

    private Diagnoses(Message message, People people) => (_message, _people) = (message, people);

    /// <summary>The diagnoses of a message, mostly none.</summary>
    public static Diagnoses Read(Message message, People people)
    {
        var diagnoses = new Diagnoses(message, people);
        if (DiagnosisWords.Names(message.Text.Text)) diagnoses.ReadClauses();
        return diagnoses;
    }

    /// <summary>The diseases told in [from, to), and whether none of them is confirmed.</summary>
    public (Diseases Diseases, bool OnlySuspected) In(int from, int to)
    {
        if (_told.Count == 0) return default;
        var told = _told.FindAll(one => one.Token >= from && one.Token < to);
        return (told.Aggregate(Diseases.None, (all, one) => all | one.Diseases), told.Count > 0 && told.TrueForAll(one => one.IsSuspected));
    }

    /// <summary>The token is of a clause that tells a diagnosis, and so neither a rumour nor unknown.</summary>
    public bool Explain(int token) => _clauses.Count > 0 && _clauses.Contains(_message.Clause(token));

    private void ReadClauses()
    {
        for (var first = 0; first < _message.Tokens.Count;)
        {
            var end = _message.ClauseEnd(first);
            if (Read(first, ref end) is { } told && IsOfChild(first, end) && !IsOver(end))
            {
                _told.Add(told);
                _clauses.UnionWith(Enumerable.Range(_message.Clause(first), _message.Clause(end - 1) - _message.Clause(first) + 1));
            }

            first = end;
        }
    }

    private (int Token, Diseases Diseases, bool IsSuspected)? Read(int first, ref int end)
    {
        if (Words(first, ref end) is not { } words) return null;
        var named = words.Aggregate(Diseases.None, (all, word) => all | word.Disease);
        var isPositive = words.Exists(word => word.Kind == DiagnosisWord.Positive);
        var isSuspected = words.Exists(word => word.Kind == DiagnosisWord.Suspected);
        // A positive test without a name is of the one disease that everybody tests for.
        var diseases = named == Diseases.None && isPositive ? Diseases.Covid : named;
        if (diseases == Diseases.None) return null;
        if (!isPositive && !isSuspected && !words.Exists(word => word.Kind == DiagnosisWord.Told) && !HasCompanion()) return null;
        return (words.Find(word => word.Kind is DiagnosisWord.Disease or DiagnosisWord.Positive).Token, diseases, isSuspected);
    }

    private bool HasCompanion() => _message.Any(Companions) || _message.Tokens.Exists(token => token.Kind == TokenKind.Number && token.Form != NumberForm.Foreign);

    // Null where something in the clause is not explained. Hand, foot and mouth is one word over two clauses.
    private List<(int Token, DiagnosisWord Kind, Diseases Disease)>? Words(int first, ref int end)
    {
        var words = new List<(int, DiagnosisWord, Diseases)>();
        var text = _message.Text.Text.AsSpan();
        var at = _message.Tokens[first].Start;
        for (var token = first; at < _message.Tokens[end - 1].End;)
        {
            while (token < end && _message.Tokens[token].End <= at) token++;
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var (length, kind, disease) = DiagnosisWords.At(text[at..]);
            var whole = _message.Tokens[token].Start == at && Stands(token) ? _message.Tokens[token].End - at : 0;
            if (length == 0 && whole == 0) return null;
            if (length >= whole && kind != DiagnosisWord.Plain) words.Add((token, kind, disease));
            at += Math.Max(length, whole);
            while (_message.Tokens[end - 1].End < at) end = _message.ClauseEnd(end);
        }

        return words;
    }

    private bool Stands(int at)
    {
        var token = _message.Tokens[at];
        if (_people.Signature[at] || IsFound(at)) return true;
        if (token.Is(Never)) return false;
        return token.Kind switch
        {
            TokenKind.Number or TokenKind.Mention or TokenKind.LineEnd => true,
            TokenKind.Mark => _message.First(at) != '?',
            // 上周五确诊，继续请假: still at home.
            TokenKind.Word when token.Is(WordClass.Earlier) => token.Info.Value <= 3 || _message.Any(WordClass.Absence | WordClass.Isolation),
            TokenKind.Word when token.Is(WordClass.Isolation) => token.Info.Value != 9,
            // My brother is no child of the sender's.
            TokenKind.Word when token.Is(WordClass.ChildName) => _message.Span(at) is "儿子" or "女儿" or "闺女" or "son" or "daughter" or "my son" or "my daughter",
            TokenKind.Word => token.Is(Beside) && !token.Is(WordClass.Relation),
            _ => false,
        };
    }

    // The nearest subject in front is the child, or, in private, there is none.
    private bool IsOfChild(int first, int end)
    {
        if (NamesChild(first, end)) return true;
        while (first > 0)
        {
            var before = _message.ClauseStart(first - 1);
            if (NamesChild(before, first)) return true;
            var until = first;
            if (Words(before, ref until) is null) return false;
            first = before;
        }

        return _message.Context.Setting is ReadingSetting.PrivateIdle or ReadingSetting.PrivateAwaitingTemperature;
    }

    private bool NamesChild(int from, int to)
    {
        var named = false;
        for (var i = from; i < to; i++)
        {
            var token = _message.Tokens[i];
            if (token.Is(WordClass.Relation | WordClass.Other | WordClass.Self) && !_people.Signature[i]) return false;
            named |= IsFound(i) || (_message.Context.Setting != ReadingSetting.Group && token.Is(WordClass.Child) && !_people.Signature[i]);
        }

        return named;
    }

    // 水痘好了: over, unless it says that it is not.
    private bool IsOver(int from)
    {
        for (var i = from; i < _message.Tokens.Count; i++)
        {
            if (_message.Tokens[i].Is(WordClass.Recovered) && !(i > 0 && _message.Tokens[i - 1].Is(WordClass.Negation))) return true;
        }

        return false;
    }

    private bool IsFound(int token) => _people.Found.Exists(named => named.Token == token);
}
