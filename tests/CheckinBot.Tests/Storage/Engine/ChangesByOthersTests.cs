using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Storage.Engine;

/// <summary>An import in another process, while the worker keeps in memory what it has read.</summary>
public sealed class ChangesByOthersTests
{
    [Fact]
    public async Task What_another_connection_writes_is_noticed_with_the_next_transaction_and_own_writes_are_not()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 05:00");
        await using var writer = new Writer(school.Database);
        await Rename(writer, "first");
        await Rename(writer, "second");
        Assert.Equal(0, school.Database.ChangesByOthers);

        await Import(school, "update unit set name = 'other' where id = 4");
        Assert.Equal(0, school.Database.ChangesByOthers);
        await Rename(writer, "third");
        await Rename(writer, "fourth");
        Assert.Equal(1, school.Database.ChangesByOthers);
    }

    [Fact]
    public async Task The_rules_of_a_unit_follow_an_import_at_once_though_the_clock_stands()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 05:00");
        await using var writer = new Writer(school.Database);
        var rules = school.Services.GetRequiredService<UnitRulesLoader>();
        Assert.Equal(Language.ZhHans, await LanguageIn(writer, rules));

        await Import(school, "update unit set language = 'en' where id = 1");
        Assert.Equal(Language.En, await LanguageIn(writer, rules));
    }

    [Fact]
    public async Task Of_more_units_than_are_kept_those_of_which_nobody_has_asked_go()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 05:00");
        var memory = new ShortMemory<string>(school.Database);
        const int Most = ShortMemory<string>.Most;
        for (var unit = 0; unit < Most; unit++) memory.Keep(unit, "kept");
        Assert.NotNull(memory.Find(0));
        for (var unit = Most; unit < Most + (Most / 2); unit++) memory.Keep(unit, "kept");
        Assert.NotNull(memory.Find(0));
        Assert.Null(memory.Find(1));
        Assert.InRange(Enumerable.Range(0, 2 * Most).Count(unit => memory.Find(unit) is not null), Most / 2, Most);
    }

    private static Task<Language> LanguageIn(Writer writer, UnitRulesLoader rules) =>
        writer.Write(async session => (await rules.For(session, 3, default)).Language, default);

    private static Task Rename(Writer writer, string name) =>
        writer.Write(async ValueTask (session) => await session.Execute("update unit set name = @name where id = 3", new { name }, default), default);

    private static async Task Import(ScheduledSchool school, string sql)
    {
        await using var session = await new Database(new StorageOptions(SqlDialect.Sqlite, school.ConnectionString)).OpenWrite(default);
        await session.Execute(sql, null, default);
        await session.Commit(default);
    }
}
