using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>What a message tells of health besides the number.</summary>
internal record struct HealthFacts(Symptoms Symptoms, bool? SeenDoctor, Absence Absence, Isolation Isolation, bool Contact, bool SaidNormal)
{
    /// <summary>Contact was denied (跟我们没接触), also with somebody who travelled.</summary>
    public bool DeniesContact { get; set; }

    /// <summary>Symptoms that were denied (没有咳嗽) or are over (不咳了).</summary>
    public Symptoms NotSymptoms { get; set; }

    /// <summary>Quarantine was denied or is over.</summary>
    public bool NotIsolation { get; set; }

    /// <summary>An absence was denied.</summary>
    public bool NotAbsent { get; set; }

    /// <summary>What is denied, and not told in the same words.</summary>
    public readonly Retraction Denied(bool isPresent) => new()
    {
        Symptoms = NotSymptoms & ~Symptoms,
        Isolation = NotIsolation && Isolation == Isolation.None,
        Contact = DeniesContact && !Contact,
        Absence = Absence == Absence.None && (NotAbsent || isPresent),
        IsOver = true,
    };
}

/// <summary>Reads symptoms with the scope of their negation, doctor, absence and quarantine.</summary>
internal static class Health
{
    public static HealthFacts Read(Message message, bool[] signature, int from, int to)
    {
        var facts = new HealthFacts();
        var negated = false;
        var carries = false;
        var ofOther = false;
        var earlier = Symptoms.None;
        for (var i = from; i < to; i++)
        {
            var token = message.Tokens[i];
            if (i == from || !message.SameClause(i - 1, i))
            {
                negated = negated && i > from && carries && token.Is(WordClass.Symptom);
                // 爸爸从武汉回来，居家隔离: the subject of the clause before.
                ofOther = HealthSubjects.IsOfSomebodyElse(message, signature, i, to) || (ofOther && HealthSubjects.TellsOnlyOfQuarantine(message, i, to));
            }

            if (message.Span(i) is "但" or "但是" or "不过" or "可是" or "只是" or "就是" or "有点" or "有点儿" or "有些" or "but")
                negated = false;
            if (ofOther || message.Diagnoses.IsDenied(i) || token.Kind == TokenKind.Mark
                || (token.Is(WordClass.Filler | WordClass.And | WordClass.Or) && !token.Is(WordClass.Negation | WordClass.Normal)))
                continue;
            // 没外出 咳嗽, 没外出 居家隔离: behind a space the word for staying at home denies nothing more; 无外出 发热 咳嗽 is a list.
            if (negated && !carries && token.Is(WordClass.Symptom | WordClass.Isolation | WordClass.Absence | WordClass.Contact)
                && i > from && message.Tokens[i - 1].Is(WordClass.NotOut) && !message.TouchesNext(i - 1))
                negated = false;
            // 咳嗽没有了: the word behind the symptom, and nothing after it.
            if (token.Is(WordClass.Negation) && i > from && message.Tokens[i - 1].Is(WordClass.Symptom)
                && message.SameClause(i - 1, i) && EndsClause(message, i, to))
            {
                var gone = (Symptoms)message.Tokens[i - 1].Info.Value;
                (facts.Symptoms, facts.NotSymptoms) = (facts.Symptoms & ~gone, facts.NotSymptoms | gone);
                continue;
            }

            if (token.Is(WordClass.Negation) || StartsNegated(message, i))
            {
                negated = true;
                // no travel, cough tells of a cough; no travel, fever or cough denies all of them.
                carries = message.First(i) is '无' || (message.First(i) is 'n' && (!token.Is(WordClass.NotOut) || message.Any(WordClass.Or, i, to)));
            }

            Apply(message, i, negated, ref facts, ref earlier);
            if (!token.Is(WordClass.Symptom | WordClass.Negation | WordClass.Contact | WordClass.Normal | WordClass.NotOut | WordClass.Hedge | WordClass.Child)
                && token.Kind != TokenKind.Unknown)
                negated = false;
        }

        if (facts.Absence == Absence.Unspecified && facts.Symptoms != Symptoms.None)
            facts.Absence = Absence.IllAtHome;
        // 今天请假，有事: a matter of the family, which is reason enough.
        else if (facts.Absence == Absence.Unspecified && HasSomethingOn(message))
            facts.Absence = Absence.Leave;
        return facts;
    }

