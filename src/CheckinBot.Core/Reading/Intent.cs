using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>
/// Decides whether a message is a check-in at all. What cannot be explained is not taken: in a group it is left alone,
/// in private it is asked about.
/// </summary>
internal static class Intent
{
    public static TextReading Decide(Message message, People people, List<Measured> numbers, List<ReadingEntry> entries, int forAll, bool ofOthers)
    {
        var setting = message.Context.Setting;
        var judged = Awaited(message, numbers, entries, setting);
        var hint = Hint(message, numbers);
        if (!IsAboutTheSender(message, people, numbers, setting, hint))
            return new(ReadingKind.NotCheckin, []) { Hint = hint == ReadingHint.NeedsHelp ? hint : ReadingHint.None };
        // 在上班，中午回去给他测: where the sender is, and not the child.
        if (hint is ReadingHint.Later or ReadingHint.NoThermometer && numbers.TrueForAll(n => n.Verdict == Verdict.Foreign) && message.Any(WordClass.Errand)
            && !message.Any(WordClass.NotOut | WordClass.Home | WordClass.Negation))
            judged = judged.ConvertAll(e => e.Travel == Travel.No ? e with { Travel = Travel.Unknown } : e);
        var undecided = numbers.Exists(n => n.Verdict == Verdict.Undecided) || Doubts.IsOfSeveral(message, people, numbers, entries, forAll);
        var kind = judged.Exists(e => e.TemperatureTenths is not null) && !undecided
            ? Taken(message, people, numbers, judged, forAll, ofOthers)
            : Untaken(message, people, numbers, judged, setting, hint);
        if (kind is not (ReadingKind.Checkin or ReadingKind.CheckinMany))
            judged = judged.ConvertAll(e => e with { TemperatureTenths = null, Taken = kind == ReadingKind.NotCheckin ? [] : e.Taken });
        List<ReadingEntry> denials = kind is ReadingKind.NotCheckin or ReadingKind.AskAgain ? judged.FindAll(e => e.Denied != Retraction.None) : [];
        return kind == ReadingKind.NotCheckin
            ? new(kind, []) { Hint = hint, Denials = denials, IsCorrection = message.Any(WordClass.Correction) }
            : new(kind, judged)
            {
                Hint = kind is ReadingKind.AskAgain or ReadingKind.Partial ? hint : ReadingHint.None,
                IsCorrection = message.Any(WordClass.Correction),
                Denials = denials,
                ForAllOwn = forAll > 0,
                OwnCount = forAll
            };
    }

