using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>Reasons for which a number that is a temperature is asked about and not taken.</summary>
internal static class Doubts
{
    private const WordClass Thing = WordClass.VenueSuffix | WordClass.Errand | WordClass.OtherUnit | WordClass.OtherMatter;

    private const WordClass OfBody = WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Recovered | WordClass.Normal | WordClass.Remeasure
        | WordClass.Correction | WordClass.Today;

    /// <summary>36.5，不对不对，等我再量一次: taken back, and the next is still to come.</summary>
    public static bool IsTakenBack(Message message)
    {
        var last = message.Tokens.FindLastIndex(token => token.Kind == TokenKind.Number && token.Form != NumberForm.Foreign);
        for (var i = message.Tokens.Count - 1; i > last; i--)
        {
            if (message.Is(i, WordClass.Correction) && Terms.In(message.Span(i), Term.TakesBack))
                return message.Any(WordClass.Later | WordClass.Remeasure | WordClass.NotMeasured, i, message.Tokens.Count);
        }

        return false;
    }

    /// <summary>发热0人，请假2人: the sums of a class.</summary>
    public static bool CountsPeople(Message message, List<Measured> numbers) => numbers.Count(n => message.Is(n.Token + 1, Term.PersonCount)) > 1;

    /// <summary>没量，估计36.5; 体温计坏了，大概36.5: no measurement; but 36.6, he forgot his bottle.</summary>
    public static bool IsEstimate(Message message, List<Measured> numbers)
    {
        var number = numbers.Find(n => n.Verdict == Verdict.Temperature).Token;
        if (message.People.Found.Count > 0 || message.AnyInClause(WordClass.Thermo | WordClass.Site | WordClass.Today, number)) return false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if ((message.Is(i, WordClass.NotMeasured) || message.SaysNoThermometer(i))
                && !message.AnyInClause(WordClass.Today | WordClass.Future | WordClass.Earlier | WordClass.ChildName, i)
                && !(message.Is(i, Term.Forgot) && i > number && !message.SameClause(i, number)))
                return true;
        }

