using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>Reasons for which a number that is a temperature is asked about and not taken.</summary>
internal static class Doubts
{
    // 36.5，不对不对，等我再量一次: taken back, and the next is still to come.
    public static bool IsTakenBack(Message message)
    {
        for (var i = message.Tokens.Count - 1; i >= 0 && (!message.Is(i, TokenKind.Number) || message.Tokens[i].Form == NumberForm.Foreign); i--)
        {
            var word = message.Span(i);
            if (message.Is(i, WordClass.Correction) && Terms.In(word, Term.TakesBack))
                return message.Any(WordClass.Later | WordClass.Remeasure | WordClass.NotMeasured, i, message.Tokens.Count);
        }

        return false;
    }

    // 发热0人，请假2人: the sums of a class.
    public static bool CountsPeople(Message message, List<Measured> numbers)
    {
        var counts = 0;
        foreach (var number in numbers)
            counts += message.Is(number.Token + 1, Term.PersonCount) ? 1 : 0;
        return counts > 1;
    }

    // 没量，估计36.5; 体温计坏了，大概36.5: no measurement.
    public static bool IsEstimate(Message message, List<Measured> numbers)
    {
        if (message.People.Found.Count > 0) return false;
        var number = numbers.Find(n => n.Verdict == Verdict.Temperature).Token;
        if (message.AnyInClause(WordClass.Thermo | WordClass.Site | WordClass.Today, number)) return false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            // 36.6, he forgot his bottle
            if (message.Is(i, Term.Forgot) && i > number && !message.SameClause(i, number)) continue;
            if ((token.Is(WordClass.NotMeasured) || message.SaysNoThermometer(i))
                && !message.AnyInClause(WordClass.Today | WordClass.Future | WordClass.Earlier | WordClass.ChildName, i))
                return true;
        }

