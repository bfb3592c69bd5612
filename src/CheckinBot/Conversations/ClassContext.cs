using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Conversations;

/// <summary>
/// Reads the classes that an event is about: in a group the group's class, in private the classes that the user is responsible
/// for. Of the many classes below a higher post only those that the event names are read. What the user may do with a class
/// is judged when they do it.
/// </summary>
internal sealed class ClassContext(ClassRosterLoader rosters, UnitRulesLoader rules)
{
    private const int MostNamed = 12;

    private static readonly Permission[] OfClasses = [Permission.CheckIn, Permission.SeeMissing, Permission.ManageGuardians, Permission.FollowCase];

    public async ValueTask<ConversationContext> With(
        DbSession session, ConversationContext context, Conversation conversation, ConversationEvent @event,
        DaySlot? about, CancellationToken cancellationToken)
    {
        var withHistory = ContextNeed.For(conversation, @event).HasFlag(ContextNeeds.ClassHistory);
        var units = new List<Unit>();
        var tops = new List<Unit>();
        if (@event.Chat.Kind == ChatKind.Group)
        {
            if (context.Group is { Unit: { Kind: UnitKind.Class } room }) units.Add(room);
        }
        else if (context.Posts.Count > 0)
        {
            foreach (var post in context.Posts)
            {
                if (!OfClasses.Any(permission => Permissions.Allows(post.Role, permission, Relation.AtUnit))) continue;
                var reachesDown = !post.Unit.Kind.HoldsPeople() && OfClasses.Any(permission => Permissions.Allows(post.Role, permission, Relation.Above));
                (reachesDown ? tops : units).Add(post.Unit);
            }

            if (tops.Count > 0)
            {
                var asked = ContextNeed.NamedClasses(conversation, @event);
                var named = await Named(session, context, asked, [.. tops.DistinctBy(unit => unit.Id)], @event.From.UserId, cancellationToken);
                var schools = asked is { ListsBelow: true, Text: null } ? named.Where(unit => !unit.Kind.HoldsPeople()).ToList() : [];
                units.AddRange(named.Except(schools));
                if (schools is [var school, ..]) context = context with { Below = await Below(session, school, context.Now, cancellationToken) };
            }
        }

        var classes = new List<ClassRoster>();
        foreach (var unit in units.DistinctBy(unit => unit.Id))
            classes.Add(await rosters.Load(session, unit, @event.SaidAt ?? context.Now, about, withHistory, cancellationToken));
        return context with { Classes = classes };
    }

    /// <summary>Finds the units to which the group of the event may be bound.</summary>
    public static async ValueTask<IReadOnlyList<Unit>> Bindable(
        DbSession session, IReadOnlyList<Post> posts, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var data = @event is ConversationEvent.ButtonPressed pressed && ButtonData.Parse(pressed.Data) is { Verb: Verbs.BindGroup } button ? button : null;
        var typed = (@event as ConversationEvent.CommandReceived)?.Arguments.Trim();
        if (data is null && @event is not ConversationEvent.CommandReceived { Command: "bind" }) return [];
        var store = new UnitStore(session);
        var units = posts.Where(post => Permissions.Allows(post.Role, Permission.BindGroup, Relation.AtUnit)).Select(post => post.Unit).ToList();
        foreach (var top in posts.Where(post => Permissions.Allows(post.Role, Permission.BindGroup, Relation.Above)))
        {
            if (typed is { Length: > 0 }) units.AddRange(await store.Ending(top.Unit.Id, typed, MostNamed, cancellationToken));
            if (data?.NumberAt(0) is { } id && await store.Find(id, cancellationToken) is { } unit) units.Add(unit);
        }

        return [.. units.DistinctBy(unit => unit.Id)];
    }

    private async ValueTask<IReadOnlyList<Unit>> Named(
        DbSession session, ConversationContext context, NamedClasses named, IReadOnlyList<Unit> tops, long userId, CancellationToken cancellationToken)
    {
        var (units, people) = (new UnitStore(session), new PersonStore(session));
        var found = new List<Unit?>();
        foreach (var id in named.UnitIds) found.Add(await units.Find(id, cancellationToken));
        foreach (var id in named.PersonIds.Concat(context.EditedCheckIns.Select(one => one.PersonId)).Distinct().Take(MostNamed))
        {
            if (await people.Find(id, cancellationToken) is { } person) found.Add(await units.Find(person.UnitId, cancellationToken));
        }

        foreach (var top in tops)
        {
            if (named.Text is { } text) found.AddRange(await people.UnitsNaming(top.Id, text, MostNamed, cancellationToken));
            if (!named.LastRecorded) continue;
            var day = (await rules.For(session, top.Id, cancellationToken)).Schedule.WindowAt(context.Now).Day;
            found.AddRange(await people.UnitsRecordedBy(top.Id, userId, day, MostNamed, cancellationToken));
        }

        if (named is { OfTheOnlySchool: true, Text: null } && tops.Count == 1) found.Add(tops[0]);
        return [.. found.OfType<Unit>().Where(unit => tops.Any(top => top.RelationTo(unit) != Relation.None)).DistinctBy(unit => unit.Id)];
    }

    private async ValueTask<UnitsBelow> Below(DbSession session, Unit unit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var schedule = (await rules.For(session, unit.Id, cancellationToken)).Schedule;
        var window = schedule.WindowAt(now);
        var units = await new MissingStore(session).Below(unit.Id, window.Day, window.Slot, cancellationToken);
        return new UnitsBelow(
            unit, window.Slot,
            [
                .. units.Select(one => new UnitBelow(one.Unit, one.Coverage.Expected, one.Coverage.Open)
                {
                    NoReason = one.Coverage.NoReason,
                    TravelOpen = schedule.AsksTravelIn(window.Slot) ? one.Coverage.TravelUnanswered : 0,
                }),
            ]);
    }
}
