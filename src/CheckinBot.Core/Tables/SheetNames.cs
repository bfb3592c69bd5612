namespace CheckinBot.Core.Tables;

/// <summary>Names of sheets as workbooks allow them: at most 31 characters, without <c>: \ / ? * [ ]</c>, no two alike.</summary>
public static class SheetNames
{
    private const int Longest = 31;
    private const string Forbidden = @":\/?*[]";

    /// <summary>The names in order, each made fit.</summary>
    public static IReadOnlyList<string> Fit(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fitted = new List<string>();
        foreach (var name in names) fitted.Add(Fit(name, taken));
        return fitted;
    }

    private static string Fit(string name, HashSet<string> taken)
    {
        var clean = string.Concat(name.Where(one => !char.IsControl(one) && !Forbidden.Contains(one, StringComparison.Ordinal))).Trim().Trim('\'');
        if (clean.Length == 0) clean = "1";
        var candidate = Cut(clean, Longest);
        for (var number = 2; !taken.Add(candidate); number++)
        {
            var suffix = $" ({number})";
            candidate = Cut(clean, Longest - suffix.Length) + suffix;
        }

        return candidate;
    }

    // Never cuts a character outside the basic plane in half; rare given names have such characters.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
