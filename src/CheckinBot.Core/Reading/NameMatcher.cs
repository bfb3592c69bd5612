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
