using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;

namespace CheckinBot.Alerts;

/// <summary>A firing, with everything about it that is the same for all its readers.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Firing">What has fired.</param>
/// <param name="Unit">The class, or the school.</param>
/// <param name="Held">The settings that hold there.</param>
/// <param name="Names">The pupils' names.</param>
/// <param name="WentUpTo">The unit that was told because nobody below took it on.</param>
internal sealed record AlertSubject(AlertRule Rule, Firing Firing, Unit Unit, UnitRules Held, IReadOnlyList<string> Names, string? WentUpTo)
{
    /// <summary>For a dormitory: the boarding houses in which its pupils live. Whoever answers for a house is told as a class teacher is.</summary>
    public IReadOnlyList<long> Houses { get; init; } = [];

    /// <summary>The matter of the child of whom alone the firing tells; null for a cluster, and for silence, of which nobody is told before.</summary>
    public GrowingNotice? Child => Rule.Kind is not (RuleKind.LikeSymptoms or RuleKind.NoAnswer) && Firing.Pupils is [var only]
        ? GrowingNotice.OfChild(only)
        : null;

    /// <summary>What a post is to the place of the firing.</summary>
    public Relation RelationOf(Post post) =>
        post.Role == Role.ClassTeacher && Houses.Contains(post.Unit.Id) ? Relation.AtUnit : post.Unit.RelationTo(Unit);
}

/// <summary>A reader, and the firing as they see it.</summary>
/// <param name="View">What they see.</param>
/// <param name="Language">The language in which they are written to.</param>
/// <param name="UserId">The Telegram user.</param>
/// <param name="KnowsBy">The posts by which they may know the names.</param>
internal sealed record AlertReader(AlertView View, Language Language, long UserId, IReadOnlyList<Post> KnowsBy);

/// <summary>The people of one unit who are told together.</summary>
internal sealed record AlertLevel(Unit Unit, IReadOnlyList<Recipient> Recipients);

/// <summary>Finds who is told of a firing, level by level, and what each of them may see. The table of rights is asked every time.</summary>
internal sealed class AlertReaders(UnitRulesLoader rules, TimeProvider time)
{
    private static readonly Role[] Above = [Role.SchoolOfficer, Role.DutyOfficer, Role.Official];

    /// <summary>Reads what all readers share; null where the rule no longer holds in the unit.</summary>
    public async Task<AlertSubject?> Subject(DbSession session, Firing firing, CancellationToken cancellationToken)
    {
        var units = new UnitStore(session);
        if (await units.Find(firing.Place.UnitId, cancellationToken) is not { } unit) return null;
        var held = await rules.For(session, unit.Id, cancellationToken);
        if (held.Settings.Rules.Alerts.FirstOrDefault(rule => rule.Id == firing.RuleId) is not { } rule) return null;
        var wentUpTo = firing is { Stage: > 0, ToldUnitId: { } told } ? (await units.Find(told, cancellationToken))?.Name : null;
        return new AlertSubject(rule, firing, unit, held, await NamesOf(session, firing.Pupils, cancellationToken), wentUpTo)
        {
            Houses = firing.Place.Scope == RuleScope.Dormitory ? await new FiringStore(session).HousesOf(firing.Id, cancellationToken) : [],
        };
    }

