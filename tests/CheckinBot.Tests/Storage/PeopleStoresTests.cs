using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage;

/// <summary>People and their posts, the users who are tied to them, and their accounts.</summary>
public abstract class PeopleStoresTests(TestDatabase database) : StoreContract(database)
{
    private const long Mother = 1001, Father = 1002, Teacher = 1003;

    [SkippableFact]
    public async Task Everybody_who_is_to_check_in_is_listed_by_number_and_who_left_or_is_not_asked_is_not()
    {
        await Run("""
            insert into person (id, unit_id, role, name, number, active, expected, dormitory) values
                (34, 3, 'student', '十号', '10', true, true, '2-301'), (35, 3, 'student', '转走', '3', false, true, null), (36, 3, 'duty_officer', '值班', 'D', true, false, null)
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
    public async Task Who_holds_a_role_is_found_with_their_language_unless_they_cannot_be_written_to()
    {
        await Link(Teacher, ClassTeacher, LinkKind.Self);
        Assert.Equal([new Recipient(Teacher, null)], await Holders(Class));
        await Write(session => new AccountStore(session).SetLanguage(Teacher, Language.En, Now, default));
        Assert.Equal([new Recipient(Teacher, Language.En)], await Holders(Class));
        Assert.Empty(await Holders(School));
        await Write(session => new AccountStore(session).SetReachable(Teacher, "blocked", Now, default));
        Assert.Empty(await Holders(Class));
    }

    [SkippableFact]
    public async Task An_account_keeps_the_chosen_language_and_whether_it_can_be_written_to()
    {
        Assert.Null(await Account());
        await Write(session => new AccountStore(session).Add(Mother, Now, default));
        Assert.Equal(new Account(Mother, null, true), await Account());
        await Write(session => new AccountStore(session).SetLanguage(Mother, Language.ZhHant, Now, default));
        await Write(session => new AccountStore(session).SetReachable(Mother, "blocked", Now, default));
        await Write(session => new AccountStore(session).Add(Mother, Now, default));
        Assert.Equal(new Account(Mother, Language.ZhHant, false), await Account());
        await Write(session => new AccountStore(session).SetReachable(Mother, null, Now, default));
        Assert.True((await Account())!.Reachable);

        Task<Account?> Account() => Read(async session => await new AccountStore(session).Find(Mother, default));
    }

    [SkippableFact]
    public async Task The_guardians_of_a_class_are_listed_pupil_by_pupil_and_the_users_of_a_person_in_the_order_of_linking()
    {
        await Link(Mother, Hua, LinkKind.Guardian);
        await Link(Father, Ming, LinkKind.Guardian, Now.AddMinutes(2));
        await Link(Mother, Ming, LinkKind.Guardian, Now.AddMinutes(1));
        await Link(Teacher, ClassTeacher, LinkKind.Self);
        var guardians = await Read(session => new LinkStore(session).GuardiansOfUnit(Class, default));
        Assert.Equal([(Ming, Mother), (Ming, Father), (Hua, Mother)], guardians.Select(guardian => (guardian.PersonId, guardian.UserId)));
        Assert.Equal(new Guardian(Mother, Ming, "user 1001", Now.AddMinutes(1)), guardians[0]);
        Assert.Equal([Mother, Father], await Read(session => new LinkStore(session).UsersOf(Ming, default)));
    }

    [SkippableFact]
    public async Task What_a_family_calls_a_child_is_kept_and_belongs_to_one_child()
    {
        await Link(Mother, Ming, LinkKind.Guardian);
        await Link(Mother, Hua, LinkKind.Guardian, Now.AddMinutes(1));
        foreach (var (child, nickname) in ((long, string)[])[(Ming, "老大"), (Ming, "毛毛"), (Hua, "毛毛"), (Hua, "a"), (Hua, "b"), (Hua, "c"), (Hua, "d"), (Hua, "e")])
            await Write(session => new LinkStore(session).KeepNickname(Mother, child, nickname, default));
        var children = await Read(async session => await new LinkStore(session).OfUser(Mother, default));
        Assert.Equal(["老大"], children[0].Nicknames);
        Assert.Equal(["a", "b", "c", "d", "e"], children[1].Nicknames);
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
            (await Read(session => new MissingStore(session).PossibleReporters(Today, "morning", default))).Select(one => (one.PersonId, one.UserId));
    }

    [SkippableFact]
    public async Task A_bot_is_known_by_its_last_name_and_any_bot_will_do_where_none_is_asked_for()
    {
        Assert.Null(await Name(null));
        await Write(session => new BotStore(session).Save(2, "second_bot", default));
        await Write(session => new BotStore(session).Save(1, "old_bot", default));
        await Write(session => new BotStore(session).Save(1, "first_bot", default));
        Assert.Equal(("first_bot", "second_bot", null), (await Name(null), await Name(2), await Name(3)));

        Task<string?> Name(long? bot) => Read(session => new BotStore(session).UserName(bot, default));
    }

    [SkippableFact]
    public async Task A_class_has_boarders_while_one_of_its_pupils_has_a_dormitory()
    {
        Assert.False(await Read(session => new FactStore(session).HasBoarders(Class, default)));
        await Run("update person set dormitory = '2-301' where id = 31");
        Assert.True(await Read(session => new FactStore(session).HasBoarders(Class, default)));
        await Run("update person set active = false where id = 31");
        Assert.False(await Read(session => new FactStore(session).HasBoarders(Class, default)));
    }

    [SkippableFact]
    public async Task The_evening_slot_and_a_carried_absence_concern_those_who_are_asked_in_it()
    {
        await Run("update person set dormitory = '2-301' where id = 31");
        foreach (var person in (long[])[Ming, Hua]) await Answer(person, Mother, new CheckInAnswer { Absence = Absence.Leave }, Today);
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));
        await Write(session => new CheckInStore(session).CarryAbsences(Class, Today, "evening", Now.AddHours(10), default));
        var ming = await Read(async session => await new CheckInStore(session).OfPerson(Ming, Today, Today, default));
        Assert.Equal([("morning", Absence.Leave), ("evening", Absence.Leave)], ming.Select(one => (one.Slot, one.Answer.Absence)));
        Assert.Equal((1, (long?)Mother, Now.AddHours(10)), (ming[1].Revision, ming[1].ReporterUserId, ming[1].ReportedAt));
        Assert.Null(await Read(async session => await new CheckInStore(session).Current(Hua, Today, "evening", default)));
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
