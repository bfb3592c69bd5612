namespace CheckinBot.Core.Reading;

/// <summary>Finds whom a name means: among the sender's own people first, then in the class.</summary>
internal static class NameMatcher
{
    public static ReadingEntry Bind(ReadingEntry entry, Named named, ReadingContext context)
    {
        if (context.Own.Count + context.Classmates.Count == 0)
            return entry;
        var key = NormalisedText.Word(named.Name);
        var own = Matches(context.Own, key);
        if (own.Count == 0 && ByBirth(context.Own, key) is { Count: > 0 } byBirth)
            own = byBirth;
        if (own.Count == 1)
            return entry with { PersonId = own[0] };
        if (own.Count > 1)
            return entry with { Candidates = own };
        if (Matches(context.Classmates, key).Count > 0)
            return entry with { NotOwn = true };
        return entry with { Candidates = Similar(context.Own, key) };
    }

    private static List<long> Matches(IReadOnlyList<KnownName> people, string key)
    {
        var exact = new List<long>();
        var given = new List<long>();
        foreach (var person in people)
        {
            var full = NormalisedText.Word(person.Name.Trim());
            if (full == key || (key.Length > 1 && key[0] == '#' && person.Number is { } number && number.TrimStart('0') == key[1..]))
                exact.Add(person.PersonId);
            else if (KnownNames.Given(full) == key || (person.Nicknames?.Any(n => NormalisedText.Word(n.Trim()) == key) ?? false))
                given.Add(person.PersonId);
        }

        return exact.Count > 0 ? exact : given;
    }

    // 大宝, 姐姐, 老二: by the order of birth among the sender's children; where that is unknown, any of them.
    private static List<long> ByBirth(IReadOnlyList<KnownName> own, string key)
    {
        var order = BirthOrder(key, own.Count);
        if (order < 0)
            return [];
        var fitting = order == 0 ? [] : own.Where(p => p.BirthOrder == order).Select(p => p.PersonId).ToList();
        return fitting.Count == 1 ? fitting : own.Select(p => p.PersonId).ToList();
    }

    // 0: one of them, but which is not said by the word alone; -1: no such word.
    private static int BirthOrder(string key, int count)
    {
        var (length, word) = Lexicon.Instance.Longest(key);
        if (length != key.Length || (word.Classes & WordClass.ChildName) == 0)
            return -1;
        if (key is "哥" or "哥哥" or "姐" or "姐姐" or "家姐" or "大哥" or "大姐" or "阿哥" or "大宝" or "老大" or "大娃" or "大的" or "大仔" or "大女" or "大儿子" or "大女儿" || key.StartsWith("elder", StringComparison.Ordinal) || key.StartsWith("older", StringComparison.Ordinal))
            return 1;
        if (key[0] is '二' || key is "老二")
            return 2;
        if (key[0] is '三' || key is "老三")
            return 3;
        return count == 2 && (key[0] is '弟' or '妹' or '小' or '细' || key.StartsWith("younger", StringComparison.Ordinal) || key.StartsWith("little", StringComparison.Ordinal)) ? 2 : 0;
    }

    private static List<long> Similar(IReadOnlyList<KnownName> people, string key)
    {
        var similar = new List<long>();
        foreach (var person in people)
        {
            if (Pinyin.SoundsLike(key, NormalisedText.Word(person.Name.Trim())) || OneSlip(key, NormalisedText.Word(person.Name.Trim())))
                similar.Add(person.PersonId);
        }

        return similar;
    }

    // One character other, missing or too many, in a name of at least two characters with the rest alike.
    private static bool OneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || Math.Min(a.Length, b.Length) < 2 || (a.Length == 2 && b.Length == 2))
            return false;
        var from = 0;
        while (from < a.Length && from < b.Length && a[from] == b[from])
            from++;
        var (x, y) = (a.Length - 1, b.Length - 1);
        while (x >= from && y >= from && a[x] == b[y])
            (x, y) = (x - 1, y - 1);
        return x - from <= 0 && y - from <= 0;
    }
}
