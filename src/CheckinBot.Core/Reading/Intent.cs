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
        var undecided = numbers.Exists(n => n.Verdict == Verdict.Undecided) || IsOfSeveral(message, people, numbers, entries);
        var kind = judged.Exists(e => e.TemperatureTenths is not null) && !undecided ? Taken(message, people, numbers, judged, forAll, ofOthers) : Untaken(message, people, numbers, judged, setting, hint);
        if (kind is not (ReadingKind.Checkin or ReadingKind.CheckinMany))
            judged = judged.ConvertAll(e => e with { TemperatureTenths = null, Taken = kind == ReadingKind.NotCheckin ? [] : e.Taken });
        return kind == ReadingKind.NotCheckin
            ? new(kind, []) { Hint = hint }
            : new(kind, judged) { Hint = kind is ReadingKind.AskAgain or ReadingKind.Partial ? hint : ReadingHint.None, IsCorrection = message.Any(WordClass.Correction), ForAllOwn = forAll > 0, OwnCount = forAll };
    }

    private static bool AnyInClause(Message message, WordClass classes, int at)
    {
        for (var i = 0; i < message.Tokens.Count; i++)
            if (message.SameClause(i, at) && message.Tokens[i].Is(classes))
                return true;
        return false;
    }

    // 365 and 37 are temperatures only where one is awaited, or with a degree sign.
    private static List<ReadingEntry> Awaited(Message message, List<Measured> numbers, List<ReadingEntry> entries, ReadingSetting setting)
    {
        var awaited = setting is ReadingSetting.PrivateAwaitingTemperature or ReadingSetting.GroupJielong;
        var candidates = numbers.FindAll(n => n.Verdict == Verdict.NeedsContext);
        if (!awaited || candidates.Count != 1 || entries.Count != 1 || entries[0].TemperatureTenths is not null)
            return entries;
        var only = candidates[0];
        if (numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided) || message.Any(WordClass.OtherTopic | WordClass.Question) || only.DaysAgo != 0)
            return entries;
        return [entries[0] with { TemperatureTenths = only.Tenths, Site = only.Site, Taken = [new(only.Tenths, only.Site, only.When)] }];
    }

    private static bool IsAboutTheSender(Message message, People people, List<Measured> numbers, ReadingSetting setting, ReadingHint hint)
    {
        var awaiting = setting == ReadingSetting.PrivateAwaitingTemperature;
        if (IsHearsay(message, awaiting) || message.Tokens.Exists(t => t.Kind == TokenKind.Link))
            return false;
        if (awaiting && message.Text.Text.Length <= 60 && numbers.Exists(n => n.Verdict == Verdict.Temperature && !AnyInClause(message, WordClass.Notice, n.Token)))
            return true;
        if (awaiting && message.Text.Text.Length <= 30 && numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.Undecided))
            return true;
        if (message.Any(WordClass.Notice))
            return false;
        if (awaiting)
            return !message.Any(WordClass.Question) || hint == ReadingHint.NoThermometer || numbers.Count > 0 || message.Any(WordClass.Later | WordClass.NotMeasured);
        var named = people.Found.Count > 0;
        return !message.Any(WordClass.Question) && (named || !message.Any(WordClass.OtherTopic));
    }

    // A rumour, a quotation, a sample; but not 没接触确诊者, which is told of oneself.
    private static bool IsHearsay(Message message, bool awaiting)
    {
        var contact = message.Any(WordClass.Contact);
        // 36.5 看了武汉的新闻很担心: the answer comes first.
        if (awaiting && message.Text.Text.Length <= 40 && message.Tokens is [{ Kind: TokenKind.Number, Form: NumberForm.Decimal }, ..] && !message.Any(WordClass.Sample))
            return false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            // 妈妈确诊，小孩36.6: told of the own family.
            if (awaiting && message.Span(i) is "确诊" && AnyInClause(message, WordClass.Relation | WordClass.Self, i))
                continue;
            if (token.Is(WordClass.Hearsay | WordClass.Sample) && !(awaiting && token.Is(WordClass.Other)) && !(contact && !token.Is(WordClass.Sample) && AnyInClause(message, WordClass.Contact, i)))
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
        if (inGroup && numbers.Exists(n => n.Verdict is Verdict.Unclear or Verdict.Implausible || IsUncertainFahrenheit(message, n)))
            return ReadingKind.NotCheckin;
        if (message.Context.Setting == ReadingSetting.PrivateIdle && (AfterPlace(message, numbers) || (people.Found.Count > 0 && numbers.Exists(n => IsUncertainFahrenheit(message, n)))))
            return ReadingKind.AskAgain;
        // 全家都36.5: a number of everybody is nobody's.
        if (people.Found.Count == 0 && forAll == 0 && numbers.Exists(n => n.Verdict == Verdict.Temperature && OfEverybody(message, n.Token)))
            return ReadingKind.AskAgain;
        if (IsEstimate(message, people, numbers) || IsTwice(message, entries))
            return ReadingKind.AskAgain;
        // One number with nobody's name and a name with no number: whose is it?
        if (entries.Count > 1 && entries.Exists(e => e.Name is null) && people.Found.Count > 0)
            return ReadingKind.AskAgain;
        if (message.Context.Setting != ReadingSetting.PrivateAwaitingTemperature && Residue.Count(message, people, numbers) > 0)
            return inGroup && !entries.Exists(IsOfOwnChild) ? ReadingKind.NotCheckin : ReadingKind.AskAgain;
        if (message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature && (UnknownUnit(message, people, numbers) || QuestionHere(message, numbers)))
            return ReadingKind.AskAgain;
        return entries.Count > 1 || forAll > 0 ? ReadingKind.CheckinMany : ReadingKind.Checkin;
    }

    // 王小明38.2，蔫头耷脑的: a reading of the sender's own child with words that are not understood is asked about in private.
    private static bool IsOfOwnChild(ReadingEntry entry) => entry is { PersonId: not null, NotOwn: false, TemperatureTenths: not null };

    // 没量，估计36.5; 体温计坏了，大概36.5: no measurement.
    private static bool IsEstimate(Message message, People people, List<Measured> numbers)
    {
        if (people.Found.Count > 0)
            return false;
        var number = numbers.Find(n => n.Verdict == Verdict.Temperature).Token;
        if (AnyInClause(message, WordClass.Thermo | WordClass.Site | WordClass.Today, number))
            return false;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if ((token.Is(WordClass.NotMeasured) || (token.Is(WordClass.Intent) && token.Info.Value == 4)) && !AnyInClause(message, WordClass.Today | WordClass.Future | WordClass.Earlier | WordClass.ChildName, i))
                return true;
        }

        return false;
    }

    // 王小明36.5 王小明妈妈36.7: which of them is the child's?
    private static bool IsTwice(Message message, List<ReadingEntry> entries)
    {
        if (entries.Count < 2 || message.Any(WordClass.Correction | WordClass.Remeasure))
            return false;
        var told = entries.FindAll(e => e is { Name: not null, TemperatureTenths: not null });
        return told.DistinctBy(e => e.Name).Count() < told.DistinctBy(e => (e.Name, e.TemperatureTenths)).Count();
    }

    private static ReadingKind Untaken(Message message, People people, List<Measured> numbers, List<ReadingEntry> entries, ReadingSetting setting, ReadingHint hint)
    {
        var facts = entries.Exists(HasFact) || hint == ReadingHint.NoThermometer;
        var number = numbers.Exists(n => n.Verdict is not Verdict.Foreign);
        switch (setting)
        {
            case ReadingSetting.PrivateAwaitingTemperature:
                // 买了体温计36.5元
                if (!facts && numbers.Count > 0 && !number && hint == ReadingHint.None && !message.Any(WordClass.NotMeasured))
                    return ReadingKind.NotCheckin;
                if (OnlyNumerals(message))
                    return ReadingKind.AskAgain;
                if (facts && (!message.Any(WordClass.Question) || hint == ReadingHint.NoThermometer))
                    return ReadingKind.Partial;
                return number || hint is not (ReadingHint.None or ReadingHint.NeedsHelp) || message.Any(WordClass.NotMeasured | WordClass.Remeasure | WordClass.Thermo) ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            case ReadingSetting.PrivateIdle:
                if (facts && Residue.Count(message, people, numbers) == 0)
                    return ReadingKind.Partial;
                return number && Residue.Count(message, people, numbers) == 0 && (people.Found.Count > 0 || numbers.Exists(n => message.Tokens[n.Token].Form is NumberForm.Decimal)) || message.Any(WordClass.NotMeasured) || (people.Found.Count > 0 && message.Any(WordClass.Later))
                    ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
            default:
                if (people.Found.Count == 0 || Residue.Count(message, people, numbers) > 0)
                    return ReadingKind.NotCheckin;
                return facts ? ReadingKind.Partial : numbers.Exists(n => n.Verdict is Verdict.Undecided or Verdict.NeedsContext or Verdict.Temperature || n.LikelyTenths is not null) || message.Any(WordClass.NotMeasured | WordClass.Later) ? ReadingKind.AskAgain : ReadingKind.NotCheckin;
        }
    }

    // Two numbers of a parent of two, with no name and no time of the day: which is whose?
    private static bool IsOfSeveral(Message message, People people, List<Measured> numbers, List<ReadingEntry> entries)
    {
        if (people.Found.Count > 0 || entries.Count != 1)
            return false;
        var told = numbers.FindAll(n => n.Verdict == Verdict.Temperature && n.DaysAgo == 0);
        // 一年级的36.5，三年级的36.7
        if (told.Count > 1 && told.TrueForAll(n => AnyInClause(message, WordClass.ClassWord, n.Token)) && !message.SameClause(told[0].Token, told[^1].Token))
            return true;
        if (message.Context.Own.Count < 2)
            return false;
        return told.Count > 1 && told.Exists(n => n.Tenths != told[0].Tenths) && told.TrueForAll(n => n.When is null && !n.Remeasured && n.Site == told[0].Site);
    }

    // 98.5 beside a Chinese name, or in a group, may be a mark in a test.
    private static bool IsUncertainFahrenheit(Message message, Measured number)
    {
        if (number.Verdict != Verdict.Temperature || message.Tokens[number.Token].Hundredths < 9000)
            return false;
        if (number.Token + 1 < message.Tokens.Count && message.Tokens[number.Token + 1].Is(WordClass.FahrenheitUnit))
            return false;
        if (message.Any(WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Normal | WordClass.Home | WordClass.NotOut | WordClass.FahrenheitUnit))
            return false;
        return message.Context.Setting == ReadingSetting.Group || message.Text.Text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
    }

    private static bool OfEverybody(Message message, int number)
    {
        for (var i = number - 1; i > 0 && message.SameClause(i, number); i--)
        {
            if (!message.Tokens[i].Is(WordClass.All))
                continue;
            var before = message.Span(i - 1);
            return message.Tokens[i - 1].Is(WordClass.Relation | WordClass.Child | WordClass.Self) || before.StartsWith("全家") || before.StartsWith("一家") || before is "我们" or "我们家" or "三口" or "家里" or "大家";
        }

        return false;
    }

    // 武汉36.5: the weather, or somebody of that name.
    private static bool AfterPlace(Message message, List<Measured> numbers) =>
        numbers.Exists(n => n.Token > 0 && message.Tokens[n.Token - 1].Kind == TokenKind.Place && !message.Any(WordClass.From | WordClass.Back | WordClass.Went | WordClass.At | WordClass.Via | WordClass.Go | WordClass.Leave));

    private static readonly System.Buffers.SearchValues<char> NumeralSigns = System.Buffers.SearchValues.Create("零一二三四五六七八九十百两点度半");

    private static bool OnlyNumerals(Message message) =>
        message.Tokens.Count > 0 && message.Text.Text.AsSpan().Trim() is var text && text.Length <= 4 && text.IndexOfAnyExcept(NumeralSigns) < 0;

    private static bool HasFact(ReadingEntry e) =>
        e.Travel != Travel.Unknown || e.Symptoms != Symptoms.None || e.Absence != Absence.None || e.Isolation != Isolation.None || e.SaidNormal || e.Contact || e.SeenDoctor is not null;

    private static bool UnknownUnit(Message message, People people, List<Measured> numbers)
    {
        foreach (var number in numbers)
        {
            var next = number.Token + 1;
            if (number.Verdict is not (Verdict.Temperature or Verdict.NeedsContext) || next >= message.Tokens.Count || !message.TouchesNext(number.Token))
                continue;
            // 36.5的那种: the number says what something is like.
            if (message.Span(next) is "的" && message.TouchesNext(next))
            {
                next++;
                if (message.Tokens[next].Is(WordClass.OtherTopic | WordClass.OtherCue | WordClass.NotName))
                    return true;
            }

            if (message.Tokens[next].Kind == TokenKind.Unknown && !people.Signature[next])
                return true;
            // 36.5度38
            while (message.Tokens[next].Is(WordClass.CelsiusUnit) && next + 1 < message.Tokens.Count && message.TouchesNext(next))
                next++;
            if (numbers.Exists(n => n.Token == next && n.Verdict is not (Verdict.Foreign or Verdict.Temperature)))
                return true;
        }

        return false;
    }

    private static bool QuestionHere(Message message, List<Measured> numbers) =>
        numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.NeedsContext && AnyInClause(message, WordClass.Question | WordClass.Notice, n.Token) && !OnlyWorries(message, n.Token));

    // 38.2怎么办: the value is told, the question is what to do.
    private static bool OnlyWorries(Message message, int at)
    {
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var isMark = message.Tokens[i].Kind == TokenKind.Mark && i > 0 && message.Span(i - 1) is "怎么办";
            if (message.SameClause(i, at) && message.Tokens[i].Is(WordClass.Question | WordClass.Notice) && !isMark && message.Span(i) is not "怎么办")
                return false;
        }

        return true;
    }

    private static ReadingHint Hint(Message message, List<Measured> numbers)
    {
        foreach (var token in message.Tokens)
        {
            if (token.Is(WordClass.Intent))
                return token.Info.Value switch { 1 => ReadingHint.AlreadyDone, 2 => ReadingHint.SameAsYesterday, 3 => ReadingHint.NeedsHelp, _ => ReadingHint.NoThermometer };
            if (token.Is(WordClass.Later))
                return ReadingHint.Later;
        }

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
