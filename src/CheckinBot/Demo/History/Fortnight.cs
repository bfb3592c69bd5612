using CheckinBot.Alerts;
using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;
using CheckinBot.Digests;
using CheckinBot.Hosting;
using CheckinBot.Jobs;
using CheckinBot.Signatures;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Demo.History;

/// <summary>
/// The school days before the demo's own, lived through by a worker of their own at a clock that stands where each event is: the same
/// schedule, rules and signatures as ever. Nobody is linked yet, so it writes to nobody.
/// </summary>
/// <param name="configured">Which database, and how the school works.</param>
/// <param name="county">The county, whose roster has been imported.</param>
/// <param name="days">The days, the oldest first.</param>
/// <param name="clock">The clock of those days.</param>
internal sealed class Fortnight(
    (Settings Settings, IConfigurationRoot Configuration) configured, County county, IReadOnlyList<DateOnly> days, PastClock clock) : IAsyncDisposable
{
    private static readonly TimeSpan UntilTaken = TimeSpan.FromMinutes(9);
    private static readonly TimeOnly SignedAt = new(9, 54);
    private static readonly TimeOnly SignedAgainAt = new(13, 5);

    private readonly WebApplication _worker = CheckinHost.Build(configured.Settings, configured.Configuration, clock);
    private readonly SchoolDaySchedule _schedule = configured.Settings.SchoolDay.ToSchedule();
    private Dictionary<(string Unit, string Number), InvitationLine> _people = [];

    private string Slot => _schedule.Slots[0].Id;

    /// <summary>The school days that lie right before a day, the oldest first.</summary>
    public static IReadOnlyList<DateOnly> Before(DateOnly day, SchoolCalendar calendar)
    {
        var days = new List<DateOnly>();
        for (var before = calendar.Previous(day); before is { } one && days.Count < Story.Days; before = calendar.Previous(one)) days.Insert(0, one);
        return days;
    }

    /// <summary>Stores all of it.</summary>
    public async Task Live(CancellationToken cancellationToken)
    {
        // Nobody is written to, so no link into a chat is made of it.
        Get<BotIdentity>().UserName = "not_asked";
        Get<BotIdentity>().IsSetUp();
        await using (var session = await Get<Database>().OpenRead(cancellationToken))
        {
            _people = (await new InvitationStore(session).Lines(null, cancellationToken)).ToDictionary(line => (line.Unit.Path, line.Person.Number!));
        }

        var story = Story.Of(days, _schedule.TimeZone);
        for (var index = 0; index < days.Count; index++) await Live(days[index], new PastDay(county, story, index).Answers(), cancellationToken);
    }

    public async ValueTask DisposeAsync() => await _worker.DisposeAsync();

    private T Get<T>() where T : notnull => _worker.Services.GetRequiredService<T>();

    private DateTimeOffset Instant(DateOnly day, TimeOnly at) => _schedule.TimeZone.ToInstant(day, at);

    private async Task Live(DateOnly day, IReadOnlyList<PastAnswer> answers, CancellationToken cancellationToken)
    {
        var steps = new List<(DateTimeOffset At, Func<Task> Act)> { (Instant(day, SignedAt), () => Sign(day, cancellationToken)) };
        if (answers.Any(answer => answer.At > SignedAt)) steps.Add((Instant(day, SignedAgainAt), () => Sign(day, cancellationToken)));
        steps.AddRange(answers.Where(answer => answer.IsUnwell)
            .Select(answer => (Instant(day, answer.At), (Func<Task>)(() => Judge(day, answer.Unit, cancellationToken)))));
        steps.AddRange(_schedule.EventsOf(day).Where(one => one.Kind is SchoolDayEventKind.Digest or SchoolDayEventKind.Close)
            .Select(one => (one.At.AddSeconds(1), (Func<Task>)(() => CutOff(day, cancellationToken)))));
        var told = 0;
        foreach (var (at, act) in steps.OrderBy(step => step.At))
        {
            clock.Set(at);
            var until = answers.Count(answer => Instant(day, answer.At) <= at);
            await Write(day, [.. answers.Take(until).Skip(told)], cancellationToken);
            told = until;
            await act();
        }
    }

    private Task Write(DateOnly day, IReadOnlyList<PastAnswer> answers, CancellationToken cancellationToken) => answers.Count == 0
        ? Task.CompletedTask
        : Get<Writer>().Write(
            async session =>
            {
                var store = new CheckInStore(session);
                foreach (var answer in answers) await store.Append(Draft(day, answer), CancellationToken.None);
            },
            cancellationToken);

    private CheckInDraft Draft(DateOnly day, PastAnswer answer)
    {
        var (unit, person, _) = _people[(answer.Unit, answer.Number)];
        return new CheckInDraft(person.Id, unit.Id, day, Slot, answer.Answer, answer.Source, answer.By.UserId, Instant(day, answer.At))
        {
            ReporterPersonId = answer.Staff is { } staff ? _people[staff].Person.Id : null,
            ReporterName = answer.By.LastName is { } surname ? $"{answer.By.FirstName} {surname}" : answer.By.FirstName,
        };
    }

    // What is due is run as ever: numbers are stored, signatures under other numbers hold no more.
    private async Task CutOff(DateOnly day, CancellationToken cancellationToken)
    {
        await Get<SchoolDayRuns>().CatchUp(cancellationToken);
        foreach (var school in county.Schools) await Judge(day, school, cancellationToken);
    }

    /// <summary>The rules of a unit's school are judged, and what has fired is taken on by its officer a few minutes later.</summary>
    private async Task Judge(DateOnly day, string path, CancellationToken cancellationToken)
    {
        var officer = county.Staff.First(member => member.Role == Role.SchoolOfficer && $"{path}/".StartsWith($"{member.UnitPath}/", StringComparison.Ordinal));
        var school = _people[(officer.UnitPath, officer.Number)].Unit;
        await Get<Writer>().Write(
            async session =>
            {
                var look = new RuleLook(school.Id, day, WithSilence: false, clock.GetUtcNow());
                foreach (var change in await Get<RuleJudge>().Judge(session, look, CancellationToken.None))
                    await Get<RuleJudge>().Apply(session, change, day, CancellationToken.None);
                var firings = new FiringStore(session);
                foreach (var firing in (await firings.Under(school.Id, day, CancellationToken.None)).Where(firing => firing.IsOpen))
                {
                    // Nobody is linked yet, but they are told all the same.
                    await firings.Update(firing with { ToldUnitId = school.Id }, CancellationToken.None);
                    await firings.Acknowledge(firing.Id, officer.Account.UserId, officer.Name, firing.FiredAt + UntilTaken, CancellationToken.None);
                }
            },
            cancellationToken);
    }

    /// <summary>Everybody signs who may: class teachers, then school officers, then the county.</summary>
    private async Task Sign(DateOnly day, CancellationToken cancellationToken)
    {
        var official = county.Staff.First(member => member.Role == Role.Official);
        await using var session = await Get<Database>().OpenRead(cancellationToken);
        var now = await Get<DigestReader>().Read(session, _people[(official.UnitPath, official.Number)].Unit, day, Slot, cancellationToken);
        foreach (var role in new[] { Role.ClassTeacher, Role.SchoolOfficer, Role.Official })
        {
            foreach (var signer in county.Staff.Where(member => member.Role == role)) await Sign(signer, now, cancellationToken);
            clock.Set(clock.GetUtcNow().AddMinutes(5));
        }
    }

    private async Task Sign(StaffMember signer, DigestTree now, CancellationToken cancellationToken)
    {
        var (unit, person, _) = _people[(signer.UnitPath, signer.Number)];
        var digest = now.Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        if (!digest.Numbers.MayBeSigned) return;
        // An answer that came after a signature makes it void.
        await Get<Writer>().Write(writing => Get<SignOffs>().Check(writing, digest), cancellationToken);
        var page = new DigestPage(unit.Id, digest.Moment.Day, digest.Moment.Slot);
        await using var session = await Get<Database>().OpenRead(cancellationToken);
        await Get<SignOffs>().Sign(session, unit, page, new DigestSigning(person.Id, digest.Numbers.Mark()), cancellationToken);
    }
}
