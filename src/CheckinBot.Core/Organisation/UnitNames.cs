namespace CheckinBot.Core.Organisation;

/// <summary>The one way in which people read the names of units that lie in each other.</summary>
public static class UnitNames
{
    /// <summary>
    /// The names from above to below, written as a school writes them: <c>三年级1班</c>, <c>第一小学 三年级1班</c>, <c>Year 3 1A</c>.
    /// </summary>
    public static string Joined(params IReadOnlyList<string> names) => names.Count == 0
        ? ""
        : names.Aggregate((above, name) => $"{above}{(BelongsTo(above, name) ? "" : " ")}{name}");

    /// <summary>The names below a unit of which a path goes on; null where it does not.</summary>
    public static string? Below(string above, string path) =>
        path.StartsWith(above + "/", StringComparison.Ordinal) ? Joined(path[(above.Length + 1)..].Split('/')) : null;

    // A number stands right behind a Chinese name, as in 三年级1班, and apart from any other.
    private static bool BelongsTo(string above, string name) =>
        above.Length > 0 && name.Length > 0 && above[^1] is >= '\u4e00' and <= '\u9fff' && char.IsAsciiDigit(name[0]);
}