        return false;
    }

    // 俩人都量了，娃36.4我37.1: one of the two is the sender.
    public static bool CountsTheSender(Message message)
    {
        for (var i = 1; i < message.Tokens.Count; i++)
        {
            if (message.Is(i, TokenKind.Number) && message.Is(i - 1, WordClass.Self)) return true;
        }

        return false;
    }

    // 三宝没烧，两个大的36.6; both girls 36.6: Mia and Olivia: the number is of two who are not named.
    public static bool IsOfUnnamed(Message message, List<Measured> numbers) =>
        numbers.Exists(n => n.Verdict == Verdict.Temperature && message.AnyInClause(WordClass.Both, n.Token)
            && (message.People.Found.Count == 1 || !message.People.Found.Exists(named => message.SameClause(named.Token, n.Token))));

    // 细佬38.2，佢36.5: a name and a child who is not named, with a number each.
    public static bool IsOfTwo(Message message, List<Measured> numbers)
    {
        var told = numbers.FindAll(n => n is { Verdict: Verdict.Temperature, DaysAgo: 0 });
        return told.Count == 2 && told[0].Tenths != told[1].Tenths && !message.SameClause(told[0].Token, told[1].Token)
            && told.TrueForAll(n => n is { When: null, Remeasured: false }) && message.Tokens[message.People.Found[0].Token].Is(WordClass.ChildName)
            && told.Exists(
                n => n.Token > 0 && message.Is(n.Token - 1, WordClass.Child) && !message.Signs(n.Token - 1)
                && !message.SameClause(message.People.Found[0].Token, n.Token));
    }

    // 张三十六度五: a surname that counts something elsewhere, or the beginning of a name that runs into the number.
    public static bool AfterSurname(Message message, List<Measured> numbers) =>
        numbers.Exists(n => n.Verdict == Verdict.Temperature && n.Token > 0 && message.TouchesNext(n.Token - 1)
            && message.Span(n.Token - 1).Length == 1 && message.Is(n.Token - 1, WordClass.OtherUnit)
            && NameGuess.SurnameLength(message.Text.Text, message.Tokens[n.Token - 1].Start) > 0);

    // 王小明36.5 王小明妈妈36.7: which of them is the child's?
    public static bool IsTwice(Message message, List<ReadingEntry> entries)
    {
        if (entries.Count < 2 || message.Any(WordClass.Correction | WordClass.Remeasure)) return false;
        var told = entries.FindAll(e => e is { Name: not null, TemperatureTenths: not null });
        return told.DistinctBy(e => e.Name).Count() < told.DistinctBy(e => (e.Name, e.TemperatureTenths)).Count();
    }

    // Two numbers of a parent of two, with no name and no time of the day: which is whose?
    public static bool IsOfSeveral(Message message, List<Measured> numbers, List<ReadingEntry> entries, int forAll)
    {
        // 三个人：36.5 36.7
        if (forAll > 0 && numbers.Where(n => n is { Verdict: Verdict.Temperature, DaysAgo: 0 }).Select(n => n.Tenths).Distinct().Count() > 1)
            return true;
        if (message.People.Found.Count > 0 || entries.Count != 1) return false;
        var told = numbers.FindAll(n => n.Verdict == Verdict.Temperature && n.DaysAgo == 0);
        // 一年级的36.5，三年级的36.7
        if (told.Count > 1 && told.TrueForAll(n => message.AnyInClause(WordClass.ClassWord, n.Token)) && !message.SameClause(told[0].Token, told[^1].Token))
            return true;
        // My kids: 36.5, 36.9
        if (told.Count < 2 || (message.Context.Own.Count < 2 && !message.Says(Term.SeveralChildren))) return false;
        return told.Exists(n => n.Tenths != told[0].Tenths) && told.TrueForAll(n => n.When is null && !n.Remeasured && n.Site == told[0].Site);
    }

    /// <summary>36.5 36.8: two values and no word; which of them counts only the sender knows.</summary>
    public static bool AreTwoBare(Message message, List<Measured> numbers) =>
        message.Context.Setting is ReadingSetting.PrivateIdle or ReadingSetting.PrivateAwaitingTemperature
        && numbers is [{ Verdict: Verdict.Temperature } first, { Verdict: Verdict.Temperature } second] && first.Tenths != second.Tenths
        && message.Tokens.TrueForAll(t => t.Kind is TokenKind.Number);

    // 98.5 beside a Chinese name, or in a group, may be a mark in a test.
    public static bool IsUncertainFahrenheit(Message message, Measured number)
    {
        if (number.Verdict != Verdict.Temperature || message.Tokens[number.Token].Hundredths < 9000) return false;
        if (number.Token + 1 < message.Tokens.Count && message.Is(number.Token + 1, WordClass.FahrenheitUnit)) return false;
        if (message.Any(
            WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Normal | WordClass.Home | WordClass.NotOut | WordClass.FahrenheitUnit))
            return false;
        return message.Context.Setting == ReadingSetting.Group || Lexicon.HoldsHan(message.Text.Text);
    }

    public static bool OfEverybody(Message message, int number)
    {
        for (var i = number - 1; i > 0 && message.SameClause(i, number); i--)
        {
            if (!message.Is(i, WordClass.All)) continue;
            return message.Is(i - 1, WordClass.Relation | WordClass.Child | WordClass.Self) || Terms.Begin(message.Span(i - 1), Term.WholeFamily) > 0;
        }

        return false;
    }

    // 灯泡36.5: what the number is of is not known, and nothing says that it is of a body.
    public static bool UnknownBefore(Message message, List<Measured> numbers)
    {
        const WordClass ofBody = WordClass.Thermo | WordClass.Site | WordClass.Child | WordClass.ChildName | WordClass.Symptom | WordClass.Recovered
            | WordClass.Remeasure | WordClass.Correction | WordClass.Normal | WordClass.Today | WordClass.Earlier;
        foreach (var number in numbers)
        {
            if (number.Verdict != Verdict.Temperature) continue;
            var unknown = false;
            for (var i = number.Token - 1; i >= 0 && message.SameClause(i, number.Token) && !message.Is(i, TokenKind.Number); i--)
            {
                // 王小明的书36.5 is of the book.
                if (message.Signs(i)) break;
                // 净含量, 余额: the end of a word that no list knows
                var isEnd = message.Tokens[i].Length == 1 && message.Is(i, WordClass.Thermo | WordClass.Site)
                    && message.Is(i - 1, TokenKind.Unknown) && message.TouchesNext(i - 1);
                if (isEnd) return true;
                // 江南布衣36.5
                if (message.Is(i, TokenKind.Place) && i + 2 == number.Token && unknown) return true;
                if (message.Is(i, ofBody) || message.Is(i, TokenKind.Place))
                {
                    unknown = false;
                    break;
                }

                unknown |= message.Is(i, TokenKind.Unknown) || message.Tokens[i] is { Kind: TokenKind.Word, Info.Classes: WordClass.NotName };
            }

            if (unknown) return true;
        }

        return false;
    }

    /// <summary>操场38.5度, 王小明吃了36.5: the thing or the deed that stands directly in front of the number is no measuring and of no child.</summary>
    public static bool IsOfThing(Message message, List<Measured> numbers)
    {
        const WordClass thing = WordClass.VenueSuffix | WordClass.Errand | WordClass.OtherUnit | WordClass.OtherMatter;
        const WordClass told = WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Recovered | WordClass.Normal | WordClass.Remeasure
            | WordClass.Correction | WordClass.Today | WordClass.SignedFor | WordClass.ClassWord | WordClass.NotOut | WordClass.Home;
        foreach (var number in numbers)
        {
            var before = number.Token - 1;
            if (before > 0 && message.Is(before, Term.Reached)) before--;
            if (number.Verdict != Verdict.Temperature || before < 0 || message.Signs(before)
                || !message.TouchesNext(before) || message.Is(before, told))
                continue;
            if (message.Is(before, thing) && !message.Is(before, WordClass.Filler)
                && !message.Is(before - 1, TokenKind.Number)
                && !message.AnyInClause(WordClass.From | WordClass.Went | WordClass.Go | WordClass.At, number.Token))
                return true;
            if (message.Is(before, Term.Paid)
                || (message.Is(before, WordClass.Filler) && message.Span(before).Length > 1 && Terms.Is(message.Span(before)[^1], Term.DoneSign)))
                return true;
        }

        return false;
    }

    // 凌晨三点38，六点37.6: a whole number with a time of its own, higher than the one that is taken.
    public static bool IsHigherWhole(Message message, List<Measured> numbers)
    {
        var highest = 0;
        foreach (var number in numbers)
            highest = number.Verdict == Verdict.Temperature ? Math.Max(highest, number.Tenths) : highest;
        foreach (var number in numbers)
        {
            if (number is { Verdict: Verdict.NeedsContext, IsIntegral: true, DaysAgo: 0, Token: > 0 } && highest > 0 && number.Tenths > highest
                && (message.Is(number.Token - 1, WordClass.Today | WordClass.Thermo)
                    || message.Tokens[number.Token - 1] is { Kind: TokenKind.Number, Form: NumberForm.Foreign }))
                return true;
        }

        return false;
    }

    public static bool UnknownUnit(Message message, List<Measured> numbers)
    {
        foreach (var number in numbers)
        {
            var next = number.Token + 1;
            if (number.Verdict is not (Verdict.Temperature or Verdict.NeedsContext) || next >= message.Tokens.Count || !message.SameClause(number.Token, next))
                continue;
            // 36.5 laps
            if (message.Is(next, TokenKind.Unknown) && message.Span(next) is [>= 'a' and <= 'z', _, _, .., 's'] && !message.Is(next, Term.Degrees)
                && message.TouchesOrSpaces(number.Token) && !message.Signs(next))
                return true;
            if (!message.TouchesNext(number.Token)) continue;
            // 36.5现金: a word of the lists that goes on as a word of none
            if (message.Tokens[next] is { Kind: TokenKind.Word, Info.Classes: WordClass.Filler } filler && filler.Length == 1
                && message.TouchesNext(next) && message.Is(next + 1, TokenKind.Unknown))
                return true;
            // 36.5的那种: the number says what something is like.
            if (message.Is(next, Term.Of) && message.TouchesNext(next))
            {
                next++;
                if (message.Is(next, WordClass.OtherTopic | WordClass.OtherCue | WordClass.NotName)) return true;
            }

            if (message.Is(next, TokenKind.Unknown) && !message.Signs(next)) return true;
            // 36.5度38
            while (message.Is(next, WordClass.CelsiusUnit) && next + 1 < message.Tokens.Count && message.TouchesNext(next))
                next++;
            // 37度冒尖: a whole number that something is said about
            if (number.Token + 1 < next && message.Tokens[number.Token].Form == NumberForm.Integer && message.Is(next, TokenKind.Unknown)
                && !message.Is(next, Term.WholeSign) && !message.Signs(next))
                return true;
            if (numbers.Exists(n => n.Token == next && n.Verdict is not (Verdict.Foreign or Verdict.Temperature))) return true;
        }

        return false;
    }

    public static bool QuestionHere(Message message, List<Measured> numbers) =>
        // is 37.4 ok for school
        numbers.Exists(n => n.Token > 0 && message.Is(n.Token - 1, Term.AskingVerb) && (n.Token == 1 || !message.SameClause(n.Token - 2, n.Token)))
            || numbers.Exists(
                n => n.Verdict is Verdict.Temperature or Verdict.NeedsContext && message.AnyInClause(WordClass.Question | WordClass.Notice, n.Token)
                && !OnlyWorries(message, n.Token));

    // 38.2怎么办: the value is told, the question is what to do.
    private static bool OnlyWorries(Message message, int at)
    {
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var isMark = message.Is(i, TokenKind.Mark) && message.Is(i - 1, Term.WhatToDo);
            if (message.SameClause(i, at) && message.Is(i, WordClass.Question | WordClass.Notice) && !isMark && !message.Is(i, Term.WhatToDo))
                return false;
        }

        return true;
    }
}
