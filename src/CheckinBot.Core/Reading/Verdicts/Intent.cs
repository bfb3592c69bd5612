using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// Decides whether a message is a check-in at all. What cannot be explained is not taken: in a group it is left alone,
/// in private it is asked about.
/// </summary>
internal static class Intent
{
    public static TextReading Decide(Message message, List<Measured> numbers, List<ReadingEntry> entries, int forAll, bool ofOthers)
    {
        var setting = message.Context.Setting;
        var judged = Awaited(message, numbers, entries, setting);
        var hint = Hint(message, numbers);
        if (!IsAboutTheSender(message, numbers, setting, hint))
        {
            var meant = ofOthers || IsOfElsewhere(message, setting) ? [] : Offers.Of(message, numbers, judged, Objection.OfThing);
            return meant.Count > 0
                ? new(ReadingKind.AskAgain, WithoutValues(judged)) { Suggestions = meant }
                : new(ReadingKind.NotCheckin, []) { Hint = hint == ReadingHint.NeedsHelp ? hint : ReadingHint.None };
        }

        // 在上班，中午回去给他测: where the sender is, and not the child.
        if (hint is ReadingHint.Later or ReadingHint.NoThermometer && numbers.TrueForAll(n => n.Verdict == Verdict.Foreign) && message.Any(WordClass.Errand)
            && !message.Any(WordClass.NotOut | WordClass.Home | WordClass.Negation))
            judged = judged.ConvertAll(e => e.Travel == Travel.No ? e with { Travel = Travel.Unknown } : e);
        var isOfSeveral = Doubts.IsOfSeveral(message, numbers, entries, forAll);
        var isTold = judged.Exists(e => e.TemperatureTenths is not null) && !isOfSeveral && !numbers.Exists(n => n.Verdict == Verdict.Undecided);
        var objection = isOfSeveral || ofOthers ? Objection.OfOthers
            : isTold ? Weighing.Settle(message, numbers, judged, Objections.To(message, numbers, judged, forAll)) : Objection.Undecided;
        IReadOnlyList<int> offered = forAll > 0 ? [] : Offers.Of(message, numbers, judged, objection);
        var kind = objection switch
        {
            Objection.None => judged.Count > 1 || forAll > 0 ? ReadingKind.CheckinMany : ReadingKind.Checkin,
            _ when isTold => Refused(setting, judged, objection, offered),
            _ => Untaken(message, numbers, judged, setting, hint),
        };
        if (kind == ReadingKind.NotCheckin && offered.Count > 0) kind = ReadingKind.AskAgain;
        if (kind is not (ReadingKind.Checkin or ReadingKind.CheckinMany))
            judged = kind == ReadingKind.NotCheckin ? WithoutValues(judged).ConvertAll(e => e with { Taken = [] }) : WithoutValues(judged);
        List<ReadingEntry> denials = kind is ReadingKind.NotCheckin or ReadingKind.AskAgain ? judged.FindAll(e => e.Denied != Retraction.None) : [];
        return kind == ReadingKind.NotCheckin
            ? new(kind, []) { Hint = hint, Denials = denials, IsCorrection = message.Any(WordClass.Correction) }
            : new(kind, judged)
            {
                Hint = kind is ReadingKind.AskAgain or ReadingKind.Partial ? hint : ReadingHint.None,
                Suggestions = offered,
                IsCorrection = message.Any(WordClass.Correction),
                Denials = denials,
                ForAllOwn = forAll > 0,
                OwnCount = forAll
            };
    }

    private static List<ReadingEntry> WithoutValues(List<ReadingEntry> entries) => entries.ConvertAll(e => e with { TemperatureTenths = null });

    // In private it is asked what was meant; in a group only where it is the sender's own child, or plainly a reading.
    private static ReadingKind Refused(ReadingSetting setting, List<ReadingEntry> entries, Objection objection, IReadOnlyList<int> offered) =>
        setting != ReadingSetting.Group ? ReadingKind.AskAgain : objection switch
        {
            Objection.OfOthers => ReadingKind.NotCheckin,
            Objection.OfThing => offered.Count > 0 ? ReadingKind.AskAgain : ReadingKind.NotCheckin,
            Objection.Unexplained or Objection.Outvoted => entries.Exists(IsReadingOfOwnChild) ? ReadingKind.AskAgain : ReadingKind.NotCheckin,
            _ => ReadingKind.AskAgain,
        };

    // 王小明38.2，蔫头耷脑的: a reading of the sender's own child with words that are not understood is asked about in private.
    private static bool IsReadingOfOwnChild(ReadingEntry entry) => entry is { IsOfOwnChild: true, TemperatureTenths: not null };

