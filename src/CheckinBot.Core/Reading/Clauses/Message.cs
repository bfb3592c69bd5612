using System.Runtime.InteropServices;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>A text cut into tokens and clauses, as every stage reads it.</summary>
internal sealed class Message
{
    private const int NoThermometer = 4;

    private readonly Clause[] _clause;
    private readonly WordClass _classes;
    private People? _people;

    public Message(NormalisedText text, List<Token> tokens, ReadingContext context)
    {
        Text = text;
        Tokens = tokens;
        Context = context;
        _clause = new Clause[tokens.Count];
        var clause = new Clause(0);
        for (var i = 0; i < tokens.Count; i++)
        {
            _clause[i] = clause;
            clause.End = i + 1;
            clause.Classes |= tokens[i].Info.Classes;
            // 去过海南(上个月)
            clause.IsLongAgo |= tokens[i].Is(WordClass.LongAgo) || Days.IsPastMonth(this, i) || (First(i) == '(' && Is(i + 1, WordClass.LongAgo));
            clause.ReachesAhead |= tokens[i].Is(WordClass.Future) && i > clause.First && Is(i - 1, Term.Until);
            _classes |= tokens[i].Info.Classes;
            if (tokens[i].Kind == TokenKind.LineEnd
                || (tokens[i].Kind is TokenKind.Mark or TokenKind.Word && tokens[i].End == tokens[i].Start + 1 && IsBreak(text.Text[tokens[i].Start])))
                clause = new(i + 1);
        }
    }

    public NormalisedText Text { get; }

    public List<Token> Tokens { get; }

    public ReadingContext Context { get; }

    /// <summary>Whom it names, read once.</summary>
    public People People => _people ??= People.Read(this);

    /// <summary>Whether a token belongs to a name or a signature.</summary>
    public bool Signs(int token) => Holds(token) && People.Signature[token];

    public static Message Of(string text, ReadingContext context, KnownNames known)
    {
        var normalised = NormalisedText.From(text);
        return new(normalised, Tokeniser.Run(normalised, known), context);
    }

    /// <summary>The clause that a token is in.</summary>
    public Clause ClauseOf(int token) => _clause[token];

    /// <summary>Do both stand in one clause?</summary>
    public bool SameClause(int a, int b) => Holds(a) && Holds(b) && _clause[a] == _clause[b];

    /// <summary>The first token of the clause that a token is in.</summary>
    public int ClauseStart(int token) => _clause[token].First;

    /// <summary>The token behind the last of the clause that a token is in.</summary>
    public int ClauseEnd(int token) => _clause[token].End;

    /// <summary>Nothing but nothing between this token and the next.</summary>
    public bool TouchesNext(int token) => Holds(token) && Holds(token + 1) && All[token].End == All[token + 1].Start;

    /// <summary>Nothing but spaces between this token and the next, which may begin within it.</summary>
    public bool TouchesOrSpaces(int token) =>
        Holds(token) && Holds(token + 1) && Text.Text.AsSpan(All[token].End, Math.Max(0, All[token + 1].Start - All[token].End)).Trim().IsEmpty;

    /// <summary>The token behind a number and its unit.</summary>
    public int BehindUnit(int number)
    {
        var next = number + 1;
        while (Is(next, WordClass.CelsiusUnit | WordClass.FahrenheitUnit)) next++;
        return next;
    }

    /// <summary>The first token of what stands in front of a number, in its clause and behind any number before it.</summary>
    public int SinceNumber(int at)
    {
        var first = at;
        while (SameClause(first - 1, at) && !Is(first - 1, TokenKind.Number)) first--;
        return first;
    }

    /// <summary>Does something end in front of this token: the text, a clause, or what stands before a mark?</summary>
    public bool EndsBefore(int token) => token >= Tokens.Count || !SameClause(token - 1, token) || All[token].Kind is TokenKind.Mark or TokenKind.LineEnd;

    /// <summary>The text behind a token.</summary>
    public ReadOnlySpan<char> Rest(int token) => Text.Text.AsSpan(All[token].End);

