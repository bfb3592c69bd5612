using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>Judges each number of a message: is it a body temperature, of which day and site.</summary>
internal static class Temperatures
{
    /// <summary>Above this, in hundredths, no number is Celsius.</summary>
    private const int HighestC = 4500;

    /// <summary>The same in Fahrenheit.</summary>
    internal const int LowestF = 9500, HighestF = 10760;

    private const WordClass OfCheckin = WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.NotOut | WordClass.Home | WordClass.Symptom
        | WordClass.Normal;

    public static List<Measured> Read(Message message)
    {
        var found = new List<Measured>();
        var previous = -1;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if (!message.Is(i, TokenKind.Number)) continue;
            found.Add(Judge(message, i, previous));
            if (found[^1].Verdict != Verdict.Foreign) previous = i;
        }

        Carry(message, found);
        CarryDay(message, found);
        Settle(message, found);
        Pairs(message, found);
        var leavesChoice = LeavesChoice(message, found);
        return leavesChoice || OfSeveralDates(message, found)
            ? found.ConvertAll(n => n.Verdict == Verdict.Temperature ? Undecided(n, leavesChoice) : n)
            : found;
    }

    // 王小明鞋码36.5，李雷37: what the first number is of is said once for the names that follow.
    private static void Carry(Message message, List<Measured> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (a, b) = (found[i - 1], found[i]);
            if (a.Verdict != Verdict.Foreign || b.Verdict is Verdict.Foreign or Verdict.Unclear
                || !Surroundings.IsOfOtherMatter(message, a.Token) || !NamedBefore(message, a.Token))
                continue;
            if (message.Any(a.Token + 1, b.Token, token => token.Kind is TokenKind.Name or TokenKind.Unknown || token.Is(WordClass.ChildName))
                && !message.Any(a.Token + 1, b.Token, token => token.Kind is TokenKind.Place || token.Is(OfCheckin)))
                found[i] = b with { Verdict = Verdict.Foreign };
        }
    }

    // 不到37，36.8; 今早36.6，昨晚那个37.6是吃火锅热的: beside a plain value of today a vague one before it, or one of another day, settles nothing.
    private static void Settle(Message message, List<Measured> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var vague = found[i];
            for (var k = 0; k < found.Count && vague.Verdict == Verdict.Undecided; k++)
            {
                var plain = found[k];
                if (plain is { Verdict: Verdict.Temperature, DaysAgo: 0, IsIntegral: false }
                    && (vague.DaysAgo > 0 || (k > i && !message.SameClause(plain.Token, vague.Token))))
                    found[i] = vague = vague with { Verdict = Verdict.Foreign };
            }
        }
    }

    // 昨天忘了报，是36.6，今天36.5: told apart by the day of each; 半夜39.1，今早36.7: the night is over.
    private static void CarryDay(Message message, List<Measured> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            if (found[i] is { Verdict: Verdict.Temperature, When: { } night, DaysAgo: 0 } && Terms.Is(night, Term.Night)
                && found[i + 1].When is { } morning && Terms.Is(morning[0], Term.MorningSign))
                found[i] = found[i] with { DaysAgo = 1 };
            if (found[i] is not { Verdict: Verdict.Temperature, When: null } || found[i + 1] is not { When: not null, DaysAgo: 0 })
                continue;
            for (var k = found[i].Token - 1; k >= 0 && !message.Is(k, TokenKind.Number) && !message.Is(k, WordClass.Today); k--)
            {
                if (!message.Is(k, WordClass.Earlier)) continue;
                found[i] = found[i] with { When = message.Typed(k), DaysAgo = Math.Max(1, message.Tokens[k].Info.Value) };
                break;
            }
        }
    }

    // 冷气开26度，弟弟36.4: the first number is of nobody.
    private static bool NamedBefore(Message message, int at) =>
        message.Any(
            message.ClauseStart(at), at,
            token => token.Kind == TokenKind.Name || (token.Kind == TokenKind.Unknown && token.Length > 1) || token.Is(WordClass.ChildName));

    private static Measured Judge(Message message, int at, int previous)
    {
        var token = message.Tokens[at];
        var none = new Measured(at, 0, Verdict.Foreign, MeasuringSite.Unspecified, null, 0);
        // +1 王小明 36.5
        if (token is { Form: NumberForm.Integer, Start: 1 } && message.First(0) == '+') return none;
        if (token.Form == NumberForm.Foreign || Surroundings.IsTime(message, at) || Surroundings.HasOtherUnit(message, at)
            || Surroundings.HasOtherCue(message, at))
            return none;
        if (token.Form == NumberForm.Unclear || Surroundings.IsGlued(message, at)) return none with { Verdict = Verdict.Unclear };
        var (site, when, daysAgo, remeasured, isFirstTry) = Occasion.Around(message, at, previous);
        var judged = none with { Site = site, When = when, DaysAgo = daysAgo, Remeasured = remeasured, IsFirstTry = isFirstTry };
        if (daysAgo < 0) return none;
        // 昨天最高38.8: what the fever of a day that is over came to.
        var isPeak = daysAgo > 0 && message.Is(at - 1, Term.Peak);
        if (token.Form == NumberForm.Vague || Surroundings.IsCutOff(message, at) || (Surroundings.IsBound(message, at) && !isPeak)
            || Surroundings.IsDefined(message, at))
            return judged with { Verdict = Verdict.Undecided };
        judged = Value(message, at, judged);
        return IsNegated(message, at) || (message.Is(at - 1, WordClass.Correction) && message.Tokens[at - 1].Info.Value == 1)
            ? judged with { Verdict = Verdict.Retracted }
            : judged;
    }

    private static Measured Value(Message message, int at, Measured judged)
    {
        var token = message.Tokens[at];
        var value = token.Hundredths;
        var (celsius, fahrenheit) = Unit(message, at);
        celsius |= token.HasDegrees;
        judged = judged with { IsIntegral = token.Form is NumberForm.Integer && !celsius && !fahrenheit };
        if (!fahrenheit && IsPlausible(message, Round(value)))
        {
            var plain = token.Form == NumberForm.Decimal || (celsius && token.Form != NumberForm.Compact);
            return judged with { Tenths = Round(value), Verdict = plain ? Verdict.Temperature : Verdict.NeedsContext };
        }

        var inFahrenheit = token.Form == NumberForm.Compact ? value * 10 : value;
        if (!celsius && inFahrenheit is >= LowestF and <= HighestF && (token.Form is NumberForm.Decimal or NumberForm.Integer or NumberForm.Compact))
        {
            var tenths = Round(((inFahrenheit - 3200) * 5 + 4) / 9);
            if (!IsPlausible(message, tenths)) return judged with { Verdict = Verdict.Implausible };
            if (fahrenheit || token.Form == NumberForm.Decimal)
                return judged with { Tenths = tenths, Verdict = Verdict.Temperature };
            // A whole number of degrees Fahrenheit only where the words around it are English.
            return Surroundings.IsEnglish(message, at) ? judged with { Tenths = tenths, Verdict = Verdict.NeedsContext, IsIntegral = true }
                : judged with { LikelyTenths = tenths, Verdict = Verdict.Implausible };
        }

        return judged with { Verdict = Verdict.Implausible, LikelyTenths = Likely(message, value) };
    }

    // 63.5 for 36.5, 3.65 for 36.5: what the fingers probably meant.
    private static int? Likely(Message message, int hundredths)
    {
        var swapped = Round(hundredths / 100 % 10 * 1000 + hundredths / 1000 * 100 + hundredths % 100);
        if (hundredths is >= 1000 and < 10000 && IsPlausible(message, swapped)) return swapped;
        return IsPlausible(message, hundredths) ? hundredths : null;
    }

    private static bool IsPlausible(Message message, int tenths) =>
        tenths >= message.Context.PlausibleFromTenths && tenths <= message.Context.PlausibleToTenths;

    private static int Round(int hundredths) => (hundredths + 5) / 10;

    private static (bool Celsius, bool Fahrenheit) Unit(Message message, int at)
    {
        // 98.4 degrees
        var either = message.Is(at + 1, Term.Degrees) && message.Tokens[at].Hundredths > HighestC;
        var fahrenheit = message.Is(at + 1, WordClass.FahrenheitUnit) || (message.Is(at - 1, WordClass.FahrenheitUnit) && message.SameClause(at - 1, at));
        return (message.Is(at + 1, WordClass.CelsiusUnit) && !either, either || fahrenheit);
    }

    // 不是36.5, not 36.5, 36.5不对
    private static bool IsNegated(Message message, int at)
    {
        var next = message.BehindUnit(at);
        if (message.TouchesNext(next - 1) && message.Is(next, WordClass.Correction) && Terms.In(message.Span(next), Term.WrongBehind)
            && message.EndsBefore(next + 1))
            return true;
        for (var i = at - 1; i >= 0 && i >= at - 2 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.Negation) || message.Is(i, Term.Withdrawn)) return true;
            if (!message.Is(i, Term.Is)) return false;
        }

        return false;
    }

    // Two numbers with nothing but "or", "to", a dash between them are one undecided answer; 37.0°C 98.6°F is the same twice.
    private static void Pairs(Message message, List<Measured> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (a, b) = (found[i], found[i + 1]);
            // 36度，5分
            if (a is { Tenths: > 0 } && message.Tokens[a.Token].Form == NumberForm.Integer
                && message.Tokens[b.Token] is { Form: NumberForm.Integer, Hundredths: < 1000 } && OnlyMarks(message, a.Token, b.Token))
                found[i] = a with { Verdict = Verdict.Undecided };
            if (a.Tenths == 0 || b.Tenths == 0) continue;
            var joined = true;
            var (alternative, range, changed) = (false, false, false);
            for (var k = a.Token + 1; k < b.Token; k++)
            {
                var token = message.Tokens[k];
                // The columns of a chain: 早/午/晚, 36.5/36.7/36.6
                var isColumn = message.First(k) == '/' && message.Context.Setting == ReadingSetting.GroupJielong;
                changed |= message.First(k) == '→' && message.Context.Setting == ReadingSetting.GroupJielong;
                var isOr = !isColumn && !changed
                    && (token.Is(WordClass.Or | WordClass.Hedge) || (token.Kind == TokenKind.Mark && message.First(k) is '-' or '~' or '/' or '→'));
                alternative |= isOr;
                range |= token.Kind == TokenKind.Mark ? message.First(k) is '-' or '~' : token is { Info.Value: 1 } && token.Is(WordClass.Or);
                joined &= isOr || isColumn || changed || token.Is(WordClass.CelsiusUnit | WordClass.FahrenheitUnit | WordClass.Filler | WordClass.Hedge)
                    || (token.Kind == TokenKind.Mark && message.First(k) is ',' or '?' or '(');
            }

            if (!joined) continue;
            if (Math.Abs(a.Tenths - b.Tenths) <= 1
                && Unit(message, a.Token).Fahrenheit != (Unit(message, b.Token).Fahrenheit || message.Tokens[b.Token].Hundredths > HighestC))
                found.RemoveAt(i + 1);
            else if (changed)
                found[i + 1] = b with { Remeasured = true };
            else if (alternative)
                (found[i], found[i + 1]) = (Undecided(a, !range), Undecided(b, !range));
        }
    }

    private static Measured Undecided(Measured number, bool isAlternative) =>
        number with { Verdict = Verdict.Undecided, IsAlternative = isAlternative && number.Verdict == Verdict.Temperature };

    private static bool OnlyMarks(Message message, int first, int second) =>
        Enumerable.Range(first + 1, second - first - 1).All(
            i => message.Is(i, WordClass.CelsiusUnit) || (message.Is(i, TokenKind.Mark) && message.First(i) is ',' or '。' or '、' or '.'));

    // 37.1、36.3，也不知道信哪个
    private static bool LeavesChoice(Message message, List<Measured> found) =>
        found.Count > 1 && found.Count(n => n.Verdict == Verdict.Temperature) > 1 && message.Says(Term.WhichOne);

    // 2月11日：36.5；2月12日：36.7: of which day is the one that is asked for?
    private static bool OfSeveralDates(Message message, List<Measured> found)
    {
        var told = found.FindAll(n => n.Verdict == Verdict.Temperature).ConvertAll(n => Date(message, n.Token));
        return told.Count > 1 && told.TrueForAll(d => d.Month > 0) && told.Exists(d => d != told[0]);
    }

    private static (int Month, int Day) Date(Message message, int at) =>
        message.Tokens[message.ClauseStart(at)..at].FindLast(token => token.Date.Month > 0).Date;
}