    private static bool EndsClause(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Kind != TokenKind.Mark && message.Span(i) is not "了") return false;
        }

        return true;
    }

    /// <summary>有事, something came up: what there is to do is the family's own matter.</summary>
    public static bool HasSomethingOn(Message message) => message.Says(
        "有事", "有点事", "有些事", "有私事", "家里有事", "家中有事", "临时有事", "有急事", "something came up", "something on", "personal matter");

    private static void Apply(Message message, int at, bool negated, ref HealthFacts facts, ref Symptoms earlier)
    {
        var token = message.Tokens[at];
        if (token.Is(WordClass.Recovered))
        {
            if (negated && message.Tokens[at - 1].Is(WordClass.Negation))
                facts.Symptoms |= Symptoms.Fever;
            else
                (facts.Symptoms, facts.NotSymptoms) =
                    (facts.Symptoms & ~Gone(message.Span(at)), facts.NotSymptoms | Named(message, at, Gone(message.Span(at))));
            return;
        }

        if (token.Is(WordClass.Normal))
        {
            facts.SaidNormal |= !(at > 0 && message.Tokens[at - 1].Is(WordClass.Negation));
            // 前几天咳嗽，今天没事了
            if (!negated || StartsNegated(message, at))
                facts.Symptoms &= ~(OfTemperature(message.Span(at)) ? earlier & Symptoms.Fever : earlier);
            facts.NotSymptoms |= Excluded(message.Span(at));
            return;
        }

        if (token.Is(WordClass.Symptom))
        {
            if (negated)
                facts.NotSymptoms |= (Symptoms)token.Info.Value;
            if (!negated)
            {
                facts.Symptoms |= (Symptoms)token.Info.Value;
                if (HealthSubjects.IsOfAnEarlierDay(message, at))
                    earlier |= (Symptoms)token.Info.Value;
            }
            else if (((Symptoms)token.Info.Value & (Symptoms.Fever | Symptoms.Other)) != 0)
            {
                facts.SaidNormal = true;
            }
        }

        if (token.Is(WordClass.Doctor))
            facts.SeenDoctor = HealthSubjects.SeenDoctor(message, at, negated) ?? facts.SeenDoctor;
        if (token.Is(WordClass.Contact))
            (facts.DeniesContact, facts.Contact) = (facts.DeniesContact || negated, facts.Contact || !negated);
        facts.NotAbsent |= token.Is(WordClass.Absence) && negated;
        facts.NotIsolation |= token.Is(WordClass.Isolation) && (negated || token.Info.Value == 9);
        if (token.Is(WordClass.Absence) && !negated && !LeaveAhead.IsAhead(message, at))
            facts.Absence = Stronger(facts.Absence, (Absence)token.Info.Value);
        if (token.Is(WordClass.Isolation) && !negated)
            facts.Isolation = Quarantined(message, at, facts.Isolation);
    }

    // SHN at a hotel is quarantine in a centre.
    private static Isolation Quarantined(Message message, int at, Isolation known)
    {
        var told = message.Tokens[at].Info.Value;
        // 已解除居家隔离
        if (told == 9 || (at > 0 && message.Tokens[at - 1] is var before && before.Is(WordClass.Isolation) && before.Info.Value == 9))
            return Isolation.None;
        for (var i = at + 1; i < message.Tokens.Count && message.SameClause(i, at); i++)
        {
            if (message.Span(i) is "hotel" or "酒店" or "宾馆")
                return Isolation.Central;
        }

        return (Isolation)Math.Max((int)known, told);
    }

    // 咳嗽好了, cough gone: of all that was told before, what the clause names.
    private static Symptoms Named(Message message, int at, Symptoms gone)
    {
        var named = Symptoms.None;
        for (var i = message.ClauseStart(at); i < at; i++)
        {
            if (message.Tokens[i].Is(WordClass.Symptom))
                named |= (Symptoms)message.Tokens[i].Info.Value;
        }

        return named == Symptoms.None ? gone : gone & named;
    }

    /// <summary>The symptoms that are over: 退烧 the fever alone, 好了 all that was told before.</summary>
    private static Symptoms Gone(ReadOnlySpan<char> word)
    {
        if (word.Contains('烧') || word.Contains('热') || word.Contains('退') || word.Contains("fever", StringComparison.Ordinal))
            return Symptoms.Fever;
        if (word.Contains('咳'))
            return Symptoms.Cough;
        if (word.Contains('流'))
            return Symptoms.RunnyNose;
        if (word.Contains('吐'))
            return Symptoms.Vomiting;
        if (word.Contains('拉'))
            return Symptoms.Diarrhoea;
        if (word.Contains('肚'))
            return Symptoms.StomachAche;
        if (word.Contains('头'))
            return Symptoms.Headache;
        if (word.Contains('嗓') || word.Contains('喉'))
            return Symptoms.SoreThroat;
        // Better is not yet well.
        return word is "好多了" or "better" or "feeling better" or "much better" ? Symptoms.None : (Symptoms)~0;
    }

    /// <summary>The symptoms that a word for being well excludes: 没有症状 all of them, 没发烧 the fever alone, 正常 none.</summary>
    private static Symptoms Excluded(ReadOnlySpan<char> word) =>
        OfTemperature(word) ? Symptoms.Fever
        : word.Contains("症状", StringComparison.Ordinal) || word.Contains("不适", StringComparison.Ordinal) || word.Contains("symptom", StringComparison.Ordinal)
            || word is "没事" or "没啥事" or "没什么事" ? (Symptoms)~0
        : Symptoms.None;

    private static bool OfTemperature(ReadOnlySpan<char> word) =>
        word.Contains('烧') || word.Contains('热') || word.Contains("体温", StringComparison.Ordinal) || word.Contains("fever", StringComparison.Ordinal);

    // 住院 says more than 请假.
    private static Absence Stronger(Absence known, Absence told) =>
        known == Absence.None || known == Absence.Unspecified || told == Absence.Hospital ? told : known;

    private static bool StartsNegated(Message message, int at) =>
        message.Tokens[at].Kind == TokenKind.Word && message.Tokens[at].Is(WordClass.Normal | WordClass.NotOut)
        && (message.First(at) is '没' or '无' or '不' or '未' or '冇' or '唔' || message.Span(at).StartsWith("no ") || message.Span(at).StartsWith("not "));
}
