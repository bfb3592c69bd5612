using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// The values of a message that are offered as buttons: plausible ones of today that are not taken. Never a bound or a range, what is taken
/// back or was not measured, or what is of another day; those carry another verdict.
/// </summary>
internal static class Offers
{
    private const int Most = 2;

    public static IReadOnlyList<int> Of(Message message, List<Measured> numbers, List<ReadingEntry> entries, Objection objection)
    {
        if (message.Context.Setting == ReadingSetting.GroupJielong || entries.Count == 0
            || (message.Context.Setting == ReadingSetting.Group && entries is not [{ IsOfOwnChild: true }]))
            return [];
        // between 36.5 and 37
        if (numbers.Exists(n => n is { Verdict: Verdict.Undecided, IsAlternative: false, DaysAgo: 0 })) return [];
        var values = Values(message, numbers, entries);
        // 36.4还是36.6: that one of the two was measured is said.
        var isChoice = objection == Objection.Undecided && numbers.Exists(IsAlternative);
        return values.Count is 0 or > Most || !(isChoice || Weighing.MayOffer(message, objection)) || Doubts.IsTakenBack(message) ? [] : values;
    }

    // What would be taken of one person; else whatever may be meant.
    private static List<int> Values(Message message, List<Measured> numbers, List<ReadingEntry> entries)
    {
        if (entries is [{ TemperatureTenths: { } told }] && !numbers.Exists(IsAlternative) && !Doubts.AreTwoBare(message, numbers)) return [told];
        if (entries is [{ LikelyTenths: { } likely }] && !numbers.Exists(n => n.Verdict == Verdict.Temperature)) return [likely];
        return entries.DistinctBy(e => e.Name).Count() > 1
            ? []
            : [.. numbers.Where(n => IsAlternative(n) || IsPlain(message, n)).Select(n => n.Tenths).Distinct()];
    }

    private static bool IsAlternative(Measured number) => number is { IsAlternative: true, DaysAgo: 0, Tenths: > 0 };

    // A number without a point only where one is asked for: 37 may be of anything.
    private static bool IsPlain(Message message, Measured number) =>
        number is { Verdict: Verdict.Temperature, DaysAgo: 0 }
        || (number is { Verdict: Verdict.NeedsContext, DaysAgo: 0 } && message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature);
}
