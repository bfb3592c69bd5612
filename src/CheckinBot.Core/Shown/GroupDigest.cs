using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// A unit's digest for its group: how far it has come, and thanks. Everybody in the group reads it, and in a class of forty one
/// fever points at a child, so it says nothing of health.
/// </summary>
public static class GroupDigest
{
    /// <summary>The text, plain.</summary>
    public static string Text(DigestView view, Language language)
    {
        var phrases = new Phrases(language);
        var (digest, numbers) = (view.Shown, view.Shown.Numbers);
        var heading = phrases.GroupDigestHeading(
            digest.Unit.ShortName, digest.Moment.Day, view.Slots.Count > 1 ? phrases.SlotName(digest.Moment.Slot) : null);
        if (numbers.Expected == 0) return $"{heading}\n{phrases.DigestNobodyExpected}";
        return view.IsEmpty
            ? $"{heading}\n{phrases.DigestNoRecord(numbers.Expected)}"
            : $"{heading}\n{phrases.GroupDigestCoverage(numbers)}\n{phrases.DigestGroupClosing(numbers)}";
    }

    /// <summary>What the text depends on: a later digest that says the same is not sent again.</summary>
    public static string Mark(Digest digest)
    {
        var (moment, numbers) = (digest.Moment, digest.Numbers);
        return $"{digest.Unit.Id}/{moment.Day:yyyy-MM-dd}/{moment.Slot}/{numbers.Covered}/{numbers.Expected}/{numbers.TravelUnanswered > 0}";
    }
}