    // 365 and 37 are temperatures only where one is awaited, or with a degree sign.
    private static List<ReadingEntry> Awaited(Message message, List<Measured> numbers, List<ReadingEntry> entries, ReadingSetting setting)
    {
        var awaited = setting is ReadingSetting.PrivateAwaitingTemperature or ReadingSetting.GroupJielong;
        var candidates = numbers.FindAll(n => n.Verdict == Verdict.NeedsContext);
        if (!awaited || candidates.Count != 1 || entries.Count != 1 || entries[0].TemperatureTenths is not null)
            return entries;
        var only = candidates[0];
        if (numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided)
            || message.Any(WordClass.OtherTopic | WordClass.OtherCue | WordClass.Question) || only.DaysAgo != 0)
            return entries;
        return [entries[0] with { TemperatureTenths = only.Tenths, Site = only.Site, Taken = [new(only.Tenths, only.Site, only.When)] }];
    }

    private static bool IsAboutTheSender(Message message, People people, List<Measured> numbers, ReadingSetting setting, ReadingHint hint)
    {
        var awaiting = setting == ReadingSetting.PrivateAwaitingTemperature;
        if ((IsHearsay(message, people, awaiting) && !SetsOffOwn(message, numbers)) || message.Tokens.Exists(t => t.Kind == TokenKind.Link))
            return false;
        if (awaiting && message.Text.Text.Length <= 60
            && numbers.Exists(n => n.Verdict == Verdict.Temperature && !message.AnyInClause(WordClass.Notice, n.Token)))
            return true;
        if (awaiting && message.Text.Text.Length <= 30 && numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided))
            return true;
        // The 如 of 诺如 is no condition; 昨天通知在家隔离了 was told to the sender.
        if (message.Tokens.Where(
            (token, i) => token.Is(WordClass.Notice) && !message.Diagnoses.Explain(i)
            && !(awaiting && message.Span(i) is "通知" && message.AnyInClause(WordClass.Isolation | WordClass.Past, i))).Any())
            return false;
        if (Doubts.CountsPeople(message, numbers))
            return false;
        if (awaiting)
            return !message.Any(WordClass.Question) || hint is ReadingHint.NoThermometer or ReadingHint.AlreadyDone
                || numbers.Count > 0 || message.Any(WordClass.Later | WordClass.NotMeasured);
        var named = people.Found.Count > 0;
        return (!message.Any(WordClass.Question) || (named && AsksWhatToDo(message, numbers))) && (named || !message.Any(WordClass.OtherTopic));
    }

    // 我家王小明37.8，要去医院吗: the reading is told, and in a later clause it is asked what to do.
    private static bool AsksWhatToDo(Message message, List<Measured> numbers)
    {
        var told = numbers.FindLastIndex(n => n.Verdict == Verdict.Temperature);
        for (var i = 0; i < message.Tokens.Count && told >= 0; i++)
        {
            if (message.Tokens[i].Is(WordClass.Question) && message.Tokens[i].Kind != TokenKind.Mark
                && (message.Clause(i) <= message.Clause(numbers[told].Token)
                    || !(message.AnyInClause(WordClass.Doctor | WordClass.Absence | WordClass.Home, i) || message.Span(i) is "怎么办")))
                return false;
        }

        return told >= 0 && message.Any(WordClass.Question, numbers[told].Token, message.Tokens.Count)
            && !message.AnyInClause(WordClass.Question, numbers[told].Token);
    }

    // A rumour, a quotation, a sample; but not 没接触确诊者, which is told of oneself.
    private static bool IsHearsay(Message message, People people, bool awaiting)
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
            if (message.Diagnoses.Explain(i) || people.Signature[i])
                continue;
            // 妈妈确诊，小孩36.6: told of the own family.
            if (awaiting && message.Span(i) is "确诊" && message.AnyInClause(WordClass.Relation | WordClass.Self, i))
                continue;
            if (token.Is(WordClass.Hearsay | WordClass.Sample) && !(awaiting && token.Is(WordClass.Other))
                && !(contact && !token.Is(WordClass.Sample) && message.AnyInClause(WordClass.Contact, i)))
                return true;
        }

        return false;
    }

    // 隔壁小强38.5，我家可可36.6: the own child stands in a clause of its own.
    private static bool SetsOffOwn(Message message, List<Measured> numbers)
    {
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if (message.Span(i) is "我家" or "我们家" or "咱家" or "俺家" or "我家孩子" or "我家娃" or "我娃" or "我孩子" or "俺娃" or "mine"
                && !message.AnyInClause(WordClass.Hearsay | WordClass.Sample, i) && !message.Any(WordClass.Sample | WordClass.Question)
                && numbers.Exists(n => n.Verdict == Verdict.Temperature && n.Token > i && message.SameClause(i, n.Token)))
                return true;
        }

        return false;
    }

    private static ReadingKind Taken(Message message, People people, List<Measured> numbers, List<ReadingEntry> entries, int forAll, bool ofOthers)
    {
        if (ofOthers)
            return message.Context.Setting == ReadingSetting.Group ? ReadingKind.NotCheckin : ReadingKind.AskAgain;
        var inGroup = message.Context.Setting == ReadingSetting.Group;
        if (inGroup && people.Found.Count == 0 && !Nameless.IsCheckin(message, numbers))
            return ReadingKind.NotCheckin;
        if (inGroup && numbers.Exists(n => n.Verdict is Verdict.Unclear or Verdict.Implausible || Doubts.IsUncertainFahrenheit(message, n)))
            return ReadingKind.NotCheckin;
        if (message.Context.Setting == ReadingSetting.PrivateIdle
            && (AfterPlace(message, numbers) || (people.Found.Count == 0 && Doubts.AfterSurname(message, numbers))
                || (people.Found.Count > 0 && numbers.Exists(n => Doubts.IsUncertainFahrenheit(message, n)))))
            return ReadingKind.AskAgain;
        if (Doubts.IsOfThing(message, people, numbers))
            return inGroup ? ReadingKind.NotCheckin : ReadingKind.AskAgain;
        if (forAll > 0 && Doubts.CountsTheSender(message))
            return ReadingKind.AskAgain;
        // 全家都36.5: a number of everybody is nobody's.
        if (people.Found.Count == 0 && forAll == 0 && numbers.Exists(n => n.Verdict == Verdict.Temperature && Doubts.OfEverybody(message, n.Token)))
            return ReadingKind.AskAgain;
        if ((people.Found.Count > 0 && message.Any(WordClass.Both) && Doubts.IsOfUnnamed(message, people, numbers))
            || (people.Found.Count == 1 && numbers.Count > 1 && Doubts.IsOfTwo(message, people, numbers)) || Doubts.IsEstimate(message, people, numbers)
            || Doubts.IsTakenBack(message) || Doubts.IsTwice(message, entries))
            return ReadingKind.AskAgain;
        // One number with nobody's name and a name with no number: whose is it?
        if (entries.Count > 1 && entries.Exists(e => e.Name is null) && people.Found.Count > 0)
            return ReadingKind.AskAgain;
        // 刚跑完步，休息后36.6: told to the bot alone, a reason for the number leaves no doubt about it.
        var hasReason = !inGroup && entries.Exists(e => e.PutsRight || e.FeverReducer);
        if (message.Context.Setting != ReadingSetting.PrivateAwaitingTemperature && !hasReason && Residue.Count(message, people, numbers) > 0)
            return inGroup && !entries.Exists(IsOfOwnChild) ? ReadingKind.NotCheckin : ReadingKind.AskAgain;
        if (message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature
            && (NameCredit.AreDoubtful(message, people) || Doubts.IsHigherWhole(message, numbers) || Doubts.UnknownBefore(message, people, numbers)
                || Doubts.UnknownUnit(message, people, numbers) || Doubts.QuestionHere(message, numbers)))
            return ReadingKind.AskAgain;
        return entries.Count > 1 || forAll > 0 ? ReadingKind.CheckinMany : ReadingKind.Checkin;
    }

    // 王小明38.2，蔫头耷脑的: a reading of the sender's own child with words that are not understood is asked about in private.
    private static bool IsOfOwnChild(ReadingEntry entry) => entry is { PersonId: not null, NotOwn: false, TemperatureTenths: not null };

    private static ReadingKind Untaken(
        Message message, People people, List<Measured> numbers, List<ReadingEntry> judged, ReadingSetting setting, ReadingHint hint)
    {
        var facts = judged.Exists(HasFact) || hint == ReadingHint.NoThermometer;
        var number = numbers.Exists(n => n.Verdict is not Verdict.Foreign);
        switch (setting)
        {
            case ReadingSetting.PrivateAwaitingTemperature:
                if (OnlyNumerals(message))
                    return ReadingKind.AskAgain;
                // 买了体温计36.5元
                if (!facts && numbers.Count > 0 && !number && hint == ReadingHint.None && !message.Any(WordClass.NotMeasured))
                    return ReadingKind.NotCheckin;
                if (facts && (!message.Any(WordClass.Question) || hint == ReadingHint.NoThermometer))
                    return ReadingKind.Partial;
                return number || hint is not (ReadingHint.None or ReadingHint.NeedsHelp)
                    || message.Any(WordClass.NotMeasured | WordClass.Remeasure | WordClass.Thermo) ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            case ReadingSetting.PrivateIdle:
                // 赵六今天没去学校，咳得厉害: a child who is ill is not passed over for a word that is not understood.
                if (facts && ((people.Found.Count > 0 && judged.Exists(e => e.Symptoms != Symptoms.None || e.Absence != Absence.None))
                    || Residue.Count(message, people, numbers) == 0))
                    return ReadingKind.Partial;
                return number && Residue.Count(message, people, numbers) == 0
                    && (people.Found.Count > 0 || numbers.Exists(n => message.Tokens[n.Token].Form is NumberForm.Decimal)) || message.Any(WordClass.NotMeasured)
                    || (people.Found.Count > 0 && message.Any(WordClass.Later))
                    ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            default:
                if (people.Found.Count == 0 || Residue.Count(message, people, numbers) > 0 || message.Says("你", "您", "你们"))
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

    // 江西月36.5: more than the place, touching it.
    private static bool IsNameOfPlace(Message message, int at) =>
        at >= 0 && message.Tokens[at].Kind == TokenKind.Place && message.TouchesNext(at) && message.Tokens[at + 1].End - message.Tokens[at + 1].Start == 1
            && message.Tokens[at + 1].Is(WordClass.Filler | WordClass.OtherUnit);

    // 武汉36.5: the weather, or somebody of that name.
    private static bool AfterPlace(Message message, List<Measured> numbers) =>
        numbers.Exists(
            n => n.Token > 0 && (message.Tokens[n.Token - 1].Kind == TokenKind.Place || IsNameOfPlace(message, n.Token - 2))
            && !message.Any(WordClass.From | WordClass.Back | WordClass.Went | WordClass.At | WordClass.Via | WordClass.Go | WordClass.Leave));

    private static readonly System.Buffers.SearchValues<char> NumeralSigns = System.Buffers.SearchValues.Create("零一二三四五六七八九十百千两点度半");

    private static bool OnlyNumerals(Message message) =>
        message.Tokens.Count > 0 && message.Text.Text.AsSpan().Trim() is var text && text.Length <= 5 && text.IndexOfAnyExcept(NumeralSigns) < 0;

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
        if (message.Any(WordClass.NotMeasured) && numbers.TrueForAll(n => n.Verdict == Verdict.Foreign))
            return ReadingHint.Later;
        if (numbers.Exists(n => n.Verdict == Verdict.Undecided))
            return ReadingHint.Undecided;
        if (numbers.Exists(n => n.Verdict == Verdict.Implausible))
            return ReadingHint.Implausible;
        return numbers.Exists(n => n.DaysAgo > 0) ? ReadingHint.OtherDay : ReadingHint.None;
    }
}
