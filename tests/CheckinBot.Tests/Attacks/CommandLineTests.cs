using CheckinBot.Tests.Commands;

namespace CheckinBot.Tests.Attacks;

/// <summary>Arguments that a script hands on from elsewhere: a name with SQL in it, a path that leaves its folder.</summary>
public sealed class CommandLineTests
{
    private const string Roster = "unit,role,name,number\n示范县/第一小学/三年级/1班,student,王小明,1\n\"示范县/'; drop table person; --/3班\",student,\"x', 'y'); --\",2\n";

    [Fact]
    public async Task SQL_in_a_roster_or_an_argument_is_a_name_like_any_other()
    {
        using var program = new TheProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "roster.csv"), Roster);
        Assert.Equal(0, (await program.Run("import", "roster.csv")).Code);
        foreach (var unit in (string[])["' or '1'='1", "示范县'; delete from person; --", "%", "示范县/%", "_", ""])
        {
            var (code, output, error) = await program.Run("export", "--unit", unit, "--from", "2026-03-02", "--missing");
            Assert.Equal("", output);
            Assert.NotEqual(0, code);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }

        var (done, all, _) = await program.Run("export", "--unit", "示范县", "--from", "2026-03-02", "--missing");
        Assert.Equal(0, done);
        Assert.Contains("王小明", all, StringComparison.Ordinal);
        Assert.Contains("x', 'y'); --", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_a_path_finds_nothing_outside_of_its_place_and_a_fault_is_one_line()
    {
        using var program = new TheProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "roster.csv"), Roster);
        await program.Run("import", "roster.csv");
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "secret.json"), """{ "label": "secret" }""");
        string[][] tricks =
        [
            ["form", "../secret", "--unit", "示范县"], ["form", "../../../../../../etc/passwd", "--unit", "示范县"], ["form", "/etc/passwd", "--template"],
            ["digest", "--unit", "../../etc"], ["import", "/"], ["import", "/dev/null"], ["import", "/proc/self/environ"],
            ["backup", "/proc/x"], ["backup", "."], ["restore", "/dev/null"], ["restore", "roster.csv"],
            ["digest", "--unit", "示范县", "--format", "xlsx", "--out", "/"], ["invites", "--unit", "../.."], ["settings", "--unit", "示范县", "../x"],
        ];
        foreach (var arguments in tricks)
        {
            var (code, output, error) = await program.Run(arguments);
            Assert.True(code is 1 or 2, $"{string.Join(' ', arguments)}: {code} {output} {error}");
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", output + error, StringComparison.Ordinal);
            Assert.DoesNotContain("\"secret\"", output + error, StringComparison.Ordinal);
        }
    }
}
