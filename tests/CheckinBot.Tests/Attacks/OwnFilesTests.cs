using CheckinBot.Tests.Commands;

namespace CheckinBot.Tests.Attacks;

/// <summary>Somebody else with an account on the machine: no file of the program can be read by them, and no secret is told.</summary>
public sealed class OwnFilesTests
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Token = "123456:a-token_0123456789abcdefghijklmnop", Secret = "a-webhook-secret-of-enough-length";

    [SkippableFact]
    public async Task Database_copies_and_exports_are_for_their_owner_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other rights.");
        using var program = new TheProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "roster.csv"), "unit,role,name,number\n示范县/第一小学/三年级/1班,student,王小明,1\n");
        Assert.Equal(0, (await program.Run("import", "roster.csv")).Code);
        Assert.Equal(0, (await program.Run("backup", "copies/copy.db")).Code);
        Assert.Equal(0, (await program.Run("export", "--unit", "示范县", "--from", "2026-03-02", "--out", "export.csv")).Code);
        Assert.Equal(0, (await program.Run("digest", "--unit", "示范县", "--date", "2026-03-02", "--format", "xlsx", "--out", "digest.xlsx")).Code);
        var made = Directory.EnumerateFiles(program.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("roster.csv", StringComparison.Ordinal)).ToList();
        Assert.True(made.Count >= 4, string.Join(' ', made));
        foreach (var file in made) Assert.Equal((file, Own), (file, ModeOf(file)));
        Assert.Equal(Own | UnixFileMode.UserExecute, ModeOf(Path.Combine(program.Folder, "copies")));

        // Who has copied it by hand is told.
        Assert.DoesNotContain("FAULT  files", (await program.Run("doctor")).Out, StringComparison.Ordinal);
        Open(program.Database);
        var told = (await program.Run("doctor")).Out.Split('\n').Single(line => line.StartsWith("FAULT  files", StringComparison.Ordinal));
        Assert.Contains($"do: chmod 600 {program.Database}", told, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Token_and_secret_come_from_files_of_their_own_and_nothing_tells_them()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other rights.");
        using var program = new TheProgram();
        var secrets = Directory.CreateDirectory(Path.Combine(program.Folder, "credentials")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Telegram__BotToken"), Token + "\n");
        await File.WriteAllTextAsync(Path.Combine(secrets, "Telegram__WebhookSecret"), Secret + "\n");
        await File.WriteAllTextAsync(Path.Combine(secrets, "of-another-program"), "x");
        program.Environment["CREDENTIALS_DIRECTORY"] = secrets;
        program.Environment["Telegram__BaseUrl"] = "http://127.0.0.1:9";
        program.Environment["Logging__LogLevel__Default"] = "Trace";
        var (_, output, error) = await program.Run("doctor");
        Assert.DoesNotContain("BotToken is not set", output, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:9", output, StringComparison.Ordinal);
        await NothingTells(program, output + error);

        // A secret that is not allowed is not shown either.
        await File.WriteAllTextAsync(Path.Combine(secrets, "Telegram__WebhookSecret"), Secret + "!");
        var (code, refused, why) = await program.Run("doctor");
        Assert.Equal(2, code);
        Assert.Contains("Telegram:WebhookSecret", why, StringComparison.Ordinal);
        await NothingTells(program, refused + why);

        // In a settings file that others can read, they are a fault.
        File.Delete(Path.Combine(secrets, "Telegram__WebhookSecret"));
        var settings = Path.Combine(program.Folder, "appsettings.json");
        await File.WriteAllTextAsync(settings, $$"""{ "Telegram": { "BotToken": "{{Token}}" } }""");
        Open(settings);
        Assert.Contains($"chmod 600 {settings}", (await program.Run("doctor")).Out, StringComparison.Ordinal);
    }

    private static async Task NothingTells(TheProgram program, string said)
    {
        foreach (var secret in (string[])[Token, Token.Split(':')[1], Secret])
        {
            Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
            if (File.Exists(program.Database)) Assert.DoesNotContain(secret, await File.ReadAllTextAsync(program.Database), StringComparison.Ordinal);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? Own : File.GetUnixFileMode(path);

    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Own | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
