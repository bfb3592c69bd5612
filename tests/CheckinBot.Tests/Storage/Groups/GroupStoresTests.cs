using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Traffic;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Groups;

/// <summary>Groups and the cards in them.</summary>
public abstract class GroupStoresTests(TestDatabase database) : StoreContract(database)
{
    private const long Group = -100, Supergroup = -1000100;

    [SkippableFact]
    public async Task A_group_that_nobody_has_bound_has_rights_and_no_unit()
    {
        Assert.Equal(new BotRights(false, false), await Rights(Group));
        await Write(session => new GroupStore(session).SetRights(777, new Effect.SetGroupRights(Group, "家长群", true, false), default));
        Assert.Equal(new BotRights(true, false), await Rights(Group));
        Assert.Null(await Find(Group));
        Assert.Empty(await Read(session => new GroupStore(session).All(default)));
    }

    [SkippableFact]
    public async Task A_bound_group_is_its_units_until_it_is_unbound()
    {
        await Bind(Group, Class);
        await Bind(-200, School);
        var group = Assert.Single(await Read(session => new GroupStore(session).OfUnit(Class, default)));
        Assert.Equal((777L, "家长群", Group, "示范县/第一小学/1班", 7L), (group.BotId, group.Title, group.Binding.ChatId, group.Binding.Unit.Path, group.BoundBy));
        Assert.Equal(new BotRights(true, true), group.Rights);
        Assert.Equal([-200, Group], (await Read(session => new GroupStore(session).All(default))).Select(one => one.Binding.ChatId));

        await Write(session => new GroupStore(session).Unbind(Group, default));
        Assert.Null(await Find(Group));
        Assert.Equal(School, (await Find(-200))!.Unit.Id);
    }

    [SkippableFact]
    public async Task Rights_that_change_keep_the_title_that_is_known_and_the_binding()
    {
        await Bind(Group, Class);
        await Write(session => new GroupStore(session).SetRights(777, new Effect.SetGroupRights(Group, null, false, false), default));
        var group = Assert.Single(await Read(session => new GroupStore(session).OfUnit(Class, default)));
        Assert.Equal(("家长群", new BotRights(false, false)), (group.Title, group.Rights));
    }

    [SkippableFact]
    public async Task Tidy_is_the_choice_of_one_class_and_ends_with_its_binding()
    {
        await Bind(Group, Class);
        await Write(session => new GroupStore(session).SetTidy(Group, true, default));
        await Bind(Group, Class);
        Assert.True((await Find(Group))!.Tidy);
        await Bind(Group, School);
        Assert.False((await Find(Group))!.Tidy);
    }

    [SkippableFact]
    public async Task A_group_that_became_a_supergroup_takes_its_binding_its_cards_and_what_is_to_be_sent_with_it()
    {
        await Bind(Group, Class);
        await Write(session => new CardStore(session).Add(Class, Group, Today, "morning", "0 of 3", default));
        await Write(async session => await new OutboxStore(session).Add(
            new OutboxRow { BotId = 777, ChatId = Group, Lane = "answers", Call = "{}", CreatedAt = Now, DueAt = Now }, default));
        // The bot is told of its rights in the new chat before it is told where that came from.
        await Write(session => new GroupStore(session).SetRights(777, new Effect.SetGroupRights(Supergroup, null, true, true), default));

        await Write(session => new GroupStore(session).Migrate(Group, Supergroup, default));
        Assert.Null(await Find(Group));
        Assert.Equal(Class, (await Find(Supergroup))!.Unit.Id);
        Assert.Equal(Supergroup, Assert.Single(await Cards()).ChatId);
        Assert.Equal(Supergroup, Assert.Single(await Read(session => new OutboxStore(session).Unsent(default))).ChatId);

        // The same word a second time does nothing.
        await Write(session => new GroupStore(session).Migrate(Group, Supergroup, default));
        Assert.Equal(Class, (await Find(Supergroup))!.Unit.Id);
    }

    [SkippableFact]
    public async Task A_card_is_found_by_its_message_and_says_what_it_was_last_told()
    {
        await Write(session => new CardStore(session).Add(Class, Group, Today, "morning", "0 of 3", default));
        Assert.Null(Assert.Single(await Cards()).MessageId);
        await Write(session => new CardStore(session).SetMessage(Class, Group, Today, "morning", 55, default));
        await Write(session => new CardStore(session).SetShown(Class, Group, Today, "morning", "1 of 3", default));

        var card = await Read(async session => await new CardStore(session).FindByMessage(Group, 55, default));
        Assert.Equal(new Card { UnitId = Class, ChatId = Group, Day = Today, Slot = "morning", MessageId = 55, Shown = "1 of 3" }, card);
        Assert.Null(await Read(async session => await new CardStore(session).FindByMessage(Group, 56, default)));
        Assert.Empty(await Read(session => new CardStore(session).Of(Class, Today, "noon", default)));
    }

    [SkippableFact]
    public async Task A_card_that_is_sent_again_replaces_the_one_before()
    {
        await Write(session => new CardStore(session).SetMessage(Class, Group, Today, "morning", 55, default));
        await Write(session => new CardStore(session).Add(Class, Group, Today, "morning", "again", default));
        var card = Assert.Single(await Cards());
        Assert.Equal((null, "again"), (card.MessageId, card.Shown));
    }

    private Task Bind(long chat, long unit) =>
        Write(session => new GroupStore(session).Bind(777, new Effect.BindGroup(chat, "家长群", unit, 7, true, true), Now, default));

    private Task<GroupBinding?> Find(long chat) => Read(async session => await new GroupStore(session).Find(chat, default));

    private Task<BotRights> Rights(long chat) => Read(async session => await new GroupStore(session).RightsIn(chat, default));

    private Task<IReadOnlyList<Card>> Cards() => Read(session => new CardStore(session).Of(Class, Today, "morning", default));
}

public sealed class SqliteGroupStoresTests() : GroupStoresTests(new SqliteDatabase());

public sealed class PostgresGroupStoresTests() : GroupStoresTests(new PostgresDatabase());
