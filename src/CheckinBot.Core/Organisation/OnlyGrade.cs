namespace CheckinBot.Core.Organisation;

/// <summary>A grade that is the only one of its school is a tap for nothing: the way down leads past it, and the way up as well.</summary>
public static class OnlyGrade
{
    /// <summary>The grade among what is right below a school, where its classes are all in that one; else null. A boarding house has no classes.</summary>
    /// <param name="units">What is right below the school.</param>
    /// <param name="kind">The kind of each.</param>
    public static T? Of<T>(IEnumerable<T> units, Func<T, UnitKind> kind)
        where T : class =>
        units.Where(unit => kind(unit) != UnitKind.BoardingHouse).Take(2).ToList() is [var only] && kind(only) == UnitKind.Grade ? only : null;
}
