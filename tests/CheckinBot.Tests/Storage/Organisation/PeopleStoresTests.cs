using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Organisation;

/// <summary>People and their posts, the users who are tied to them, and their accounts.</summary>
public abstract class PeopleStoresTests(TestDatabase database) : StoreContract(database)
{
    private const long Mother = 1001, Father = 1002, Teacher = 1003;

    [SkippableFact]
    public async Task Everybody_who_is_to_check_in_is_listed_by_number_and_who_left_or_is_not_asked_is_not()
    {
        await Run("""
            insert into person (id, unit_id, role, name, number, active, expected, dormitory) values
                (34, 3, 'student', '十号', '10', true, true, '2-301'),
                (35, 3, 'student', '转走', '3', false, true, null),
                (36, 3, 'duty_officer', '值班', 'D', true, false, null)
            """);
        var expected = await Read(session => new PersonStore(session).Expected(Class, default));
        Assert.Equal(["1 王小明", "2 李华", "10 十号", "T1 陈老师"], expected.Select(person => $"{person.Number} {person.Name}"));
        Assert.Equal([34L], expected.Where(person => person.IsBoarder).Select(person => person.Id));
        Assert.Equal(new Person(Ming, Class, Role.Student, "王小明", "1"), await Find(Ming));
        Assert.Null(await Find(35));
    }

    [SkippableTheory]
    [InlineData("白露 36.5")]
    [InlineData("白　露 36.5 没外出")]
    [InlineData("4101 36.5")]
    public async Task A_class_is_found_by_a_pupil_whose_name_the_roster_spreads(string text)
    {
        await Write(session => new RosterStore(session).Add(new RosterData(Class, Role.Student, "白　露", "4101"), Now, default).AsTask());
        var units = await Read(session => new PersonStore(session).UnitsNaming(County, text, 10, default));
        Assert.Equal([Class], units.Select(unit => unit.Id));
    }

    [SkippableFact]
    public async Task A_user_has_the_posts_of_the_person_who_they_are_and_not_of_their_children()
    {
        await Link(Teacher, ClassTeacher, LinkKind.Self);
        await Link(Teacher, Hua, LinkKind.Guardian);
        await Run("insert into post (person_id, unit_id, role) values (33, 2, 'duty_officer')");
        var posts = await Read(session => new PersonStore(session).PostsOfUser(Teacher, default));
        Assert.Equal(["示范县/第一小学 DutyOfficer", "示范县/第一小学/1班 ClassTeacher"], posts.Select(post => $"{post.Unit.Path} {post.Role}"));
        Assert.All(posts, post => Assert.Equal(ClassTeacher, post.PersonId));
    }

    [SkippableFact]
    public async Task Who_holds_a_role_is_found_with_their_language_and_whether_the_last_message_reached_them()
    {
        await Link(Teacher, ClassTeacher, LinkKind.Self);
        Assert.Equal([new Recipient(Teacher, null)], await Holders(Class));
        await Write(session => new AccountStore(session).SetLanguage(Teacher, Language.En, Now, default));
        Assert.Equal([new Recipient(Teacher, Language.En)], await Holders(Class));
        Assert.Empty(await Holders(School));
        await Write(session => new AccountStore(session).SetReachable(Teacher, "blocked", Now, default));
        Assert.Equal([new Recipient(Teacher, Language.En) { Reachable = false }], await Holders(Class));
    }

    [SkippableFact]
    public async Task Whoever_answered_last_for_a_child_is_the_likeliest_to_answer_again()
    {
        await Link(Mother, Ming, LinkKind.Guardian);
        await Link(Father, Ming, LinkKind.Guardian, Now.AddMinutes(1));
        await Link(Mother, Hua, LinkKind.Guardian);
        Assert.Equal([(Ming, Mother), (Ming, Father), (Hua, Mother)], await Reporters());
        await Answer(Ming, Father, new CheckInAnswer { TemperatureTenths = 365 }, Today.AddDays(-1));
        Assert.Equal([(Ming, Father), (Ming, Mother), (Hua, Mother)], await Reporters());

        // Who has a temperature, or no thermometer, is not asked; who has told only something else is.
        await Answer(Hua, Mother, new CheckInAnswer { NoThermometer = true }, Today);
        await Answer(Ming, Father, new CheckInAnswer { Travel = Travel.No }, Today);
        await Write(session => new AccountStore(session).SetReachable(Father, "blocked", Now, default));
        Assert.Equal([(Ming, Mother)], await Reporters());

        async Task<IEnumerable<(long, long)>> Reporters() =>
            (await Read(session => new MissingStore(session).PossibleReporters(Today, "morning", withTravel: false, default)))
                .Select(one => (one.PersonId, one.UserId));
    }

    private Task Answer(long person, long user, CheckInAnswer answer, DateOnly day) => Write(async session =>
        await new CheckInStore(session).Append(TestDatabase.Reading(person, 0, user) with { Answer = answer, Day = day }, default));

    private Task Link(long user, long person, LinkKind kind, DateTimeOffset? at = null) =>
        Write(session => new LinkStore(session).Add(user, person, kind, $"user {user}", "no code", at ?? Now, default));

    private Task<Person?> Find(long id) => Read(async session => await new PersonStore(session).Find(id, default));

    private Task<IReadOnlyList<Recipient>> Holders(long unit) => Read(session => new PersonStore(session).Holders(unit, Role.ClassTeacher, default));
}

public sealed class SqlitePeopleStoresTests() : PeopleStoresTests(new SqliteDatabase());

public sealed class PostgresPeopleStoresTests() : PeopleStoresTests(new PostgresDatabase());
