using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

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

    private readonly Message _message;
    private readonly List<(int Token, Diseases Diseases, bool IsSuspected)> _told = [];
    private readonly List<(int Token, Diseases Diseases)> _denied = [];

    private Diagnoses(Message message) => _message = message;

    /// <summary>The diagnoses of a message, mostly none.</summary>
    public static Diagnoses Read(Message message)
    {
        var diagnoses = new Diagnoses(message);
        if (DiagnosisWords.Names(message.Text.Text) || message.Context.Diagnosed != Diseases.None) diagnoses.ReadClauses();
        return diagnoses;
    }

    /// <summary>The diseases told in [from, to), and whether none of them is confirmed.</summary>
    public (Diseases Diseases, bool OnlySuspected) In(int from, int to)
    {
        if (_told.Count == 0) return default;
        var told = _told.FindAll(one => one.Token >= from && one.Token < to);
        return (told.Aggregate(Diseases.None, (all, one) => all | one.Diseases), told.Count > 0 && told.TrueForAll(one => one.IsSuspected));
    }

    /// <summary>Of the diagnoses told before (<see cref="ReadingContext.Diagnosed"/>), those that [from, to) takes back: 不是水痘, 误诊.</summary>
    public Diseases DeniedIn(int from, int to) =>
        _denied.Where(one => one.Token >= from && one.Token < to).Aggregate(Diseases.None, (all, one) => all | one.Diseases);

    private void ReadClauses()
    {
        for (var first = 0; first < _message.Tokens.Count;)
        {
            var end = _message.ClauseEnd(first);
            if (Words(first, ref end) is { } words && IsOfChild(first, end))
            {
                var turn = Turn(words);
                var (denied, told) = (Denied(words[..turn]), IsOver(end) ? null : Told(words[turn..]) ?? Told(words));
                if (denied != Diseases.None) _denied.Add((words[0].Token, denied));
                if (told is { } disease) _told.Add(disease);
                var explains = denied != Diseases.None || told is not null || words.Exists(word => word.Kind == DiagnosisWord.Misdiagnosed);
                for (var i = first; i < end && explains; i = _message.ClauseEnd(i))
                    (_message.ClauseOf(i).IsExplained, _message.ClauseOf(i).TakesBack) = (true, denied != Diseases.None);
            }

            first = end;
        }
    }

    // 不是水痘是手足口: where the denial ends and something is told; the end where nothing is.
    private static int Turn(List<(int Token, DiagnosisWord Kind, Diseases Disease)> words)
    {
        var denial = words.FindIndex(word => word.Kind is DiagnosisWord.Denied or DiagnosisWord.Misdiagnosed);
        var disease = denial < 0 ? -1 : words.FindIndex(denial, word => word.Kind == DiagnosisWord.Disease);
        var told = disease < 0 ? -1 : words.FindIndex(disease, word => word.Kind is DiagnosisWord.Told or DiagnosisWord.Positive or DiagnosisWord.Suspected);
        return told < 0 || !words.Exists(word => word.Kind == DiagnosisWord.Disease && word.Token > words[told].Token) ? words.Count : told;
    }

    // What is denied of what was told before.
    private Diseases Denied(List<(int Token, DiagnosisWord Kind, Diseases Disease)> words)
    {
        var named = words.Aggregate(Diseases.None, (all, word) => all | word.Disease);
        // 误诊，不是水痘: the other clause says which.
        if (words.Exists(word => word.Kind == DiagnosisWord.Misdiagnosed) && named == Diseases.None && !DiagnosisWords.Names(_message.Text.Text))
            return _message.Context.Diagnosed;
        return words.Exists(word => word.Kind is DiagnosisWord.Denied or DiagnosisWord.Misdiagnosed) ? named & _message.Context.Diagnosed : Diseases.None;
    }

    private (int Token, Diseases Diseases, bool IsSuspected)? Told(List<(int Token, DiagnosisWord Kind, Diseases Disease)> words)
    {
        if (words.Exists(word => word.Kind is DiagnosisWord.Denied or DiagnosisWord.Misdiagnosed)) return null;
        var named = words.Aggregate(Diseases.None, (all, word) => all | word.Disease);
        var isPositive = words.Exists(word => word.Kind == DiagnosisWord.Positive);
        var isSuspected = words.Exists(word => word.Kind == DiagnosisWord.Suspected);
        // A positive test without a name is of the one disease that everybody tests for.
        var diseases = named == Diseases.None && isPositive ? Diseases.Covid : named;
        if (diseases == Diseases.None) return null;
        if (!isPositive && !isSuspected && !words.Exists(word => word.Kind == DiagnosisWord.Told) && !HasCompanion()) return null;
        return (words.Find(word => word.Kind is DiagnosisWord.Disease or DiagnosisWord.Positive).Token, diseases, isSuspected);
    }

    private bool HasCompanion() =>
        _message.Any(Companions) || _message.Tokens.Exists(token => token.Kind == TokenKind.Number && token.Form != NumberForm.Foreign);

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
            if (kind == DiagnosisWord.Asked || (kind is DiagnosisWord.Denied or DiagnosisWord.Misdiagnosed && _message.Context.Diagnosed == Diseases.None))
                return null;
            if (length >= whole && kind != DiagnosisWord.Plain) words.Add((token, kind, disease));
            at += Math.Max(length, whole);
            while (_message.Tokens[end - 1].End < at) end = _message.ClauseEnd(end);
        }

        return words;
    }

    private bool Stands(int at)
    {
        var token = _message.Tokens[at];
        if (_message.Signs(at) || IsFound(at)) return true;
        if (token.Is(Never)) return false;
        return token.Kind switch
        {
            TokenKind.Number or TokenKind.Mention or TokenKind.LineEnd => true,
            TokenKind.Mark => _message.First(at) != '?',
            // 上周五确诊，继续请假: still at home.
            TokenKind.Word when token.Is(WordClass.Earlier) => token.Info.Value <= 3 || _message.Any(WordClass.Absence | WordClass.Isolation),
            TokenKind.Word when token.Is(WordClass.Isolation) => token.Info.Value != 9,
            // My brother is no child of the sender's.
            TokenKind.Word when token.Is(WordClass.ChildName) => _message.Is(at, Term.OwnChild),
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
            if (token.Is(WordClass.Relation | WordClass.Other | WordClass.Self) && !_message.Signs(i)) return false;
            named |= IsFound(i) || (_message.Context.Setting != ReadingSetting.Group && token.Is(WordClass.Child) && !_message.Signs(i));
        }

        return named;
    }

    // 水痘好了: over, unless it says that it is not.
    private bool IsOver(int from)
    {
        for (var i = from; i < _message.Tokens.Count; i++)
        {
            if (_message.Is(i, WordClass.Recovered) && !_message.Is(i - 1, WordClass.Negation)) return true;
        }

        return false;
    }

    private bool IsFound(int token) => _message.People.Found.Exists(named => named.Token == token);
}
