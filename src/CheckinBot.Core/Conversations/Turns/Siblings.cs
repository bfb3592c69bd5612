using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Who is the elder among a user's children, so that 大宝 and 弟弟 can be understood.</summary>
public static class Siblings
{
    /// <summary>
    /// The same subjects with <see cref="Subject.BirthOrder"/>: by the dates of birth of the roster where each has one,
    /// else by the school year. It stays unknown for all where it is unknown for one, and for an only child.
    /// </summary>
    public static IReadOnlyList<Subject> InOrder(IReadOnlyList<Subject> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var children = own.Where(subject => subject.Relation == Relation.Guardian).ToList();
        if (children.Count < 2) return own;
        var eldestFirst = Sorted(children, child => child.Person.BirthDate?.DayNumber) ?? Sorted(children, child => -SchoolYear.Of(child.Unit));
        return eldestFirst is null ? own : [.. own.Select(subject => subject with { BirthOrder = eldestFirst.IndexOf(subject.Person.Id) + 1 })];
    }

    private static List<long>? Sorted(List<Subject> children, Func<Subject, int?> age)
    {
        var ages = children.Select(child => (child.Person.Id, Age: age(child))).ToList();
        // For twins, or two children in one year, nothing here tells who is the elder.
        if (ages.Any(one => one.Age is null) || ages.DistinctBy(one => one.Age).Count() < ages.Count) return null;
        return [.. ages.OrderBy(one => one.Age).Select(one => one.Id)];
    }
}
