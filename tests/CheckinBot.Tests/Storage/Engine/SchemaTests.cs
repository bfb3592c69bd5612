namespace CheckinBot.Tests.Storage.Engine;

/// <summary>The schema is written twice, once an engine: both have the same tables, columns, keys and indexes.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    // Only PostgreSQL needs to be told who changed something, and only there Quartz has its tables in this database.
    private static readonly string[] OnPostgresOnly = ["directory_change"];

    private readonly SqliteDatabase _sqlite = new();
    private readonly PostgresDatabase _postgres = new();

    public async Task InitializeAsync()
    {
        await _sqlite.InitializeAsync();
        await _postgres.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _sqlite.DisposeAsync();
    }

    [SkippableFact]
    public async Task Both_engines_have_the_same_columns_and_the_same_ones_may_be_empty()
    {
        const string OnSqlite = """
            select m.name || '.' || c.name || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end
            from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' and m.name not like 'sqlite%'
            """;
        const string OnPostgres = """
            select table_name || '.' || column_name || case is_nullable when 'NO' then ' not null' else '' end
            from information_schema.columns where table_schema = current_schema()
            """;
        Assert.Equal(await List(_sqlite, OnSqlite), Common(await List(_postgres, OnPostgres)));
    }

    [SkippableFact]
    public async Task Both_engines_have_the_same_indexes()
    {
        const string OnSqlite = """
            select tbl_name || '.' || name from sqlite_master where type = 'index' and name not like 'sqlite%'
            """;
        const string OnPostgres = """
            select t.relname || '.' || i.relname
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            where t.relnamespace = current_schema()::regnamespace
              and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
            """;
        Assert.Equal(await List(_sqlite, OnSqlite), Common(await List(_postgres, OnPostgres)));
    }

    [SkippableFact]
    public async Task Text_sorts_by_code_point_on_both()
    {
        const string Otherwise = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
              and table_name <> 'schema_migration'
            """;
        Assert.Empty(Common(await List(_postgres, Otherwise)));
    }

    // Whatever is counted by the hundred thousand in a morning is not told to other workers: nobody keeps it in memory.
    [SkippableFact]
    public async Task Each_table_either_tells_other_workers_of_its_changes_or_is_one_that_nobody_keeps_in_memory()
    {
        string[] neverKept =
        [
            "alert_message", "asked", "card", "case_entry", "case_file", "check_in", "code_failure", "conversation", "digest", "growing_message", "hearsay",
            "help_request", "inbox", "invitation", "invitation_use", "job_run", "look", "monitored", "night_run", "outbox", "request", "rule_firing",
            "rule_firing_pupil", "rule_look", "said_later", "schema_migration", "setting_change", "shown_question", "sign_off", "transfer", "waiver",
            "worker",
        ];
        const string Told = "select distinct event_object_table from information_schema.triggers where trigger_schema = current_schema()";
        const string Tables = "select table_name from information_schema.tables where table_schema = current_schema()";
        var told = await List(_postgres, Told);
        Assert.Equal(Common(await List(_postgres, Tables)), told.Concat(neverKept).Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> List(TestDatabase database, string sql) =>
        [.. (await database.Read(session => session.Query<string>(sql, null, default))).Order(StringComparer.Ordinal)];

    private static List<string> Common(List<string> names) =>
        [.. names.Where(name => !OnPostgresOnly.Contains(name.Split('.')[0]) && !name.StartsWith("qrtz_", StringComparison.Ordinal))];
}
