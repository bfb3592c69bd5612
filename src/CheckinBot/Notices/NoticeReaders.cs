using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Notices;

/// <summary>
/// Finds who is told of a notice. A notice for the class teacher goes to those of the class, one for an officer to the nearest
/// officer up to the school. Where a class has no teacher, or none whom the last message reached, the school is told of a
/// pupil's health too, so that no fever goes unnoticed.
/// </summary>
internal static class NoticeReaders
{
    /// <summary>The recipients, each with the post by which they are told.</summary>
    public static async Task<IReadOnlyList<(Recipient Recipient, Post Post)>> Of(
        DbSession session, Effect.NotifyStaff notify, long causer, CancellationToken cancellationToken)
    {
        if (notify.Notice is Notice.InDistress) return await ForDistress(session, notify.UnitId, causer, cancellationToken);
        var readers = await Nearest(session, notify.UnitId, notify.Role, cancellationToken);
        return notify.Role == Role.ClassTeacher && LooksAt(notify.Notice).Count > 0 && !readers.Any(reader => reader.Recipient.Reachable)
            ? [.. readers, .. await Nearest(session, notify.UnitId, Role.SchoolOfficer, cancellationToken)]
            : readers;
    }

    /// <summary>Whose health a notice tells of by name.</summary>
    public static IReadOnlyList<long> LooksAt(Notice notice) => notice switch
    {
        Notice.Unwell unwell => [unwell.PersonId],
        Notice.AlertCorrected corrected => [corrected.PersonId],
        Notice.FeverCourse course => [course.PersonId],
        Notice.UnwellEarlier earlier => [earlier.PersonId],
        Notice.KeyArea area => [area.PersonId],
        Notice.Heard heard => [.. heard.Told.Select(one => one.PersonId)],
        _ => [],
    };

    // A message in distress reaches somebody else than who wrote it: the counsellor, else the school officer, else the class teacher.
    private static async Task<IReadOnlyList<(Recipient Recipient, Post Post)>> ForDistress(
        DbSession session, long unitId, long causer, CancellationToken cancellationToken)
    {
        IReadOnlyList<(Recipient Recipient, Post Post)> found = [];
        foreach (var role in (Role[])[Role.Counsellor, Role.SchoolOfficer, Role.ClassTeacher])
        {
            List<(Recipient Recipient, Post Post)> others =
                [.. (await Nearest(session, unitId, role, cancellationToken)).Where(reader => reader.Recipient.UserId != causer)];
            if (others.Exists(reader => reader.Recipient.Reachable)) return others;
            if (found.Count == 0) found = others;
        }

        return found;
    }

    private static async Task<IReadOnlyList<(Recipient Recipient, Post Post)>> Nearest(
        DbSession session, long unitId, Role role, CancellationToken cancellationToken)
    {
        var people = new PersonStore(session);
        foreach (var unit in await UpToTheSchool(session, unitId, role, cancellationToken))
        {
            var holders = await people.Holders(unit.Id, role, cancellationToken);
            if (holders.Count == 0) continue;
            var readers = new List<(Recipient, Post)>();
            foreach (var holder in holders)
            {
                var post = (await people.PostsOfUser(holder.UserId, cancellationToken)).First(post => post.Unit.Id == unit.Id && post.Role == role);
                readers.Add((holder, post));
            }

            return readers;
        }

        return [];
    }

    private static async Task<IReadOnlyList<Unit>> UpToTheSchool(DbSession session, long unitId, Role role, CancellationToken cancellationToken)
    {
        var lineage = await new UnitStore(session).Lineage(unitId, cancellationToken);
        if (role == Role.ClassTeacher) return [.. lineage.Take(1)];
        var school = lineage.Select((unit, index) => unit.Kind == UnitKind.School ? index : 0).FirstOrDefault(index => index > 0);
        return [.. lineage.Take(school + 1)];
    }
}
