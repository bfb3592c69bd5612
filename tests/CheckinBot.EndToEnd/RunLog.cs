using System.Text;
using System.Text.RegularExpressions;
using CheckinBot.Demo.Guide;
using CheckinBot.Simulator.Chats;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CheckinBot.EndToEnd;

/// <summary>
/// All that the workers of a test log, down to Debug, scopes and traces of exceptions too. At the end of each test it holds no word of
/// what anybody wrote or was told, no name, no reading and no secret.
/// </summary>
internal sealed partial class RunLog : ILoggerProvider, ILogger
{
    // Shorter ones, such as a name of a day, stand in a log by themselves.
    private const int ShortestText = 6;

    private readonly StringBuilder _all = new();

    /// <summary>Has a worker log into it.</summary>
    public void Listen(WebApplicationBuilder builder) => builder.Logging.AddProvider(this).AddFilter<RunLog>(null, LogLevel.Debug);

    /// <summary>Compares all of it with all that was said.</summary>
    public void HoldsNothingOf(World world)
    {
        string all;
        lock (_all) all = _all.ToString();
        Assert.NotEmpty(all);
        foreach (var secret in (string[])[Cast.BotToken, Cast.BotToken.Split(':')[1], RedeliveryTests.Secret])
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        // Whoever has a Chinese name, and whatever is said in Chinese; kinds of fault and units are told by number.
        Assert.DoesNotMatch("[\\u4e00-\\u9fff]", all);
        Assert.DoesNotMatch(Reading(), all);
        var said = world.People.SelectMany(person => world.Chats(person.Id).SelectMany(chat => world.Messages(person.Id, chat.Id)))
            .SelectMany(message => (message.Text ?? "").Split('\n')).Select(line => line.Trim()).Where(line => line.Length >= ShortestText);
        foreach (var line in said.Distinct()) Assert.DoesNotContain(line, all, StringComparison.Ordinal);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Add($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (_all) _all.AppendLine(line);
    }

    // 36.5, but neither a time of day nor a duration.
    [GeneratedRegex(@"(?<![\d.:])(3[5-9]|4[0-2])\.\d(?![\d.]| ?m?s\b|Z)")]
    private static partial Regex Reading();
}