    public string Typed(int token) => Text.Typed(All[token].Start, All[token].End);

    public char First(int token) => Holds(token) ? Text.Text[All[token].Start] : default;

    public ReadOnlySpan<char> Span(int token) => Holds(token) ? Span(All[token]) : [];

    public ReadOnlySpan<char> Span(Token token) => Text.Text.AsSpan(token.Start, token.Length);

    /// <summary>Is there a word of one of these classes in [from, to)?</summary>
    public bool Any(WordClass classes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (All[i].Is(classes)) return true;
        }

        return false;
    }

    public bool Any(WordClass classes) => (_classes & classes) != 0;

    /// <summary>Is there a word of the term in [from, to)?</summary>
    public bool Any(Term term, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (All[i].Is(term)) return true;
        }

        return false;
    }

    /// <summary>Is there a token in [from, to) of which this holds?</summary>
    public bool Any(int from, int to, Predicate<Token> holds)
    {
        for (var i = from; i < to; i++)
        {
            if (holds(All[i])) return true;
        }

        return false;
    }

    /// <summary>The nearest word of these classes in front of a token, in its clause; -1 where there is none.</summary>
    public int Before(int at, WordClass classes)
    {
        var i = at - 1;
        while (i >= ClauseStart(at) && !All[i].Is(classes)) i--;
        return i < ClauseStart(at) ? -1 : i;
    }

    /// <summary>The nearest word of these classes behind a token, in its clause and in front of <paramref name="to"/>; -1 where there is none.</summary>
    public int Behind(int at, WordClass classes, int to)
    {
        var i = at + 1;
        while (i < to && SameClause(at, i) && !All[i].Is(classes)) i++;
        return i < to && SameClause(at, i) ? i : -1;
    }

    /// <summary>Is there a word of one of these classes in front of a token, in its clause?</summary>
    public bool AnyBefore(int at, WordClass classes) => Any(classes, ClauseStart(at), at);

    /// <inheritdoc cref="AnyBefore(int, WordClass)"/>
    public bool AnyBefore(int at, Term term) => Any(term, ClauseStart(at), at);

    /// <summary>Is there a word of one of these classes behind a token, in its clause?</summary>
    public bool AnyBehind(int at, WordClass classes) => Any(classes, at + 1, ClauseEnd(at));

    /// <summary>Is there a word of the term behind a token, in its clause and in front of <paramref name="to"/>?</summary>
    public bool AnyBehind(int at, Term term, int to) => Any(term, at + 1, Math.Min(ClauseEnd(at), to));

    /// <summary>Is there a word of one of these classes in the clause of a token?</summary>
    public bool AnyInClause(WordClass classes, int at) => (_clause[at].Classes & classes) != 0;

    /// <summary>Is a token a word of one of these classes? There is none in front of the first and behind the last.</summary>
    public bool Is(int token, WordClass classes) => Holds(token) && All[token].Is(classes);

    /// <inheritdoc cref="Is(int, WordClass)"/>
    public bool Is(int token, Term term) => Holds(token) && All[token].Is(term);

    /// <inheritdoc cref="Is(int, WordClass)"/>
    public bool Is(int token, TokenKind kind) => Holds(token) && All[token].Kind == kind;

    /// <summary>没有体温计: is a token the want of a thermometer?</summary>
    public bool SaysNoThermometer(int token) => Is(token, WordClass.Intent) && All[token].Info.Value == NoThermometer;

    /// <summary>Is a word of the term a token of it?</summary>
    public bool Says(Term term) => Tokens.Exists(token => token.Is(term));

    // Looked at in place: a token is large.
    private ReadOnlySpan<Token> All => CollectionsMarshal.AsSpan(Tokens);

    private bool Holds(int token) => (uint)token < (uint)Tokens.Count;

    private static bool IsBreak(char c) => c is ',' or '。' or ';' or '!' or '?' or '(' or ')' or '|' or '.';
}
