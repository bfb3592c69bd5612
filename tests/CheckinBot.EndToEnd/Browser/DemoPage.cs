using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CheckinBot.EndToEnd.Browser;

/// <summary>The demo's page in a real browser, as a visitor uses it. Everything that the browser complains of is kept.</summary>
internal sealed class DemoPage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private DemoPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (this.playwright, this.browser, Page) = (playwright, browser, page);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning") Complaints.Add($"{said.Type}: {said.Text}");
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) Complaints.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    /// <summary>Where screenshots go: <c>artifacts/browser</c> of the checkout.</summary>
    public static string Artifacts { get; } = Path.Combine(Root(), "artifacts", "browser");

    public static async Task<DemoPage> Open(string url, int width, int height, bool dark = false)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.Launch(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        page.SetDefaultTimeout(60_000);
        var opened = new DemoPage(playwright, browser, page);
        await page.GotoAsync(url);
        return opened;
    }

    /// <summary>Takes the place of the person whom the page describes so.</summary>
    public async Task Become(string description)
    {
        var before = Page.Url;
        await Page.ClickAsync(".me");
        await Page.FillAsync(".panel input", description);
        await Page.Locator(".person").First.ClickAsync();
        // The address tells of the person once that person's chats are there.
        await Page.WaitForFunctionAsync("before => location.href !== before", before);
    }

    /// <summary>Clicks the thing to try that puts this message into the input line, and sends it.</summary>
    public async Task Try(string message)
    {
        await Page.Locator(".try button", new() { HasTextString = message }).First.ClickAsync();
        await Assertions.Expect(Page.Locator(".composer textarea")).ToHaveValueAsync(message);
        await Page.PressAsync(".composer textarea", "Enter");
    }

    public Task OpenChat(string title) => Page.Locator(".chat", new() { HasTextString = title }).First.ClickAsync();

    public async Task Say(string text)
    {
        await Page.FillAsync(".composer textarea", text);
        await Page.PressAsync(".composer textarea", "Enter");
    }

    /// <summary>Presses the newest button that reads so.</summary>
    public Task Press(string label) => Page.Locator(".key", new() { HasTextRegex = new Regex("^" + Regex.Escape(label)) }).Last.ClickAsync();

    /// <summary>Waits for a message of the bot that holds the text; what stood there instead is told where it does not come.</summary>
    public async Task Expect(string text)
    {
        try
        {
            await Page.Locator(".bubble", new() { HasTextString = text }).Last.WaitForAsync();
        }
        catch (TimeoutException)
        {
            var bubbles = await Page.Locator(".bubble").AllInnerTextsAsync();
            var typed = await Page.Locator(".composer textarea").InputValueAsync();
            Assert.Fail($"'{text}' did not come. At {Page.Url}, typed '{typed}', the last messages: {string.Join("\n--\n", bubbles.TakeLast(4))}");
        }
    }

    public Task Screenshot(string name)
    {
        Directory.CreateDirectory(Artifacts);
        return Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
