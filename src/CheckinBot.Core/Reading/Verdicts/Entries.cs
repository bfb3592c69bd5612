using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>Gives each person of a message the numbers and facts that stand with the name.</summary>
internal static class Entries
{
    private sealed class Part(int from)
    {
        public int From { get; } = from;
        public int To { get; set; }
        public List<Named> Names { get; } = [];
        public List<Measured> Numbers { get; } = [];
    }

    /// <param name="message">The message.</param>
    /// <param name="diagnoses">What illness it tells.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="forAll">It is about all of the sender's children: how many are told, 0 where it is not.</param>
    public static List<ReadingEntry> Build(Message message, Diagnoses diagnoses, List<Measured> numbers, out int forAll)
    {
        var parts = Split(message, numbers);
        forAll = message.People.Found.Count == 0 ? Count(message) : 0;
        if (forAll > 0 && parts[0].Numbers.Count == forAll && parts[0].Numbers.TrueForAll(n => n.Verdict == Verdict.Temperature))
            return OneEach(message, diagnoses, parts[0], ref forAll);
        var entries = new List<ReadingEntry>();
        var shared = parts.Count > 1 ? SharedFrom(message, parts[^1]) : -1;
        if (shared < 0 && parts.Count > 1) shared = StayOfAll(message, parts);
        // 两个都没出门，老大36.5，老二36.6: said of all before the first name.
        var lead = SharedUntil(message, parts);
        foreach (var part in parts)
        {
            var to = shared >= 0 && part.To > shared ? shared : part.To;
            var entry = Entry(message, diagnoses, part.Numbers, part.From, to);
            if (shared >= 0) entry = MergedEntries.Of(entry, Entry(message, diagnoses, [], shared, message.Tokens.Count));
            if (lead > 0 && part.From > 0) entry = MergedEntries.Of(entry, Entry(message, diagnoses, [], 0, lead));
            if (part.Names.Count == 0) entries.Add(entry);
            // Emma & Liam: 36.5, 36.7 is one each, in the order of the names.
            var told = part.Numbers.FindAll(n => n.Verdict == Verdict.Temperature);
            if (part.Names.Count > 1 && told.Count == part.Names.Count)
            {
                entries.AddRange(
                    part.Names.Select(
                        (named, i) =>
                            NameMatcher.Bind(Entry(message, diagnoses, [told[i]], part.From, to) with { Name = named.Name }, named, message.Context)));
                continue;
            }

            foreach (var named in part.Names)
                entries.Add(NameMatcher.Bind(entry with { Name = named.Name }, named, message.Context));
        }

        return MergedEntries.Gathered(entries);
    }

    // 两个娃36.5和36.7: one each, in an order that only the sender knows.
    private static List<ReadingEntry> OneEach(Message message, Diagnoses diagnoses, Part part, ref int forAll)
    {
        forAll = 0;
        return part.Numbers.ConvertAll(n => Entry(message, diagnoses, [n], part.From, part.To));
    }

    private static int Count(Message message) =>
        // 两个小时前, 俩礼拜: of time, and not of children.
        !message.Any(WordClass.Both) ? 0 : Enumerable.Range(0, message.Tokens.Count)
            .Where(i => message.Is(i, WordClass.Both) && !(message.TouchesNext(i) && Periods.IsOfTime(message.Span(i + 1))))
            .Select(i => message.Tokens[i].Info.Value).FirstOrDefault();

    // A new part begins at each name, unless the part has no number yet and the names are joined (小明和小红都是36.5).
    private static List<Part> Split(Message message, List<Measured> numbers)
    {
        var parts = new List<Part> { new(0) };
        var usable = numbers.FindAll(n => n.Verdict != Verdict.Foreign);
        var nextNumber = 0;
        foreach (var named in message.People.Found)
        {
            while (nextNumber < usable.Count && usable[nextNumber].Token < named.Token)
                parts[^1].Numbers.Add(usable[nextNumber++]);
            var current = parts[^1];
            var isSame = current.Names.Exists(n => n.Name == named.Name);
            if (isSame && current.Numbers.Count == 0) continue;
            var joined = current.Names.Count > 0 && current.Numbers.Count == 0 && Joined(message, current.Names[^1].Token, named.Token);
            var signsLate = current.Names.Count == 0 && nextNumber == usable.Count
                && (current.Numbers.Count == 0 || Signs(message, named, current.Numbers[^1].Token));
            var firstName = current.Names.Count == 0 && current.Numbers.Count == 0;
            if (!joined && !signsLate && !firstName)
            {
                current.To = named.Token;
                parts.Add(current = new(named.Token));
            }

            current.Names.Add(named);
        }

        parts[^1].Numbers.AddRange(usable.Skip(nextNumber));
        parts[^1].To = message.Tokens.Count;
        return parts;
    }

