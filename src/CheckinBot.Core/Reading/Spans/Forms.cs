using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>
/// Answers of a form (外出：否, 有无咳嗽：无, Travel: none) are turned into plain negations, which the other stages know.
/// </summary>
internal static class Forms
{
    private static readonly WordInfo Negation = new(WordClass.Negation, 0, -1);
    private static readonly WordInfo Nothing = new(WordClass.Filler, 0, -1);

    public static void Apply(string text, List<Token> tokens)
    {
        NotYet(tokens);
        List<int>? negated = null;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!IsAnswer(text, tokens, i, out var negative)) continue;
            var from = FieldStart(text, tokens, i);
            if (from < 0) continue;
            tokens[i] = tokens[i] with { Kind = TokenKind.Word, Info = Nothing };
            var question = Question(text, tokens, from, i);
            if (question >= 0)
                tokens[question] = tokens[question] with { Info = negative ? Negation : Nothing };
            else if (negative)
                (negated ??= []).Add(from);
        }

        if (negated is not null) Insert(tokens, negated);
    }

    // 还没 alone is "not measured yet"; before another verb (还没看医生, 还没回来) it only denies that one.
    private static void NotYet(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].Is(WordClass.NotMeasured) || !tokens[i].Is(WordClass.Negation)) continue;
            var denies = i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End
                && tokens[i + 1]
                .Is(WordClass.Doctor | WordClass.Go | WordClass.Went | WordClass.Back | WordClass.Leave | WordClass.From | WordClass.Recovered
                    | WordClass.Symptom | WordClass.Isolation | WordClass.Contact);
            tokens[i] = tokens[
                i] with
            { Info = tokens[i].Info with { Classes = tokens[i].Info.Classes & (denies ? ~WordClass.NotMeasured : ~WordClass.Negation) } };
        }
    }

    // In one pass, so that a long form stays linear.
    private static void Insert(List<Token> tokens, List<int> fields)
    {
        var next = 0;
        var with = new List<Token>(tokens.Count + fields.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (next < fields.Count && fields[next] == i)
            {
                with.Add(new(TokenKind.Word, tokens[i].Start, tokens[i].Start + 1, Negation));
                while (next < fields.Count && fields[next] == i) next++;
            }

            with.Add(tokens[i]);
        }

        tokens.Clear();
        tokens.AddRange(with);
    }

    // An answer stands after a colon, or at the end of a clause that asks 是否.
    private static bool IsAnswer(string text, List<Token> tokens, int at, out bool negative)
    {
        var word = text.AsSpan(tokens[at].Start, tokens[at].Length);
        negative = Terms.Is(word, Term.AnswerNo);
        if (!negative && !Terms.Is(word, Term.AnswerYes)) return false;
        if (at + 1 < tokens.Count && tokens[at + 1].Kind is not (TokenKind.Mark or TokenKind.LineEnd) && tokens[at + 1].Start == tokens[at].End)
            return false;
        return IsColon(text, tokens[at - 1])
            || (Terms.Is(word, Term.AnswerToWhether) && FieldStart(text, tokens, at) is var from and >= 0 && Question(text, tokens, from, at) >= 0);
    }

    private static int FieldStart(string text, List<Token> tokens, int answer)
    {
        var from = IsColon(text, tokens[answer - 1]) ? answer - 2 : answer - 1;
        if (from < 0 || tokens[from].Kind is TokenKind.Mark or TokenKind.LineEnd or TokenKind.Number) return -1;
        while (from > 0 && answer - from < 10 && tokens[from - 1].Kind is not (TokenKind.Mark or TokenKind.LineEnd or TokenKind.Number)
            && tokens[from - 1].End == tokens[from].Start)
            from--;
        // 14天内外出：无
        while (from > 0 && from < answer - 2 && (tokens[from - 1].Kind == TokenKind.Number || IsPeriod(text, tokens[from - 1])) && IsPeriod(text, tokens[from]))
            from++;
        return from;
    }

    private static bool IsPeriod(string text, Token token) =>
        Terms.Is(text.AsSpan(token.Start, token.Length), Term.PeriodOfForm);

    private static int Question(string text, List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Terms.Is(text.AsSpan(tokens[i].Start, tokens[i].Length), Term.Whether)) return i;
        }

        return -1;
    }

    private static bool IsColon(string text, Token token) => token.Kind == TokenKind.Mark && text[token.Start] is ':' or '?';
}
