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

    /// <summary>
    /// What a unit is called where it stands alone: a school or an area by its own name, anything in a school with the name above it
    /// (<c>三年级1班</c>).
    /// </summary>
    public static string Short(string path, UnitKind kind)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return kind is UnitKind.School or UnitKind.Area ? Joined(names.TakeLast(1).ToList()) : Joined(names.TakeLast(2).ToList());
    }

    /// <summary>The names below a unit of which a path goes on; null where it does not.</summary>
    public static string? Below(string above, string path) =>
        path.StartsWith(above + "/", StringComparison.Ordinal) ? Joined(path[(above.Length + 1)..].Split('/')) : null;

    // A number stands right behind a Chinese name, as in 三年级1班, and apart from any other.
    private static bool BelongsTo(string above, string name) =>
        above.Length > 0 && name.Length > 0 && above[^1] is >= '\u4e00' and <= '\u9fff' && char.IsAsciiDigit(name[0]);
}
