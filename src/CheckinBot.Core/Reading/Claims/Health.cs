using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

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
    // The value of words for a quarantine that has ended.
    private const int Over = 9;

    public static HealthFacts Read(Message message, int from, int to)
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
                ofOther = Whose.IsOfSomebodyElse(message, i, to) || (ofOther && Whose.TellsOnlyOfQuarantine(message, i, to));
            }
            if (message.Is(i, Term.Yet)) negated = false;
            if (ofOther || message.ClauseOf(i).TakesBack || token.Kind == TokenKind.Mark
                || (token.Is(WordClass.Filler | WordClass.And | WordClass.Or) && !token.Is(WordClass.Negation | WordClass.Normal)))
                continue;
            // 没外出 咳嗽, 没外出 居家隔离: behind a space the word for staying at home denies nothing more; 无外出 发热 咳嗽 is a list.
            if (negated && !carries && token.Is(WordClass.Symptom | WordClass.Isolation | WordClass.Absence | WordClass.Contact)
                && i > from && message.Is(i - 1, WordClass.NotOut) && !message.TouchesNext(i - 1))
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
                carries = Terms.Is(message.First(i), Term.NoneOf)
                    || (message.First(i) is 'n' && (!token.Is(WordClass.NotOut) || message.Any(WordClass.Or, i, to)));
            }

            Apply(message, i, negated, ref facts, ref earlier);
            if (!token.Is(WordClass.Symptom | WordClass.Negation | WordClass.Contact | WordClass.Normal | WordClass.NotOut | WordClass.Hedge | WordClass.Child)
                && token.Kind != TokenKind.Unknown)
                negated = false;
        }

        if (facts.Absence == Absence.Unspecified && facts.Symptoms != Symptoms.None) facts.Absence = Absence.IllAtHome;
        // 今天请假，有事: a matter of the family, which is reason enough.
        else if (facts.Absence == Absence.Unspecified && HasSomethingOn(message))
            facts.Absence = Absence.Leave;
        return facts;
    }

    private static bool EndsClause(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Kind != TokenKind.Mark && !message.Is(i, Term.DoneSign)) return false;
        }

        return true;
    }

    /// <summary>有事, something came up: what there is to do is the family's own matter.</summary>
    public static bool HasSomethingOn(Message message) => message.Says(Term.SomethingOn);

    private static void Apply(Message message, int at, bool negated, ref HealthFacts facts, ref Symptoms earlier)
    {
        var token = message.Tokens[at];
        if (token.Is(WordClass.Recovered))
        {
            if (negated && message.Is(at - 1, WordClass.Negation))
                facts.Symptoms |= Symptoms.Fever;
            else
                (facts.Symptoms, facts.NotSymptoms) =
                    (facts.Symptoms & ~Gone(message.Span(at)), facts.NotSymptoms | Named(message, at, Gone(message.Span(at))));
            return;
        }

        if (token.Is(WordClass.Normal))
        {
            facts.SaidNormal |= !message.Is(at - 1, WordClass.Negation);
            // 前几天咳嗽，今天没事了
            if (!negated || StartsNegated(message, at))
                facts.Symptoms &= ~(Terms.In(message.Span(at), Term.OfTemperature) ? earlier & Symptoms.Fever : earlier);
            facts.NotSymptoms |= Excluded(message.Span(at));
            return;
        }

        if (token.Is(WordClass.Symptom))
        {
            var symptom = (Symptoms)token.Info.Value;
            if (!negated)
            {
                facts.Symptoms |= symptom;
                // 前几天发烧
                if (message.Any(WordClass.Earlier | WordClass.LongAgo, message.ClauseStart(at), at)) earlier |= symptom;
            }
            else
            {
                facts.NotSymptoms |= symptom;
                facts.SaidNormal |= (symptom & (Symptoms.Fever | Symptoms.Other)) != 0;
            }
        }

        if (token.Is(WordClass.Doctor)) facts.SeenDoctor = SeenDoctor(message, at, negated) ?? facts.SeenDoctor;
        if (token.Is(WordClass.Contact))
            (facts.DeniesContact, facts.Contact) = (facts.DeniesContact || negated, facts.Contact || !negated);
        facts.NotAbsent |= token.Is(WordClass.Absence) && negated;
        facts.NotIsolation |= token.Is(WordClass.Isolation) && (negated || token.Info.Value == Over);
        if (token.Is(WordClass.Absence) && !negated && !message.ClauseOf(at).IsAhead)
            facts.Absence = Stronger(facts.Absence, (Absence)token.Info.Value);
        if (token.Is(WordClass.Isolation) && !negated) facts.Isolation = Quarantined(message, at, facts.Isolation);
    }

    // Has a doctor been seen? null where it is planned (明天去看医生) or not said to be done (去看医生).
    private static bool? SeenDoctor(Message message, int at, bool negated)
    {
        if (negated) return false;
        var how = message.Tokens[at].Info.Value;
        if (how == 0) return true;
        if (message.AnyInClause(WordClass.Future | WordClass.Plan | WordClass.Question | WordClass.Later, at)) return null;
        var isVisit = how == 1 && (message.AnyBefore(at, WordClass.Earlier) || message.AnyBehind(at, WordClass.Past | WordClass.Back | WordClass.Earlier)
            || message.AnyBehind(at, Term.DoneSign, message.Tokens.Count));
        return isVisit || message.AnyBefore(at, Term.Already) ? true : null;
    }

    // SHN at a hotel is quarantine in a centre.
    private static Isolation Quarantined(Message message, int at, Isolation known)
    {
        var told = message.Tokens[at].Info.Value;
        // 已解除居家隔离
        if (told == Over || (message.Is(at - 1, WordClass.Isolation) && message.Tokens[at - 1].Info.Value == Over)) return Isolation.None;
        return message.AnyBehind(at, Term.Hotel, message.Tokens.Count) ? Isolation.Central : (Isolation)Math.Max((int)known, told);
    }

    // 咳嗽好了, cough gone: of all that was told before, what the clause names.
    private static Symptoms Named(Message message, int at, Symptoms gone)
    {
        var named = message.Tokens[message.ClauseStart(at)..at].Where(token => token.Is(WordClass.Symptom))
            .Aggregate(Symptoms.None, (all, token) => all | (Symptoms)token.Info.Value);
        return named == Symptoms.None ? gone : gone & named;
    }

    /// <summary>The symptoms that are over: 退烧 the fever alone, 好了 all that was told before.</summary>
    private static Symptoms Gone(ReadOnlySpan<char> word)
    {
        foreach (var sign in Terms.All(Term.GoneSign))
        {
            if (word.Contains(sign, StringComparison.Ordinal)) return (Symptoms)Terms.Value(sign, Term.GoneSign);
        }

        return Terms.Is(word, Term.OnlyBetter) ? Symptoms.None : (Symptoms)~0;
    }

    /// <summary>The symptoms that a word for being well excludes: 没有症状 all of them, 没发烧 the fever alone, 正常 none.</summary>
    private static Symptoms Excluded(ReadOnlySpan<char> word) =>
        Terms.In(word, Term.OfTemperature) ? Symptoms.Fever
        : Terms.In(word, Term.AnySymptom) || Terms.Is(word, Term.NothingWrong) ? (Symptoms)~0
        : Symptoms.None;

    // 住院 says more than 请假.
    private static Absence Stronger(Absence known, Absence told) =>
        known == Absence.None || known == Absence.Unspecified || told == Absence.Hospital ? told : known;

    private static bool StartsNegated(Message message, int at) =>
        message.Is(at, TokenKind.Word) && message.Is(at, WordClass.Normal | WordClass.NotOut)
        && Terms.Begin(message.Span(at), Term.NegatedStart) > 0;
}
