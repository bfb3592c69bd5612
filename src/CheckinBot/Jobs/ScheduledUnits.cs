using System.Security.Cryptography;
using System.Text;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Jobs;

/// <summary>A unit that the schedule acts on.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="HasPeople">It has people of its own who are to check in.</param>
internal sealed record ScheduledUnit(Unit Unit, bool HasPeople);

/// <summary>All units that share one schedule, time zone and calendar; they share their jobs too.</summary>
/// <param name="Id">Stands for the schedule in names of jobs; the same in every process.</param>
/// <param name="Schedule">The school day.</param>
/// <param name="Units">Each after the one above it.</param>
internal sealed record ScheduledUnits(string Id, SchoolDaySchedule Schedule, IReadOnlyList<ScheduledUnit> Units)
{
    /// <summary>Reads the tree as it is now: what was imported since the start is there without one.</summary>
    public static async Task<IReadOnlyList<ScheduledUnits>> Load(DbSession session, UnitRulesLoader rules, CancellationToken cancellationToken)
    {
        const string Peopled = "select distinct unit_id from person where active and expected";
        var peopled = (await session.Query<long>(Peopled, null, cancellationToken)).ToHashSet();
        // Nearly all units of a province share the one object.
        var identities = new Dictionary<SchoolDaySchedule, string>(ReferenceEqualityComparer.Instance);
        var groups = new Dictionary<string, (SchoolDaySchedule Schedule, List<ScheduledUnit> Units)>();
        var held = await rules.All(session, cancellationToken);
        foreach (var unit in await new UnitStore(session).All(cancellationToken))
        {
            var schedule = held[unit.Id].Schedule;
            if (!identities.TryGetValue(schedule, out var identity)) identities[schedule] = identity = schedule.Identity();
            if (!groups.TryGetValue(identity, out var group)) groups[identity] = group = (schedule, []);
            group.Units.Add(new ScheduledUnit(unit, peopled.Contains(unit.Id)));
        }

        return [.. groups.Select(group => new ScheduledUnits(IdOf(group.Key), group.Value.Schedule, group.Value.Units))];
    }

    /// <summary>One of them, alone.</summary>
    public ScheduledUnits Of(Unit unit) => this with { Units = [.. Units.Where(one => one.Unit.Id == unit.Id)] };

    private static string IdOf(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
}
