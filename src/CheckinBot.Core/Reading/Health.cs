using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>What a message tells of health besides the number.</summary>
internal record struct HealthFacts(Symptoms Symptoms, bool? SeenDoctor, Absence Absence, Isolation Isolation, bool Contact, bool SaidNormal);

/// <summary>Reads symptoms with the scope of their negation, doctor, absence and quarantine.</summary>
internal static class Health
{
    public static HealthFacts Read(Message message, int from, int to)
    {
        var facts = new HealthFacts();
        var negated = false;
        var carries = false;
        for (var i = from; i < to; i++)
        {
            var token = message.Tokens[i];
            if (i > from && !message.SameClause(i - 1, i))
                negated = negated && carries && token.Is(WordClass.Symptom);
            if (message.Span(i) is "但" or "但是" or "不过" or "可是" or "只是" or "就是" or "有点" or "有点儿" or "有些" or "but")
                negated = false;
            if (token.Kind == TokenKind.Mark || token.Is(WordClass.Filler | WordClass.And | WordClass.Or) && !token.Is(WordClass.Negation | WordClass.Normal))
                continue;
            if (token.Is(WordClass.Negation) || StartsNegated(message, i))
            {
                negated = true;
                carries = message.First(i) is '无' or 'n';
            }

            Apply(message, i, negated, ref facts);
            if (!token.Is(WordClass.Symptom | WordClass.Negation | WordClass.Contact | WordClass.Normal | WordClass.NotOut | WordClass.Hedge) && token.Kind != TokenKind.Unknown)
                negated = false;
        }

        if (facts.Absence == Absence.Unspecified && facts.Symptoms != Symptoms.None)
            facts.Absence = Absence.IllAtHome;
        return facts;
    }

    private static void Apply(Message message, int at, bool negated, ref HealthFacts facts)
    {
        var token = message.Tokens[at];
        if (token.Is(WordClass.Recovered))
        {
            if (negated && message.Tokens[at - 1].Is(WordClass.Negation))
                facts.Symptoms |= Symptoms.Fever;
            return;
        }

        if (token.Is(WordClass.Normal))
        {
            facts.SaidNormal |= !(at > 0 && message.Tokens[at - 1].Is(WordClass.Negation));
            return;
        }

        if (token.Is(WordClass.Symptom))
        {
            if (!negated)
                facts.Symptoms |= (Symptoms)token.Info.Value;
            else if (((Symptoms)token.Info.Value & (Symptoms.Fever | Symptoms.Other)) != 0)
                facts.SaidNormal = true;
        }

        if (token.Is(WordClass.Doctor))
            facts.SeenDoctor = !negated;
        if (token.Is(WordClass.Contact) && !negated)
            facts.Contact = true;
        if (token.Is(WordClass.Absence) && !negated)
            facts.Absence = Stronger(facts.Absence, (Absence)token.Info.Value);
        if (token.Is(WordClass.Isolation) && !negated)
            facts.Isolation = token.Info.Value == 9 ? Isolation.None : (Isolation)Math.Max((int)facts.Isolation, token.Info.Value);
    }

    // 住院 says more than 请假.
    private static Absence Stronger(Absence known, Absence told) =>
        known == Absence.None || known == Absence.Unspecified || told == Absence.Hospital ? told : known;

    private static bool StartsNegated(Message message, int at) =>
        message.Tokens[at].Kind == TokenKind.Word && message.Tokens[at].Is(WordClass.Normal | WordClass.NotOut)
        && (message.First(at) is '没' or '无' or '不' or '未' or '冇' or '唔' || message.Span(at).StartsWith("no ") || message.Span(at).StartsWith("not "));
}