    /// <summary>News, a sample, a rule, a link: what is told there is never the sender's.</summary>
    private static bool IsOfElsewhere(Message message, ReadingSetting setting) =>
        IsHearsay(message, setting == ReadingSetting.PrivateAwaitingTemperature)
        || message.Any(WordClass.Notice) || message.Tokens.Exists(t => t.Kind == TokenKind.Link);

    // 365 and 37 are temperatures only where one is awaited, or with a degree sign.
    private static List<ReadingEntry> Awaited(Message message, List<Measured> numbers, List<ReadingEntry> entries, ReadingSetting setting)
    {
        var awaited = setting is ReadingSetting.PrivateAwaitingTemperature or ReadingSetting.GroupJielong;
        var candidates = numbers.FindAll(n => n.Verdict == Verdict.NeedsContext);
        if (!awaited || candidates.Count != 1 || entries.Count != 1 || entries[0].TemperatureTenths is not null) return entries;
        var only = candidates[0];
        if (numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided)
            || message.Any(WordClass.OtherTopic | WordClass.OtherCue | WordClass.Question) || only.DaysAgo != 0)
            return entries;
        return [entries[0] with { TemperatureTenths = only.Tenths, Site = only.Site, Taken = [new(only.Tenths, only.Site, only.When)] }];
    }

    private static bool IsAboutTheSender(Message message, List<Measured> numbers, ReadingSetting setting, ReadingHint hint)
    {
        var awaiting = setting == ReadingSetting.PrivateAwaitingTemperature;
        if ((IsHearsay(message, awaiting) && !SetsOffOwn(message, numbers)) || message.Tokens.Exists(t => t.Kind == TokenKind.Link))
            return false;
        if (awaiting && message.Text.Text.Length <= 60
            && numbers.Exists(n => n.Verdict == Verdict.Temperature && !message.AnyInClause(WordClass.Notice, n.Token)))
            return true;
        if (awaiting && message.Text.Text.Length <= 30 && numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided))
            return true;
        // The 如 of 诺如 is no condition; 昨天通知在家隔离了 was told to the sender.
        if (message.Tokens.Where(
            (token, i) => token.Is(WordClass.Notice) && !message.ClauseOf(i).IsExplained
            && !(awaiting && message.Is(i, Term.NoticeGiven) && message.AnyInClause(WordClass.Isolation | WordClass.Past, i))).Any())
            return false;
        if (Doubts.CountsPeople(message, numbers)) return false;
        if (awaiting)
            return !message.Any(WordClass.Question) || hint is ReadingHint.NoThermometer or ReadingHint.AlreadyDone
                || numbers.Count > 0 || message.Any(WordClass.Later | WordClass.NotMeasured);
        var named = message.People.Found.Count > 0;
        return (!message.Any(WordClass.Question) || (named && AsksWhatToDo(message, numbers))) && (named || !message.Any(WordClass.OtherTopic));
    }

    // 我家王小明37.8，要去医院吗: the reading is told, and in a later clause it is asked what to do.
    private static bool AsksWhatToDo(Message message, List<Measured> numbers)
    {
        var told = numbers.FindLastIndex(n => n.Verdict == Verdict.Temperature);
        if (told < 0 || message.AnyInClause(WordClass.Question, numbers[told].Token)) return false;
        var questions = Enumerable.Range(0, message.Tokens.Count).Where(i => message.Is(i, WordClass.Question)).ToList();
        return questions.Exists(i => i > numbers[told].Token) && questions.TrueForAll(
            i => message.Is(i, TokenKind.Mark) || (i > numbers[told].Token
                && (message.AnyInClause(WordClass.Doctor | WordClass.Absence | WordClass.Home, i) || message.Is(i, Term.WhatToDo))));
    }

    // A rumour, a quotation, a sample; but not 没接触确诊者, which is told of oneself.
    private static bool IsHearsay(Message message, bool awaiting)
    {
        var contact = message.Any(WordClass.Contact);
        // 36.5 看了武汉的新闻很担心: the answer comes first.
        if (awaiting && message.Text.Text.Length <= 40 && message.Tokens is [{ Kind: TokenKind.Number, Form: NumberForm.Decimal }, ..]
            && !message.Any(WordClass.Sample))
            return false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            // 确诊水痘, of the own child.
            if (message.ClauseOf(i).IsExplained || message.Signs(i)) continue;
            // 妈妈确诊，小孩36.6: told of the own family.
            if (awaiting && message.Is(i, Term.Confirmed) && message.AnyInClause(WordClass.Relation | WordClass.Self, i))
                continue;
            if (token.Is(WordClass.Hearsay | WordClass.Sample) && !(awaiting && token.Is(WordClass.Other))
                && !(contact && !token.Is(WordClass.Sample) && message.AnyInClause(WordClass.Contact, i)))
                return true;
        }

        return false;
    }

    // 隔壁小强38.5，我家可可36.6: the own child stands in a clause of its own.
    private static bool SetsOffOwn(Message message, List<Measured> numbers) =>
        !message.Any(WordClass.Sample | WordClass.Question) && numbers.Exists(
            n => n.Verdict == Verdict.Temperature && message.AnyBefore(n.Token, Term.OurChild) && !message.AnyInClause(WordClass.Hearsay, n.Token));

    private static ReadingKind Untaken(
        Message message, List<Measured> numbers, List<ReadingEntry> judged, ReadingSetting setting, ReadingHint hint)
    {
        var facts = judged.Exists(HasFact) || hint == ReadingHint.NoThermometer;
        var number = numbers.Exists(n => n.Verdict is not Verdict.Foreign);
        switch (setting)
        {
            case ReadingSetting.PrivateAwaitingTemperature:
                if (OnlyNumerals(message)) return ReadingKind.AskAgain;
                // 买了体温计36.5元
                if (!facts && numbers.Count > 0 && !number && hint == ReadingHint.None && !message.Any(WordClass.NotMeasured))
                    return ReadingKind.NotCheckin;
                if (facts && (!message.Any(WordClass.Question) || hint == ReadingHint.NoThermometer)) return ReadingKind.Partial;
                return number || hint is not (ReadingHint.None or ReadingHint.NeedsHelp)
                    || message.Any(WordClass.NotMeasured | WordClass.Remeasure | WordClass.Thermo) ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            case ReadingSetting.PrivateIdle:
                // 赵六今天没去学校，咳得厉害: a child who is ill is not passed over for a word that is not understood.
                if (facts && ((message.People.Found.Count > 0 && judged.Exists(e => e.Symptoms != Symptoms.None || e.Absence != Absence.None))
                    || Residue.Count(message, numbers) == 0))
                    return ReadingKind.Partial;
                return number && Residue.Count(message, numbers) == 0
                    && (message.People.Found.Count > 0 || numbers.Exists(n => message.Tokens[n.Token].Form is NumberForm.Decimal))
                    || message.Any(WordClass.NotMeasured)
                    || (message.People.Found.Count > 0 && message.Any(WordClass.Later))
                    ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            default:
                if (message.People.Found.Count == 0 || Residue.Count(message, numbers) > 0 || message.Says(Term.You))
                    return ReadingKind.NotCheckin;
                // Emma's spelling test: 97.5, well done
                if (numbers.Exists(n => n.Verdict == Verdict.Foreign && Surroundings.IsOfOtherMatter(message, n.Token)))
                    return ReadingKind.NotCheckin;
                return facts
                    ? ReadingKind.Partial
                    : numbers.Exists(n => n.Verdict is Verdict.Undecided or Verdict.NeedsContext or Verdict.Temperature || n.LikelyTenths is not null)
                    || message.Any(WordClass.NotMeasured | WordClass.Later) ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
        }
    }

    private static bool OnlyNumerals(Message message) =>
        message.Tokens.Count > 0 && message.Text.Text.Trim() is { Length: <= 5 } text && text.All(sign => Terms.Is(sign, Term.NumeralAlone));

    private static bool HasFact(ReadingEntry e) =>
        e.Travel != Travel.Unknown || e.Symptoms != Symptoms.None || e.Absence != Absence.None || e.Isolation != Isolation.None || e.SaidNormal || e.Contact
            || e.Diseases != Diseases.None || e.NotDiseases != Diseases.None || e.SeenDoctor is not null;

    private static ReadingHint Hint(Message message, List<Measured> numbers)
    {
        foreach (var token in message.Tokens)
        {
            if (token.Is(WordClass.Intent))
                return token.Info.Value switch
                {
                    1 => ReadingHint.AlreadyDone,
                    2 => ReadingHint.SameAsYesterday,
                    3 => ReadingHint.NeedsHelp,
                    _ => ReadingHint.NoThermometer
                };
            if (token.Is(WordClass.Later))
                return Thermometers.IsOutOfOrder(message) ? ReadingHint.NoThermometer : ReadingHint.Later;
        }

        if (!numbers.Exists(n => n.Verdict == Verdict.Temperature) && Thermometers.IsOutOfOrder(message))
            return ReadingHint.NoThermometer;
        // 全全还没量: the number comes when it is taken.
        if (message.Any(WordClass.NotMeasured) && numbers.TrueForAll(n => n.Verdict == Verdict.Foreign)) return ReadingHint.Later;
        if (numbers.Exists(n => n.Verdict == Verdict.Undecided)) return ReadingHint.Undecided;
        if (numbers.Exists(n => n.Verdict == Verdict.Implausible)) return ReadingHint.Implausible;
        return numbers.Exists(n => n.DaysAgo > 0) ? ReadingHint.OtherDay : ReadingHint.None;
    }
}