    /// <summary>
    /// Finds the level to be told next: first the nearest unit that has somebody whom the rule names, then one by one the
    /// units above it that have somebody who answers for them.
    /// </summary>
    public static async Task<AlertLevel?> NextLevel(DbSession session, AlertSubject subject, CancellationToken cancellationToken)
    {
        var lineage = await new UnitStore(session).Lineage(subject.Unit.Id, cancellationToken);
        if (subject.Firing.ToldUnitId is { } told)
            return await Nearest(session, lineage.SkipWhile(unit => unit.Id != told).Skip(1), Above, cancellationToken);
        var first = await Nearest(session, lineage, subject.Rule.Tell, cancellationToken) ?? await Nearest(session, lineage, Above, cancellationToken);
        if (first is null) return null;
        var people = new PersonStore(session);
        var houses = new List<Recipient>();
        foreach (var house in subject.Houses) houses.AddRange(await people.Holders(house, Role.ClassTeacher, cancellationToken));
        first = first with { Recipients = [.. first.Recipients.Concat(houses).DistinctBy(recipient => recipient.UserId)] };
        if (subject.Unit.Kind != UnitKind.Class || subject.Rule.BeginsInClass) return first;
        // The class teacher has heard of each pupil already, and learns now that they are a cluster.
        var teachers = await people.Holders(subject.Unit.Id, Role.ClassTeacher, cancellationToken);
        return first with { Recipients = [.. first.Recipients.Concat(teachers).DistinctBy(recipient => recipient.UserId)] };
    }

    /// <summary>A firing as one user may see it now.</summary>
    public static async Task<AlertReader> Reader(DbSession session, AlertSubject subject, long userId, CancellationToken cancellationToken)
    {
        var posts = await new PersonStore(session).PostsOfUser(userId, cancellationToken);
        var knowsBy = posts.Where(post => May(post, Permission.BeAlerted, subject)).ToList();
        var language = (await new AccountStore(session).Find(userId, cancellationToken))?.Spoken ?? subject.Held.Language;
        var view = new AlertView(subject.Rule, subject.Firing, subject.Unit, subject.Held.Schedule.TimeZone)
        {
            Names = knowsBy.Count > 0 ? subject.Names : null,
            WentUpTo = subject.WentUpTo,
            Minutes = subject.Held.Settings.Rules.AcknowledgeMinutes,
            // Only those who report to the authorities may take on what has to be reported; the class teacher just knows of it.
            MayTake = posts.Any(post => May(post, Permission.AcknowledgeAlert, subject) && (post.Role != Role.ClassTeacher || subject.Rule.BeginsInClass)),
        };
        return new AlertReader(view, language, userId, knowsBy);
    }

    /// <summary>Keeps in the log of looks that a reader was told names, unless by a post that needs no log.</summary>
    public async ValueTask LogLook(DbSession session, AlertSubject subject, AlertReader reader, IReadOnlyList<long> pupils, CancellationToken cancellationToken)
    {
        if (reader.KnowsBy.Any(post => !Permissions.IsLogged(post.Role, subject.RelationOf(post)))) return;
        var looker = Looker.User(reader.UserId, reader.KnowsBy[0].PersonId);
        await new LookStore(session).Add(pupils, looker, LookReason.Alert, LookVia.Chat, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>The names of pupils, in the order given; those who left are not among them.</summary>
    public static async Task<IReadOnlyList<string>> NamesOf(DbSession session, IReadOnlyList<long> pupils, CancellationToken cancellationToken)
    {
        var people = new PersonStore(session);
        var names = new List<string>();
        foreach (var pupil in pupils)
        {
            if (await people.Find(pupil, cancellationToken) is { } person) names.Add(person.Name);
        }

        return names;
    }

    private static bool May(Post post, Permission permission, AlertSubject subject) =>
        Permissions.Allows(post.Role, permission, subject.RelationOf(post));

    private static async Task<AlertLevel?> Nearest(DbSession session, IEnumerable<Unit> lineage, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        // A level that the last message did not reach is told, and the next one with it.
        AlertLevel? level = null;
        foreach (var unit in lineage)
        {
            var holders = new List<Recipient>(level?.Recipients ?? []);
            foreach (var role in roles) holders.AddRange(await new PersonStore(session).Holders(unit.Id, role, cancellationToken));
            if (holders.Count > (level?.Recipients.Count ?? 0)) level = new AlertLevel(unit, [.. holders.DistinctBy(holder => holder.UserId)]);
            if (holders.Exists(holder => holder.Reachable)) return level;
        }

        return level;
    }
}
