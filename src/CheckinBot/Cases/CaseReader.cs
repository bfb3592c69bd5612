using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Cases;

/// <summary>Reads cases with all that belongs to them: what was told, what was done, who looks after them.</summary>
internal sealed class CaseReader(UnitRulesLoader rules)
{
    /// <summary>A case with what its page shows; null where there is none.</summary>
    public async ValueTask<CaseDetails?> Find(DbSession session, long id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await new CaseFileStore(session).Find(id, cancellationToken) is { } file ? await Page(session, file, now, cancellationToken) : null;

    /// <summary>The open cases of a person, each with what its page shows.</summary>
    public async ValueTask<IReadOnlyList<CaseDetails>> Open(DbSession session, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pages = new List<CaseDetails>();
        foreach (var file in await new CaseFileStore(session).Open(personId, cancellationToken))
            pages.Add(await Page(session, file, now, cancellationToken));
        return pages;
    }

    /// <summary>The open cases of a person, with what is told of each now and what was done.</summary>
    public static async ValueTask<IReadOnlyList<CaseFile>> Followed(
        DbSession session, long personId, HealthRules health, CancellationToken cancellationToken)
    {
        var files = await new CaseFileStore(session).Open(personId, cancellationToken);
        return files.Count == 0 ? files : [.. await WithTold(session, files, health, cancellationToken)];
    }

    private async ValueTask<CaseDetails> Page(DbSession session, CaseFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, file.Unit.Id, cancellationToken);
        var whole = (await WithTold(session, [file], held.Health, cancellationToken))[0] with
        {
            Owners = CaseOwner.Of(file.TakenBy, await new PersonStore(session).StaffOver(file.Unit.Id, cancellationToken), file.Unit),
        };
        var zone = held.Schedule.TimeZone;
        var monitored = (await new MonitoredStore(session).On(file.Unit.Id, zone.DayOf(now), cancellationToken))[file.Person.Id];
        return new(whole, Clearance.Blocks(whole, monitored, held.Health, zone, now), zone);
    }

    private static async ValueTask<List<CaseFile>> WithTold(
        DbSession session, IReadOnlyList<CaseFile> files, HealthRules health, CancellationToken cancellationToken)
    {
        var told = await new CheckInStore(session).OfPerson(
            files[0].Person.Id, files.Min(file => file.OpenedDay), DateOnly.MaxValue, cancellationToken);
        var whole = new List<CaseFile>();
        foreach (var file in files)
        {
            whole.Add(file with
            {
                Told = [.. told.Where(one => one.Day >= file.OpenedDay && CaseOpening.Of(one.Answer, one.Day, health).Contains(file.Matter))],
                Entries = await new CaseFileStore(session).Entries(file.Id, cancellationToken),
            });
        }

        return whole;
    }
}
