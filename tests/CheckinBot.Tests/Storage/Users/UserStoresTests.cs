using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Users;

/// <summary>Users: their accounts, and the people to whom they are tied.</summary>
public abstract class UserStoresTests(TestDatabase database) : StoreContract(database)
{
    private const long Mother = 1001, Father = 1002, Teacher = 1003;

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
    public async Task The_guardians_of_a_class_and_its_staff_are_listed_and_the_users_of_a_person_in_the_order_of_linking()
    {
        await Link(Mother, Hua, LinkKind.Guardian);
        await Link(Father, Ming, LinkKind.Guardian, Now.AddMinutes(2));
        await Link(Mother, Ming, LinkKind.Guardian, Now.AddMinutes(1));
        await Link(Teacher, ClassTeacher, LinkKind.Self);
        var guardians = await Read(session => new LinkStore(session).GuardiansOfUnit(Class, default));
        Assert.Equal(
            [(Ming, Mother), (Ming, Father), (Hua, Mother), (ClassTeacher, Teacher)], guardians.Select(guardian => (guardian.PersonId, guardian.UserId)));
        Assert.Equal(new Guardian(Mother, Ming, "user 1001", Now.AddMinutes(1)), guardians[0]);
        Assert.Equal([Mother, Father], await Read(session => new LinkStore(session).UsersOf(Ming, default)));
    }

    [SkippableFact]
    public async Task The_language_in_use_is_the_chosen_one_else_the_one_in_which_the_user_was_last_answered()
    {
        await Write(session => new AccountStore(session).SeeLanguage(Mother, Language.En, default));
        Assert.Null(await Read(async session => await new AccountStore(session).Find(Mother, default)));
        await Write(session => new AccountStore(session).Add(Mother, Now, default));
        await Write(session => new AccountStore(session).SeeLanguage(Mother, Language.En, default));
        Assert.Equal(new Account(Mother, null, true, Language.En), await Read(async session => await new AccountStore(session).Find(Mother, default)));
        await Write(session => new AccountStore(session).SetLanguage(Mother, Language.ZhHant, Now, default));
        Assert.Equal(Language.ZhHant, (await Read(async session => await new AccountStore(session).Find(Mother, default)))!.Spoken);
    }

    [SkippableFact]
    public async Task When_somebody_was_asked_and_whether_it_reached_them_stands_beside_the_guardian()
    {
        await Write(session => new AccountStore(session).Add(Mother, Now, default));
        await Link(Mother, Ming, LinkKind.Guardian);
        await Write(async session => await new AskedStore(session).Note(Mother, Now, default));
        await Write(async session => await new AskedStore(session).Note(Mother, Now.AddMinutes(20), default));
        await Write(session => new AccountStore(session).SetReachable(Mother, "blocked", Now, default));
        var guardian = Assert.Single(await Read(session => new LinkStore(session).GuardiansOfUnit(Class, default)));
        Assert.Equal((Now.AddMinutes(20), false), (guardian.AskedAt, guardian.Reachable));
        Assert.Equal(Now.AddMinutes(20), await Read(async session => await new AskedStore(session).Of(Mother, default)));
        Assert.Null(await Read(async session => await new AskedStore(session).Of(Father, default)));
        Assert.Equal(1, await Write(session => new AskedStore(session).DeleteBefore(Now.AddMinutes(21), default)));
    }

    [SkippableFact]
    public async Task A_guardian_who_was_removed_is_kept_from_the_child_until_they_are_let_back_in()
    {
        await Write(session => new AccountStore(session).Add(Father, Now, default));
        await Link(Father, Ming, LinkKind.Guardian);
        await Write(session => new LinkStore(session).Expel(Father, Ming, Now, default));
        Assert.Empty(await Read(session => new LinkStore(session).UsersOf(Ming, default)));
        Assert.Equal([new Guardian(Father, Ming, "user 1002", Now)], await Read(session => new LinkStore(session).RemovedOfUnit(Class, default)));
        await Write(session => new LinkStore(session).Readmit(Father, Ming, Now.AddHours(1), default));
        Assert.Empty(await Read(session => new LinkStore(session).RemovedOfUnit(Class, default)));
        Assert.Equal(
            [new Guardian(Father, Ming, "user 1002", Now.AddHours(1))], await Read(session => new LinkStore(session).GuardiansOfUnit(Class, default)));
    }

    [SkippableFact]
    public async Task Whoever_answers_for_a_child_is_the_one_who_did_last_and_can_be_written_to()
    {
        await Link(Mother, Ming, LinkKind.Guardian);
        await Link(Father, Ming, LinkKind.Guardian, Now.AddMinutes(1));
        Assert.Equal(Mother, await WhoAnswers(except: 0));
        Assert.Equal(Father, await WhoAnswers(except: Mother));
        await Write(session => new AccountStore(session).SetReachable(Mother, "blocked", Now, default));
        Assert.Equal(Father, await WhoAnswers(except: 0));
        Assert.Null(await WhoAnswers(except: Father));

        Task<long?> WhoAnswers(long except) => Read(session => new LinkStore(session).WhoAnswersFor(Ming, except, default));
    }

    [SkippableFact]
    public async Task What_a_family_calls_a_child_is_kept_and_belongs_to_one_child()
    {
        await Link(Mother, Ming, LinkKind.Guardian);
        await Link(Mother, Hua, LinkKind.Guardian, Now.AddMinutes(1));
        (long, string)[] called = [(Ming, "老大"), (Ming, "毛毛"), (Hua, "毛毛"), (Hua, "a"), (Hua, "b"), (Hua, "c"), (Hua, "d"), (Hua, "e")];
        foreach (var (child, nickname) in called)
            await Write(session => new LinkStore(session).KeepNickname(Mother, child, nickname, default));
        var children = await Read(async session => await new LinkStore(session).OfUser(Mother, default));
        Assert.Equal(["老大"], children[0].Nicknames);
        Assert.Equal(["a", "b", "c", "d", "e"], children[1].Nicknames);
    }

    private Task Link(long user, long person, LinkKind kind, DateTimeOffset? at = null) =>
        Write(session => new LinkStore(session).Add(user, person, kind, $"user {user}", "no code", at ?? Now, default));
}

public sealed class SqliteUserStoresTests() : UserStoresTests(new SqliteDatabase());

public sealed class PostgresUserStoresTests() : UserStoresTests(new PostgresDatabase());
