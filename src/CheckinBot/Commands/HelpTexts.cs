using CheckinBot.Configuration;

namespace CheckinBot.Commands;

/// <summary>What stands below the options in the help: columns of files, examples, where to go on. For operators, in English.</summary>
internal static class HelpTexts
{
    /// <summary>Below the list of verbs.</summary>
    public static string Root { get; } = $"""
        Configuration, for every verb: appsettings.json beside the program, then the one in the current folder, then the
        environment (SchoolDay__OpensAt=06:45), then flags. Of each section one key as an example; README.md has all of them:
        {string.Join('\n', ConfigurationSources.Examples.Select(example => "  " + example))}

        Exit code: 0 done, 1 failed, 2 bad usage or configuration. A fault is one line; with Logging__LogLevel__Default=Debug in
        the environment the trace comes with it.

        To begin: demo shows it all without a token. For a school: import a roster, print invites, ask doctor, then run.
        From the source code CheckinBot is: dotnet run --project src/CheckinBot --
        """;

    private const string More = "Where the database is, and all else that is configured: CheckinBot --help.";

    // What they need is in their own notes.
    private static readonly string[] WithoutConfiguration = ["demo", "read"];

    private static readonly Dictionary<string, string> Notes = new()
    {
        ["run"] = """
            Needs Telegram:BotToken, as in: Telegram__BotToken=123456789:AAF… CheckinBot run
            Migrates the database at start. SIGTERM and Ctrl-C stop it cleanly within 10 seconds.
            At Http:Urls it serves /healthz (lives), /readyz (database and receiving work), /metrics (Prometheus).
            """,
        ["demo"] = """
            Open the address in a browser; Ctrl-C ends it. It may be given settings of SchoolDay, Rules, Privacy, Invitations, Texts,
            Groups and Forms, as in: CheckinBot demo --SchoolDay:RemindAt=07:00
            Those of Telegram, Storage and Http are its own, and it reads no appsettings.json.
            """,
        ["import"] = """
            Columns: unit,role,name,number, then as needed locale,time_zone,note,birth_date,dormitory; Chinese headers and roles do as well.
            A unit is a path of names from the top, as in Model County/First School/Grade 3/Class 1.
            Roles: student, teacher, class_teacher, school_officer, official, duty_officer, counsellor, admin.
            """,
        ["invites"] = """
            CSV has the columns unit,role,name,number,code,link. A code of a pupil makes its user a guardian, one of staff that person.
            On paper: CheckinBot invites --unit "Model County/First School" --format html > invites.html
            """,
        ["export"] = """
            Columns: date,slot,unit,number,name,role,status,temperature_c,site,symptoms,travel,place,isolation,reporter,reported_at,source,revision
            status is reported, partial, exempt or missing; travel is yes, no or unknown; times are UTC. Whose data go out is kept: see looks.
            """,
        ["backup"] = "PostgreSQL is copied with pg_dump --format=custom. The worker makes a copy of its own each night, beside the database.",
        ["restore"] = "PostgreSQL is put back with pg_restore.",
        ["purge"] = "The worker does the same each night.",
        ["read"] = $$"""
            Contexts: {{string.Join(", ", ReadCommand.Contexts.Keys)}}
            Kinds: {{string.Join(", ", ReadCommand.Kinds)}}
            The answer: {"kind":…,"entries":[{"name","temperatureC","travel","place","symptoms"}]}, or {"error":…}
            As in: echo '{"context":"private-idle","text":"36.5"}' | CheckinBot read
            """,
        ["digest"] = """
            As in: CheckinBot digest --unit "Model County/First School" --date 2026-03-02 --format xlsx --out digest.xlsx
            A workbook names the people of open cases, and whom it names is kept: see looks. png needs rsvg-convert.
            """,
        ["form"] = """
            As in: CheckinBot form class-register --unit "Model County/First School/Grade 3/Class 1" --format html --out register.html
            Own forms are JSON files in Forms:Folder, made from a shipped one by --template. Whom a form names is kept: see looks.
            """,
        ["settings"] = """
            Keys: all of SchoolDay and Rules, Privacy:RetentionDays, Texts:Language, Groups:Tidy, Forms:Offered. What the nearest unit sets holds.
            As in: CheckinBot settings --unit "Model County/First School" SchoolDay:OpensAt 06:45
            """,
        ["transfer"] = """
            As in: CheckinBot transfer 20210101 --from "Model County/First School" --to "Model County/Second School/Grade 3/Class 1" --number 20219901
            """,
        ["looks"] = "One line a look, with tabs between: looked_at, who, unit, number, name, reason, via. Times are UTC.",
        ["replay"] = """
            One line an update, with tabs between: id, received_at, error, cause. What people wrote is shown by --json alone.
            What is handled again is sent by the worker that runs, or after its next start. As in: CheckinBot replay 912345678
            """,
        ["doctor"] = """
            Changes nothing, and may be run while the worker runs; what the worker itself complains of is in the report.
            --deep reads all of the database, compares every index with its table and counts the totals again: minutes on a large one.
            Exit code 1 where a line begins with FAULT.
            """,
    };

    /// <summary>Below the options of a verb.</summary>
    public static string Of(string verb) => Notes.TryGetValue(verb, out var notes)
        ? WithoutConfiguration.Contains(verb) ? notes : $"{notes}\n\n{More}"
        : More;
}