    // 36.5 王小明, 36.5，王小明: the name stands beside the number or alone, and is not the subject of something else.
    private static bool Signs(Message message, Named named, int number)
    {
        // 36.5 姐姐从长沙回来了
        if (message.Is(named.Token, WordClass.ChildName) && named.Token + 1 < message.Tokens.Count
            && message.Is(named.Token + 1, WordClass.From | WordClass.At | WordClass.Went | WordClass.Back))
            return false;
        if (message.SameClause(number, named.Token)) return true;
        const WordClass beside = WordClass.SignedFor | WordClass.Relation | WordClass.Home | WordClass.NotOut | WordClass.ClassWord | WordClass.Filler;
        return Enumerable.Range(message.ClauseStart(named.Token), message.ClauseEnd(named.Token) - message.ClauseStart(named.Token))
            .All(i => i == named.Token || !message.Is(i, TokenKind.Word) || message.Is(i, beside));
    }

    private static bool Joined(Message message, int first, int second) =>
        Enumerable.Range(first + 1, second - first - 1).All(
            i => message.Is(i, WordClass.And) || message.Is(i, TokenKind.Unknown)
                || (message.Is(i, TokenKind.Mark) && message.First(i) is '、' or ',' or '&' or '+' or '/'));

    // "both home", 都没出门: the last clause, without a number, is about everybody named.
    private static int SharedFrom(Message message, Part last) =>
        last.Numbers.Count == 0 ? -1 : message.Tokens.FindIndex(last.Numbers[^1].Token + 1, token => token.Is(WordClass.Both | WordClass.All));

    private static int SharedUntil(Message message, List<Part> parts)
    {
        if (parts.Count < 2 || parts[0].Names.Count == 0 || parts[0].Numbers.Count == 0) return -1;
        var end = message.People.Found.Find(n => !message.SameClause(n.Token, 0) || n.Token == 0).Token;
        return end > 0 && message.Any(WordClass.Both | WordClass.All, 0, end) && !parts[0].Numbers.Exists(n => n.Token < end) ? end : -1;
    }

    // Emma 36.5, Liam 36.7, no travel: the last clause tells only of staying, and nobody before has a journey of their own.
    private static int StayOfAll(Message message, List<Part> parts)
    {
        var last = parts[^1];
        if (parts.Exists(p => p.Names.Count == 0 || p.Numbers.Count == 0)) return -1;
        var from = message.ClauseEnd(last.Numbers[^1].Token);
        if (from >= message.Tokens.Count || Journeys.Read(message, from, message.Tokens.Count).Travel != Travel.No) return -1;
        foreach (var part in parts)
        {
            var to = part == last ? from : part.To;
            if (Journeys.Read(message, part.From, to) is not { Travel: Travel.Unknown, OthersCame: false }
                || message.Any(WordClass.RelativeHome | WordClass.Isolation, part.From, to))
                return -1;
        }

        return from;
    }

