using CheckinBot.Core.Shown;
using CheckinBot.Core.Shown.Sheets;
using CheckinBot.Core.Texts;
using CheckinBot.Files.Workbooks;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;

namespace CheckinBot.Files;

/// <summary>Everything that is held about a user and the people for whom they answer, as a workbook for themselves.</summary>
internal sealed class OwnDataFile(UnitRulesLoader rules)
{
    /// <summary>Makes it: whom the user answers for is judged at this moment.</summary>
    public async Task<MadeFile> Make(DbSession session, FileOrder order, CancellationToken cancellationToken)
    {
        var phrases = new Phrases(order.Language);
        var store = new OwnDataStore(session);
        var people = await new LinkStore(session).OfUser(order.UserId, cancellationToken);
        var zones = new Dictionary<long, TimeZoneInfo>();
        foreach (var one in people) zones[one.Person.Id] = (await rules.For(session, one.Unit.Id, cancellationToken)).Schedule.TimeZone;
        var home = people.Count > 0 ? zones[people[0].Person.Id] : rules.Configured.SchoolDay.TimeZone;

        var looks = new List<string>();
        foreach (var one in people)
        {
            var seen = await new LookStore(session).Of(one.Person.Id, DateTimeOffset.UnixEpoch, cancellationToken);
            looks.AddRange(seen.Select(look => look.Seen(zones[one.Person.Id].GetUtcOffset(look.LookedAt)).Line(phrases, look.UnitPath)));
        }

        var known = await store.Known(order.UserId, cancellationToken);
        var data = new OwnData(order.UserId, await store.DisplayName(order.UserId, cancellationToken) ?? "", Local(known?.FirstSeenAt), Local(known?.AskedAt))
        {
            People = [.. people.Select(one => (one.Person, one.Unit, one.Nicknames))],
            CheckIns = [.. (await store.Revisions(order.UserId, cancellationToken))
                .Select(one => (one, TimeZoneInfo.ConvertTime(one.ReportedAt, zones[one.PersonId]).DateTime))],
            Looks = looks,
        };
        var file = WorkbookFile.Write(OwnSheets.Of(data, order.Language), order.Language);
        return new MadeFile.Ready(file, $"{phrases.MyDataFile}.xlsx", phrases.MyDataCaption, IsPhoto: false);

        DateTime? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, home).DateTime : null;
    }
}