        return false;
    }

    /// <summary>俩人都量了，娃36.4我37.1: one of the two is the sender.</summary>
    public static bool CountsTheSender(Message message) =>
        Enumerable.Range(0, message.Tokens.Count).Any(i => message.Is(i, TokenKind.Number) && message.Is(i - 1, WordClass.Self));

    /// <summary>三宝没烧，两个大的36.6; both girls 36.6: Mia and Olivia: the number is of two who are not named.</summary>
    public static bool IsOfUnnamed(Message message, List<Measured> numbers) =>
        numbers.Exists(n => n.Verdict == Verdict.Temperature && message.AnyInClause(WordClass.Both, n.Token)
            && (message.People.Found.Count == 1 || !message.People.Found.Exists(named => message.SameClause(named.Token, n.Token))));

    /// <summary>细佬38.2，佢36.5: a name and a child who is not named, with a number each.</summary>
    public static bool IsOfTwo(Message message, List<Measured> numbers)
    {
        var named = message.People.Found[0].Token;
        var told = numbers.FindAll(n => n is { Verdict: Verdict.Temperature, DaysAgo: 0 });
        return told.Count == 2 && told[0].Tenths != told[1].Tenths && !message.SameClause(told[0].Token, told[1].Token)
            && told.TrueForAll(n => n is { When: null, Remeasured: false }) && message.Is(named, WordClass.ChildName)
            && told.Exists(n => message.Is(n.Token - 1, WordClass.Child) && !message.Signs(n.Token - 1) && !message.SameClause(named, n.Token));
    }

    /// <summary>张三十六度五: a surname that counts something elsewhere, or the beginning of a name that runs into the number.</summary>
    public static bool AfterSurname(Message message, int number) =>
        message.TouchesNext(number - 1) && message.Tokens[number - 1].Length == 1 && message.Is(number - 1, WordClass.OtherUnit)
            && NameGuess.SurnameLength(message.Text.Text, message.Tokens[number - 1].Start) > 0;

    /// <summary>王小明36.5 王小明妈妈36.7: which of them is the child's?</summary>
    public static bool IsTwice(Message message, List<ReadingEntry> entries)
    {
        if (entries.Count < 2 || message.Any(WordClass.Correction | WordClass.Remeasure)) return false;
        var told = entries.FindAll(e => e is { Name: not null, TemperatureTenths: not null });
        return told.DistinctBy(e => e.Name).Count() < told.DistinctBy(e => (e.Name, e.TemperatureTenths)).Count();
    }

    /// <summary>Two numbers of a parent of two, with no name and no time of the day: which is whose?</summary>
    public static bool IsOfSeveral(Message message, List<Measured> numbers, List<ReadingEntry> entries, int forAll)
    {
        var told = numbers.FindAll(n => n is { Verdict: Verdict.Temperature, DaysAgo: 0 });
        var differ = told.Exists(n => n.Tenths != told[0].Tenths);
        // 三个人：36.5 36.7
        if (forAll > 0 && differ) return true;
        if (told.Count < 2 || message.People.Found.Count > 0 || entries.Count != 1) return false;
        // 一年级的36.5，三年级的36.7; My kids: 36.5, 36.9
        return (told.TrueForAll(n => message.AnyInClause(WordClass.ClassWord, n.Token)) && !message.SameClause(told[0].Token, told[^1].Token))
            || (differ && (message.Context.Own.Count > 1 || message.Says(Term.SeveralChildren))
                && told.TrueForAll(n => n.When is null && !n.Remeasured && n.Site == told[0].Site));
    }

    /// <summary>36.5 36.8: two values and no word; which of them counts only the sender knows.</summary>
    public static bool AreTwoBare(Message message, List<Measured> numbers) =>
        message.Context.Setting is ReadingSetting.PrivateIdle or ReadingSetting.PrivateAwaitingTemperature
        && numbers is [{ Verdict: Verdict.Temperature } first, { Verdict: Verdict.Temperature } second] && first.Tenths != second.Tenths
        && message.Tokens.TrueForAll(t => t.Kind is TokenKind.Number);

    /// <summary>98.5 beside a Chinese name, or in a group, may be a mark in a test.</summary>
    public static bool IsUncertainFahrenheit(Message message, Measured number) =>
        number.Verdict == Verdict.Temperature && message.Tokens[number.Token].Hundredths >= 9000
        && !message.Is(number.Token + 1, WordClass.FahrenheitUnit)
        && !message.Any(
            WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Normal | WordClass.Home | WordClass.NotOut | WordClass.FahrenheitUnit)
        && (message.Context.Setting == ReadingSetting.Group || Lexicon.HoldsHan(message.Text.Text));

    /// <summary>全家都36.5: a number of everybody is nobody's.</summary>
    public static bool OfEverybody(Message message, int number)
    {
        var all = message.Before(number, WordClass.All);
        return message.Is(all - 1, WordClass.Relation | WordClass.Child | WordClass.Self)
            || (all > 0 && Terms.Begin(message.Span(all - 1), Term.WholeFamily) > 0);
    }

    /// <summary>灯泡36.5: what the number is of is not known, and nothing says that it is of a body.</summary>
    public static bool UnknownBefore(Message message, int number)
    {
        var unknown = false;
        var first = message.SinceNumber(number);
        for (var i = number - 1; i >= first; i--)
        {
            // 王小明的书36.5 is of the book.
            if (message.Signs(i)) break;
            // 净含量, 余额: the end of a word that no list knows; 江南布衣36.5
            if ((message.Tokens[i].Length == 1 && message.Is(i, WordClass.Thermo | WordClass.Site) && message.Is(i - 1, TokenKind.Unknown)
                    && message.TouchesNext(i - 1))
                || (message.Is(i, TokenKind.Place) && i + 2 == number && unknown))
                return true;
            if (message.Is(i, OfBody | WordClass.Child | WordClass.ChildName | WordClass.Earlier) || message.Is(i, TokenKind.Place)) return false;
            unknown |= message.Is(i, TokenKind.Unknown) || message.Tokens[i] is { Kind: TokenKind.Word, Info.Classes: WordClass.NotName };
        }

        return unknown;
    }

    /// <summary>操场38.5度, 王小明吃了36.5: the thing or the deed that stands directly in front of the number is no measuring and of no child.</summary>
    public static bool IsOfThing(Message message, int number)
    {
        var before = message.Is(number - 1, Term.Reached) && number > 1 ? number - 2 : number - 1;
        if (message.Signs(before) || !message.TouchesNext(before)
            || message.Is(before, OfBody | WordClass.SignedFor | WordClass.ClassWord | WordClass.NotOut | WordClass.Home))
            return false;
        var isDone = message.Is(before, WordClass.Filler) && message.Tokens[before].Length > 1 && Terms.Is(message.Span(before)[^1], Term.DoneSign);
        return isDone || message.Is(before, Term.Paid)
            || (message.Is(before, Thing) && !message.Is(before, WordClass.Filler) && !message.Is(before - 1, TokenKind.Number)
                && !message.AnyInClause(WordClass.From | WordClass.Went | WordClass.Go | WordClass.At, number));
    }

    /// <summary>凌晨三点38，六点37.6: a whole number with a time of its own, higher than the one that is taken.</summary>
    public static bool IsHigherWhole(Message message, List<Measured> numbers)
    {
        var taken = numbers.FindAll(n => n.Verdict == Verdict.Temperature);
        return taken.Count > 0 && numbers.Exists(
            n => n is { Verdict: Verdict.NeedsContext, IsIntegral: true, DaysAgo: 0, Token: > 0 } && taken.TrueForAll(t => n.Tenths > t.Tenths)
                && (message.Is(n.Token - 1, WordClass.Today | WordClass.Thermo)
                    || message.Tokens[n.Token - 1] is { Kind: TokenKind.Number, Form: NumberForm.Foreign }));
    }

    /// <summary>36.5 laps, 36.5现金, 36.5的那种, 36.5度38: what follows the number is no word that says of what it is.</summary>
    public static bool UnknownUnit(Message message, List<Measured> numbers, int number)
    {
        var next = number + 1;
        if (!message.SameClause(number, next)) return false;
        if (IsUnknown(message, next) && message.Span(next) is [>= 'a' and <= 'z', _, _, .., 's'] && !message.Is(next, Term.Degrees)
            && message.TouchesOrSpaces(number))
            return true;
        if (!message.TouchesNext(number)) return false;
        // a word of the lists that goes on as a word of none
        if (message.Tokens[next] is { Kind: TokenKind.Word, Info.Classes: WordClass.Filler, Length: 1 } && message.TouchesNext(next)
            && message.Is(next + 1, TokenKind.Unknown))
            return true;
        if (message.Is(next, Term.Of) && message.TouchesNext(next)
            && message.Is(++next, WordClass.OtherTopic | WordClass.OtherCue | WordClass.NotName))
            return true;
        if (IsUnknown(message, next)) return true;
        while (message.Is(next, WordClass.CelsiusUnit) && message.TouchesNext(next)) next++;
        // 37度冒尖: a whole number that something is said about
        return (number + 1 < next && message.Tokens[number].Form == NumberForm.Integer && IsUnknown(message, next) && !message.Is(next, Term.WholeSign))
            || numbers.Exists(n => n.Token == next && n.Verdict is not (Verdict.Foreign or Verdict.Temperature));
    }

    /// <summary>is 37.4 ok for school; but of 38.2怎么办 the value is told, and the question is what to do.</summary>
    public static bool QuestionHere(Message message, int number) =>
        (message.Is(number - 1, Term.AskingVerb) && !message.SameClause(number - 2, number))
        || (message.AnyInClause(WordClass.Question | WordClass.Notice, number) && !OnlyWorries(message, number));

    private static bool OnlyWorries(Message message, int at)
    {
        for (var i = message.ClauseStart(at); i < message.ClauseEnd(at); i++)
        {
            var isMark = message.Is(i, TokenKind.Mark) && message.Is(i - 1, Term.WhatToDo);
            if (message.Is(i, WordClass.Question | WordClass.Notice) && !isMark && !message.Is(i, Term.WhatToDo)) return false;
        }

        return true;
    }

    private static bool IsUnknown(Message message, int at) => message.Is(at, TokenKind.Unknown) && !message.Signs(at);
}
