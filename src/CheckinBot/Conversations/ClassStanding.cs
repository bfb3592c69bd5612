using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>Reads what is known of the families of a class besides their answers.</summary>
internal static class ClassStanding
{
    /// <summary>Who answers later, whom the class teacher removed, and whether the class is let off today.</summary>
    public static async ValueTask<ConversationContext> With(DbSession session, ConversationContext context, CancellationToken cancellationToken)
    {
        if (context.Classes.Count == 0) return context;
        var classes = new List<ClassRoster>(context.Classes.Count);
        foreach (var room in context.Classes)
        {
            var (unitId, day) = (room.Unit.Id, room.Window.Day);
            classes.Add(room with
            {
                IsWaived = await new WaiverStore(session).Of(unitId, day, cancellationToken) is not null,
                SaidLater = await new SaidLaterStore(session).OfUnit(unitId, day, room.Window.Slot, cancellationToken),
                Removed = await new LinkStore(session).RemovedOfUnit(unitId, cancellationToken),
            });
        }

        return context with { Classes = classes };
    }

    /// <summary>What classmates' parents told of the user's own children and of the classes.</summary>
    public static async ValueTask<ConversationContext> WithHeard(DbSession session, ConversationContext context, CancellationToken cancellationToken)
    {
        var everybody = context.Own.Concat(context.Classes.SelectMany(room => room.Students)).ToList();
        if (everybody.Count == 0) return context;
        var heard = new Dictionary<(long, DateOnly, string), Hearsay>();
        var since = everybody.Min(subject => subject.Window.Day);
        foreach (var unitId in everybody.Select(subject => subject.Unit.Id).Distinct())
        {
            foreach (var (personId, day, slot, told) in await new HearsayStore(session).OfUnit(unitId, since, cancellationToken))
                heard[(personId, day, slot)] = told;
        }

        return heard.Count == 0 ? context : context with
        {
            Own = [.. context.Own.Select(With)],
            Classes = [.. context.Classes.Select(room => room with { Students = [.. room.Students.Select(With)] })],
        };

        Subject With(Subject subject) =>
            heard.TryGetValue((subject.Person.Id, subject.Window.Day, subject.Window.Slot), out var told) ? subject with { Heard = told } : subject;
    }
}
