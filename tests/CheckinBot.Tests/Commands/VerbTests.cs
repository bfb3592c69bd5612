using CheckinBot.Tests.Rosters;

namespace CheckinBot.Tests.Commands;

/// <summary>Verbs as an operator runs them: the program itself, on a database of its own.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly TheProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_transfer_moves_the_pupil_says_so_and_asks_for_the_bed_of_a_boarder()
    {
        await Import();
        var refused = await Run("transfer", "1", "--from", "示范县/第一小学", "--to", "示范县/第二小学/1班");
        Assert.Equal((1, ""), (refused.Code, refused.Out));
        Assert.Equal(
            "'1' is a boarder ('302'): give the dormitory in the new school with --dormitory, or --dormitory none. Nothing was changed.", refused.Error);

        var moved = await Run("transfer", "1", "--from", "示范县/第一小学", "--to", "示范县/第二小学/1班", "--number", "20", "--dormitory", "新楼 101");
        Assert.Equal((0, ""), (moved.Code, moved.Error));
        Assert.StartsWith("王小明 (20) is in 示范县/第二小学/1班 now, dormitory 新楼 101.", moved.Out, StringComparison.Ordinal);
        var again = await Run("transfer", "1", "--from", "示范县/第一小学", "--to", "示范县/第二小学/1班");
        Assert.Equal((1, "Nobody has the number '1' in '示范县/第一小学'. Nothing was changed."), (again.Code, again.Error));
        var unknown = await Run("transfer", "2", "--from", "示范县/第一小学", "--to", "第三小学");
        Assert.Equal(1, unknown.Code);
        Assert.StartsWith("There is no unit '第三小学'.", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("transfer", "2")).Code);
    }

    [Fact]
    public async Task What_the_operator_takes_out_is_a_look_that_says_who_whom_when_and_why()
    {
        await Import();
        var exported = await Run("export", "--unit", "示范县/第一小学", "--from", "2026-03-02", "--missing", "--out", Path.Combine(_program.Folder, "out.csv"));
        Assert.Equal((0, "", ""), (exported.Code, exported.Out, exported.Error));
        Assert.Contains("王小明", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "out.csv")), StringComparison.Ordinal);

        var looks = (await Run("looks", "--unit", "示范县/第一小学")).Out.Split('\n');
        Assert.Equal("looked_at\twho\tunit\tnumber\tname\treason\tvia", looks[0]);
        var look = Assert.Single(looks, line => line.Contains("王小明", StringComparison.Ordinal)).Split('\t');
        Assert.Equal(["示范县/第一小学/1班", "1", "王小明", "export", "command_line"], look[2..]);
        Assert.Equal($"operator {Environment.UserName}", look[1]);
        Assert.Single((await Run("looks", "--unit", "示范县/第二小学")).Out.Split('\n'));
        Assert.Single((await Run("looks", "--from", "2020-01-01", "--to", "2020-01-02")).Out.Split('\n'));
        Assert.Equal(
            (2, "--from 'yesterday' is no date: write it as in 2021-03-01."),
            await Run("looks", "--from", "yesterday") is var bad ? (bad.Code, bad.Error.Split('\n')[0]) : default);
    }

    [Fact]
    public async Task A_digest_and_a_form_of_a_slot_that_a_unit_alone_has_are_to_be_had()
    {
        await Import();
        Assert.Equal(0, (await Run("settings", "--unit", "示范县/第一小学", "SchoolDay:Slots", "morning,evening")).Code);
        var digest = await Run("digest", "--unit", "示范县", "--slot", "evening", "--format", "json");
        Assert.Equal((0, ""), (digest.Code, digest.Error));
        Assert.Contains("\"slot\": \"evening\"", digest.Out, StringComparison.Ordinal);
        Assert.Contains("\"expected\": 1,", digest.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("form", "class-register", "--unit", "示范县/第一小学/1班", "--slot", "evening", "--format", "html")).Code);
        Assert.Equal(2, (await Run("digest", "--unit", "示范县", "--slot", "night")).Code);
    }

    private async Task Import()
    {
        var roster = Path.Combine(_program.Folder, "roster.csv");
        await File.WriteAllTextAsync(
            roster, RosterFiles.Header.TrimEnd() + ",dormitory\n示范县/第一小学/1班,student,王小明,1,302\n示范县/第一小学/1班,student,李华,2,\n示范县/第二小学/1班,student,周杰,7,\n");
        Assert.Equal(0, (await Run("import", roster)).Code);
    }

    private Task<(int Code, string Out, string Error)> Run(params string[] arguments) => _program.Run(arguments);
}
