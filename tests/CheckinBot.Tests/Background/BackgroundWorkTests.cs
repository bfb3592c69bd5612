using CheckinBot.Background;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Tests.Background;

/// <summary>Work that fails is tried ever less often, said once, and told to the operator after a minute.</summary>
public sealed class BackgroundWorkTests : IDisposable
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    private readonly List<string> _log = [];
    private readonly LoggerFactory _loggers;
    private readonly BackgroundWork _work;
    private int _runs;

    public BackgroundWorkTests()
    {
        _loggers = new LoggerFactory([new ListLogger(_log)]);
        _work = new BackgroundWork(_time, _loggers.CreateLogger<BackgroundWork>());
    }

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task Pauses_grow_to_half_a_minute_and_no_further()
    {
        var at = new List<int>();
        for (var second = 0; second < 300; second++)
        {
            var before = _runs;
            await Fail();
            if (_runs > before) at.Add(second);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var pauses = at.Zip(at.Skip(1), (one, next) => next - one).ToList();
        Assert.InRange(pauses[0], 1, 2);
        Assert.True(pauses[3] > pauses[0], string.Join(' ', pauses));
        Assert.InRange(pauses.Max(), 20, 31);
        Assert.InRange(pauses[^1], 20, 31);
    }

    [Fact]
    public async Task After_a_minute_there_is_a_line_with_the_databases_own_reason_and_none_once_it_goes_well()
    {
        await Fail();
        Assert.Empty(_work.Lines());
        _time.Advance(TimeSpan.FromMinutes(1));
        await Fail();
        const string Line = "cards: has failed since 2026-03-02T04:00:00Z, 2 times (SQLite Error 5: 'database is locked'.); it is tried on";
        Assert.Equal(Line, Assert.Single(_work.Lines()));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await _work.Try("cards", () => Task.CompletedTask, default));
        Assert.Empty(_work.Lines());
        // Said when it began and when it was over.
        Assert.Equal(2, _log.Count);
    }

    [Fact]
    public async Task What_an_exception_quotes_is_not_shown()
    {
        await _work.Try("cards", () => throw new InvalidOperationException("王小明 38.5"), default);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("(InvalidOperationException)", Assert.Single(_work.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_tried_any_more_is_due_no_more_and_begins_anew_when_it_is_again()
    {
        await Fail();
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(_work.Lines());
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Empty(_work.Lines());
        await Fail();
        Assert.Empty(_work.Lines());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("since 2026-03-02T04:11:00Z, 1 times", Assert.Single(_work.Lines()), StringComparison.Ordinal);
    }

    private Task<bool> Fail() => _work.Try(
        "cards",
        () =>
        {
            _runs++;
            throw new SqliteException("SQLite Error 5: 'database is locked'.", 5);
        },
        default);
}
