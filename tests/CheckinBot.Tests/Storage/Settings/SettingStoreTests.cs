using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Settings;

/// <summary>What units override, and who did it.</summary>
public abstract class SettingStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task The_nearest_units_value_comes_first_until_it_is_taken_away()
    {
        await Set(County, "Rules:MonitorDays", "21");
        await Set(School, "Rules:MonitorDays", "7");
        await Set(County, "SchoolDay:OpensAt", "06:00");
        Assert.Equal(
            [
                new UnitSetting("Rules:MonitorDays", "7", School),
                new UnitSetting("Rules:MonitorDays", "21", County),
                new UnitSetting("SchoolDay:OpensAt", "06:00", County),
            ],
            (await Stored(Class)).OrderBy(setting => setting.Key, StringComparer.Ordinal));
        Assert.Equal("21", (await Stored(County)).Single(setting => setting.Key == "Rules:MonitorDays").Value);

        await Set(School, "Rules:MonitorDays", null);
        Assert.Equal(new UnitSetting("Rules:MonitorDays", "21", County), (await Stored(Class)).Single(setting => setting.Key == "Rules:MonitorDays"));
        Assert.Equal(2, (await Read(session => new SettingStore(session).All(default))).Count);
    }

    [SkippableFact]
    public async Task Every_change_of_a_setting_says_who_and_what_and_no_change_says_nothing()
    {
        Assert.Equal(0, await LastChange());
        await Set(School, "Rules:MonitorDays", "7");
        var first = await LastChange();
        await Set(School, "Rules:MonitorDays", "7");
        Assert.Equal(first, await LastChange());
        await Write(session => new SettingStore(session).Change(School, "Rules:MonitorDays", null, Looker.User(7, ClassTeacher), Now.AddHours(1), default));
        Assert.True(await LastChange() > first);

        var changes = await Read(session => new SettingStore(session).Changes(School, 10, default));
        Assert.Equal(
            [
                new SettingChange { Key = "Rules:MonitorDays", OldValue = "7", ChangedAt = Now.AddHours(1), ByName = "陈老师" },
                new SettingChange { Key = "Rules:MonitorDays", NewValue = "7", ChangedAt = Now, ByOperator = "root" },
            ],
            changes);
        Assert.Single(await Read(session => new SettingStore(session).Changes(School, 1, default)));

        Task<long> LastChange() => Read(session => new SettingStore(session).LastChange(default));
    }

    private Task Set(long unit, string key, string? value) =>
        Write(session => new SettingStore(session).Change(unit, key, value, Looker.Operator("root"), Now, default));

    private Task<IReadOnlyList<UnitSetting>> Stored(long unit) => Read(session => new SettingStore(session).OfLineage(unit, default));
}

public sealed class SqliteSettingStoreTests() : SettingStoreTests(new SqliteDatabase());

public sealed class PostgresSettingStoreTests() : SettingStoreTests(new PostgresDatabase());
