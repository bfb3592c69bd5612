using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>
/// Of a grown-up's own number beside a child's (我37.0，孩子36.5) only the child's is of this check-in. A number that is only
/// of somebody else (爸爸36.8, 张老师36.5) is never given to a child.
/// </summary>
internal static class Subjects
{
    /// <summary>Takes out the numbers of others; true where nothing but those was told.</summary>
    public static bool RemoveOthers(Message message, List<Measured> numbers)
    {
        var owners = numbers.ConvertAll(n => n.Verdict == Verdict.Foreign ? Owner.Nobody : Whose.OfNumber(message, n.Token));
        if (owners.TrueForAll(owner => owner is Owner.Nobody or Owner.Child)) return false;
        // 36.7（我37.4）: beside the sender's own a number of nobody is the child's.
        var ofChild = owners.Contains(Owner.Child)
            || (!owners.Contains(Owner.Other) && numbers.Where((n, i) => owners[i] == Owner.Nobody && n.Verdict == Verdict.Temperature).Any());
        if (!ofChild) return owners.Contains(Owner.Other) || IsOwnOnly(message);
        // 她36.5，她哥37.9: of two children, neither of them named.
        if (message.People.Found.Count == 0 && numbers.Exists(n => message.Is(n.Token - 1, WordClass.ChildName) && message.Is(n.Token - 2, Term.OfThem)))
            return true;
        var at = 0;
        numbers.RemoveAll(_ => owners[at++] is Owner.Sender or Owner.Other);
        return false;
    }

    // 我自己36.5，孩子放学再量
    private static bool IsOwnOnly(Message message) =>
        Enumerable.Range(0, message.Tokens.Count)
            .Any(i => (message.Is(i, WordClass.Child) && !message.Is(i, WordClass.Self) || message.People.Found.Exists(n => n.Token == i))
                && message.AnyInClause(WordClass.Later | WordClass.NotMeasured | WordClass.Remeasure, i));
}
