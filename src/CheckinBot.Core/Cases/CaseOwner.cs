using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Cases;

/// <summary>
/// Who looks after a case. Whoever took it on keeps it while they may still act for that person; else it falls to those who answer
/// for the class, and where nobody does to the school's officers, so that no case of a school with staff is without an owner.
/// </summary>
public static class CaseOwner
{
    /// <summary>Those who look after a case; several only where nobody has taken it on.</summary>
    /// <param name="takenBy">Who took it on last; null where nobody did.</param>
    /// <param name="staff">All who hold a post at the person's unit or above it.</param>
    /// <param name="unit">The person's unit.</param>
    public static IReadOnlyList<CaseHolder> Of(CaseHolder? takenBy, IEnumerable<(Post Post, string Name)> staff, Unit unit)
    {
        var able = staff.Where(one => May(one.Post, unit)).ToList();
        if (takenBy is not null && able.Exists(one => one.Post.PersonId == takenBy.PersonId)) return [takenBy];
        // Of two units on the way up from a class, the nearer one has the longer path.
        var nearest = able.Count == 0 ? 0 : able.Max(one => one.Post.Unit.Path.Length);
        return [.. able.Where(one => one.Post.Unit.Path.Length == nearest).Select(one => new CaseHolder(one.Post.PersonId, one.Name)).Distinct()];
    }

    /// <summary>Whether somebody of the staff over a unit may look after a case of it.</summary>
    public static bool May(long personId, IEnumerable<(Post Post, string Name)> staff, Unit unit) =>
        staff.Any(one => one.Post.PersonId == personId && May(one.Post, unit));

    private static bool May(Post post, Unit unit) => Permissions.Allows(post.Role, Permission.FollowCase, post.Unit.RelationTo(unit));
}