    private static ReadingEntry Entry(Message message, Diagnoses diagnoses, List<Measured> numbers, int from, int to)
    {
        var health = Health.Read(message, from, to);
        var text = to > from ? message.Text.Text.AsSpan()[message.Tokens[from].Start..message.Tokens[to - 1].End] : [];
        var journey = Journeys.Read(message, from, to);
        var (diseases, onlySuspected) = diagnoses.In(from, to);
        var travel = journey.Travel;
        // 老大去了信阳，老二没去: denies the journey that was told of another child.
        if (travel == Travel.Unknown && journey.DeniesGoing && message.People.Found.Count > 1 && Journeys.Read(message, 0, from).Travel == Travel.Yes)
            travel = Travel.No;
        // Quarantine is a status of its own, and not simply "at home".
        if (travel == Travel.No && health.Isolation != Isolation.None && !message.Any(WordClass.NotOut, from, to))
            travel = Travel.Unknown;
        var entry = new ReadingEntry
        {
            Travel = travel,
            Place = journey.Place,
            ReturnedOn = journey.DaysAgo is { } ago && message.Context.Today != default ? message.Context.Today.AddDays(-ago) : null,
            StillAway = journey.StillAway,
            Symptoms = health.Symptoms,
            SeenDoctor = health.SeenDoctor,
            Absence = health.Absence == Absence.Unspecified && diseases != Diseases.None ? Absence.IllAtHome : health.Absence,
            Diseases = diseases,
            OnlySuspected = onlySuspected,
            NotDiseases = diagnoses.DeniedIn(from, to),
            Isolation = health.Isolation,
            Contact = health.Contact || (journey.OthersCame && !health.DeniesContact),
            SaidNormal = health.SaidNormal,
            FeverReducer = Remarks.TellFeverReducer(text),
            PutsRight = Remarks.TellHeat(text),
            Denied = health.Denied(Remarks.TellPresence(text)) with { Travel = journey.DeniesPlace, FeverReducer = Remarks.DenyFeverReducer(text) },
        };
        return Reading(entry, numbers, message.Any(WordClass.Backfill), BackfilledDays(message));
    }

    // 补报昨天的：王小明36.5
    private static int BackfilledDays(Message message)
    {
        var backfill = message.Any(WordClass.Backfill)
            ? Enumerable.Range(0, message.Tokens.Count - 1).FirstOrDefault(i => message.Is(i, WordClass.Backfill) && message.Is(i + 1, WordClass.Earlier), -1)
            : -1;
        return backfill < 0 ? 0 : message.Tokens[backfill + 1].Info.Value;
    }

    // The highest of today counts, unless the last is a new measurement or a correction, or of the ear after the forehead.
    private static ReadingEntry Reading(ReadingEntry entry, List<Measured> numbers, bool backfill, int backfilledDays)
    {
        var told = numbers.FindAll(n => n.Verdict is Verdict.Temperature);
        if (told.Count == 0) return entry with { LikelyTenths = numbers.Find(n => n.LikelyTenths is not null).LikelyTenths };
        var today = told.FindAll(n => n.DaysAgo == 0);
        if (backfilledDays > 0 && today is [{ When: null } only] && told.Count == 1)
            return entry with { TemperatureTenths = only.Tenths, Site = only.Site, Taken = [new(only.Tenths, only.Site, null)], DaysAgo = backfilledDays };
        entry = entry with { Earlier = [.. told.Where(n => n.DaysAgo > 0).Select(n => new EarlierTemperature(n.DaysAgo, TakenOf(n) with { When = null }))] };
        // A number that belongs to another day is no reading of today.
        var taken = (today.Count > 0 ? today : told).ConvertAll(TakenOf);
        if (today.Count == 0)
        {
            if (!backfill) return entry with { Taken = taken };
            return entry with { TemperatureTenths = told[0].Tenths, Site = told[0].Site, Taken = taken, DaysAgo = told[0].DaysAgo, Earlier = [] };
        }

        var counts = today[0];
        foreach (var next in today.Skip(1))
        {
            if (next.Remeasured || (counts.Site == MeasuringSite.Forehead && next.Site is MeasuringSite.Ear or MeasuringSite.Axillary or MeasuringSite.Oral)
                || (next.Tenths > counts.Tenths && !(counts.Remeasured && next.IsFirstTry)))
                counts = next;
        }

        return entry with { TemperatureTenths = counts.Tenths, Site = counts.Site, Taken = taken, Remeasured = counts.Remeasured };
    }

    private static TakenTemperature TakenOf(Measured number) => new(number.Tenths, number.Site, number.When);
}
