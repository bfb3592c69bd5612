using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Finds whom a name means: among the sender's own people first, then in the class.</summary>
internal static class NameMatcher
{
    public static ReadingEntry Bind(ReadingEntry entry, Named named, ReadingContext context)
    {
        if (context.Own.Count + context.Classmates.Count == 0) return entry;
        var key = NormalisedText.Name(named.Name);
        var own = Matches(context.Own, key);
        if (own.Count == 0 && ByBirth(context.Own, key, out var certain) is { Count: > 0 } byBirth)
            return certain ? entry with { PersonId = byBirth[0] } : entry with { Candidates = byBirth };
        if (own.Count == 1) return entry with { PersonId = own[0] };
        if (own.Count > 1) return entry with { Candidates = own };
        if (Matches(context.Classmates, key).Count > 0) return entry with { NotOwn = true };
        return entry with { Candidates = Similar(context.Own, key) };
    }

    /// <summary>姐姐36.5 哥哥36.6 of a family of two: where two words come to mean the same child, neither is sure.</summary>
    public static void Unsettle(List<ReadingEntry> entries, ReadingContext context)
    {
        if (entries.Count < 2 || context.Own.Count == 0) return;
        var names = entries.Where(e => e is { PersonId: not null, Name: not null }).Select(e => (e.PersonId, e.Name))
            .Distinct().ToLookup(e => e.PersonId, e => e.Name);
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is { PersonId: { } id, Name: { } name } && names[id].Count() > 1 && Kinship.Of(NormalisedText.Word(name)) is not null)
                entries[i] = entries[i] with { PersonId = null, Candidates = [.. context.Own.Where(p => p.BirthOrder >= 0).Select(p => p.PersonId)] };
        }
    }

    private static List<long> Matches(IReadOnlyList<KnownName> people, string key)
    {
        var exact = new List<long>();
        var given = new List<long>();
        foreach (var person in people)
        {
            var full = person.Plain;
            if (full == key || (full.Contains('·') && KnownNames.Undotted(full) == Bare(key))
                || (key.Length > 1 && key[0] == '#' && person.Number is { } number && number.TrimStart('0') == key[1..]))
                exact.Add(person.PersonId);
            else if (KnownNames.Given(full) == key || KnownNames.Parts(full).Contains(key)
                || (person.Nicknames?.Any(n => NormalisedText.Name(n) == key) ?? false))
                given.Add(person.PersonId);
        }

        return exact.Count > 0 ? exact : given;
    }

    private static string Bare(string key) => KnownNames.Undotted(key).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    // 大宝, 姐姐, 老二: by the order of birth among the sender's children; where that does not tell, any of them.
    private static List<long> ByBirth(IReadOnlyList<KnownName> own, string key, out bool certain)
    {
        certain = false;
        var children = own.Where(p => p.BirthOrder >= 0).ToList();
        if (Kinship.Of(key) is not { } kinship) return [];
        // 儿子 of an only child is that child; but 二宝 and 弟弟 speak of another, who may not be known here.
        if (kinship == Kin.Child && children.Count == 1) certain = true;
        var fitting = children.FindAll(p => p.BirthOrder > 0 && p.BirthOrder == Kinship.Order(kinship, children.Count));
        certain |= fitting.Count == 1;
        return [.. (fitting.Count == 1 ? fitting : children).Select(p => p.PersonId)];
    }

    /// <summary>A homophone or a slip of the name of an own child.</summary>
    public static bool IsLikeOwn(Named named, ReadingContext context) =>
        context.Own.Count > 0 && Similar(context.Own, NormalisedText.Name(named.Name)).Count > 0;

    private static List<long> Similar(IReadOnlyList<KnownName> people, string key)
    {
        var similar = new List<long>();
        foreach (var person in people)
        {
            if (Pinyin.SoundsLike(key, person.Plain) || OneSlip(key, person.Plain)) similar.Add(person.PersonId);
        }

        return similar;
    }

    // One character other, missing or too many, in a name of at least two characters with the rest alike.
    private static bool OneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || Math.Min(a.Length, b.Length) < 2 || (a.Length == 2 && b.Length == 2))
            return false;
        var from = 0;
        while (from < a.Length && from < b.Length && a[from] == b[from]) from++;
        var (x, y) = (a.Length - 1, b.Length - 1);
        while (x >= from && y >= from && a[x] == b[y])
            (x, y) = (x - 1, y - 1);
        return x - from <= 0 && y - from <= 0;
    }
}
