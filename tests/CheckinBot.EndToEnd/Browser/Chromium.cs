using Microsoft.Playwright;

namespace CheckinBot.EndToEnd.Browser;

/// <summary>Finds the machine's Chromium: the one that CHECKINBOT_CHROMIUM names, Debian's, or the first on the path.</summary>
internal static class Chromium
{
    /// <summary>Nothing but the page under test is asked of the network.</summary>
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The program; null where there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHECKINBOT_CHROMIUM"), "/usr/bin/chromium" }
            .Concat(OnPath("chromium")).Concat(OnPath("chromium-browser")).Concat(OnPath("google-chrome"))
            .FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no Chromium.</summary>
    public static void Need() => Skip.If(Path is null, "No Chromium: set CHECKINBOT_CHROMIUM to its path, or install the package chromium.");

    public static Task<IBrowser> Launch(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });

    private static IEnumerable<string> OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, name));
}
