using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>The classes that an event is about, as the host finds them.</summary>
internal sealed partial class School
{
    private static Unit[] Rooms => [Class, OtherClass];

    private IEnumerable<Unit> ClassesFor(List<Post> posts, Conversation conversation, ConversationEvent @event)
    {
        var own = posts.Where(post => post.Role == Role.ClassTeacher).Select(post => post.Unit);
        var named = ContextNeed.NamedClasses(conversation, @event);
        var people = named.PersonIds.Select(id => People.FirstOrDefault(person => person.Id == id)?.UnitId)
            .Concat(named.Text is { } text
                ? People.Where(person => text.Contains(person.Name, StringComparison.Ordinal)).Select(person => (long?)person.UnitId)
                : [])
            .Concat(named.LastRecorded ? CheckIns.Where(one => one.ReporterUserId == @event.From.UserId)
                .Select(one => (long?)People.Single(person => person.Id == one.PersonId).UnitId) : []);
        var reached = Rooms.Where(room => (named.UnitIds.Contains(room.Id) || people.Contains(room.Id)) && IsBelow(posts, room));
        return own.Concat(reached).DistinctBy(unit => unit.Id);
    }

    private UnitsBelow? BelowFor(List<Post> posts, Conversation conversation, ConversationEvent @event)
    {
        var named = ContextNeed.NamedClasses(conversation, @event);
        var tops = posts.Where(post => IsOfficer(post.Role)).Select(post => post.Unit).DistinctBy(unit => unit.Id).ToList();
        var school = new[] { Whole, County }.FirstOrDefault(unit => named.UnitIds.Contains(unit.Id) && IsBelow(posts, unit))
            ?? (named is { OfTheOnlySchool: true, Text: null } && tops.Count == 1 ? tops[0] : null);
        return school is null || !named.ListsBelow ? null : new UnitsBelow(school, CheckInWindow.Morning, [.. Rooms.Select(room =>
        {
            var people = People.Where(person => person.Role == Role.Student && person.UnitId == room.Id).ToList();
            return new UnitBelow(
                room, people.Count, people.Count(person => Current(person.Id, Today)?.Answer.Status is not (CheckInStatus.Reported or CheckInStatus.Exempt)));
        }).Where(room => room.Expected > 0)]);
    }

    private static bool IsOfficer(Role role) => Permissions.Allows(role, Permission.SeeMissing, Relation.Above);

    private static bool IsBelow(List<Post> posts, Unit unit) => posts.Any(post => IsOfficer(post.Role) && post.Unit.RelationTo(unit) != Relation.None);
}
