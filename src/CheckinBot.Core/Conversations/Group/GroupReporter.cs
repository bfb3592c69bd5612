using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Who writes in a class group, and for whom they may report there.</summary>
/// <param name="Room">The class.</param>
/// <param name="Children">The writer's own children in this class, or the writer as a member of it.</param>
/// <param name="Allowed">For whom this message may report: the own children; for a class teacher, and for a chain, the class.</param>
internal sealed record GroupReporter(ClassRoster Room, IReadOnlyList<Subject> Children, IReadOnlyList<Subject> Allowed)
{
    /// <summary>The writer answers for the class by a post, and so may report for all of it.</summary>
    public bool ByPost { get; init; }

    /// <summary>Whether the writer has anything to do with this class.</summary>
    public bool IsKnown => Allowed.Count > 0;

    /// <summary>
    /// A chain carries the lines of others too: whoever has a child in the class may pass it on. What it says of the children
    /// of others is hearsay, unless the writer answers for the class.
    /// </summary>
    public static GroupReporter Of(Turn turn, ClassRoster room, bool isChain)
    {
        var children = turn.Context.Own.Where(own => own.Unit.Id == room.Unit.Id && Authority.MayCheckIn(turn.Context, own)).ToList();
        var byPost = Authority.May(turn.Context, Permission.CheckIn, room.Unit);
        if (!byPost && !(isChain && children.Count > 0)) return new(room, children, children);
        var others = room.Students.Where(student => children.TrueForAll(child => child.Person.Id != student.Person.Id));
        return new(room, children, [.. children, .. others]) { ByPost = byPost };
    }

    /// <summary>What the reading of a text in this group may depend on.</summary>
    public ReadingContext ReadingContext(ReadingSetting setting) => new()
    {
        Setting = setting,
        Today = Room.Window.Day,
        MonitorDays = Rules.MonitorDays,
        PlausibleFromTenths = Rules.PlausibleFromTenths,
        PlausibleToTenths = Rules.PlausibleToTenths,
        HomeArea = Rules.HomeArea,
        Own = [.. Allowed.Select(Known)],
        Diagnosed = Recording.DiagnosedOf(Allowed),
        Classmates = [.. Room.Students.Where(student => Allowed.All(own => own.Person.Id != student.Person.Id)).Select(Known)],
    };

    private HealthRules Rules => Room.Students.Count > 0 ? Room.Students[0].Rules : HealthRules.Default;

    private static KnownName Known(Subject subject) =>
        new(subject.Person.Id, subject.Person.Name, subject.Person.Number, subject.Nicknames, subject.Relation == Relation.Guardian ? subject.BirthOrder : -1);
}
