using System.Diagnostics.Metrics;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Metrics;

namespace CheckinBot.Tests.Metrics;

/// <summary>The text that a Prometheus server reads.</summary>
public sealed class PrometheusExportTests : IDisposable
{
    private readonly Meter _meter = new("a test's");
    private readonly PrometheusExport _export;

    public PrometheusExportTests() => _export = new PrometheusExport(meter => meter == _meter);

    public void Dispose()
    {
        _export.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_is_a_total_with_a_line_for_each_set_of_labels()
    {
        var calls = _meter.CreateCounter<long>("bot.calls", description: "Calls by outcome\nand lane \\ all");
        calls.Add(2, new KeyValuePair<string, object?>("outcome", "done"));
        calls.Add(1, new("outcome", "a \"quoted\\word\""), new("lane.name", 3));
        calls.Add(1, new("lane.name", 3), new("outcome", "a \"quoted\\word\""));
        calls.Add(5, new KeyValuePair<string, object?>("outcome", "done"));

        Assert.Equal(
            """
            # HELP bot_calls_total Calls by outcome\nand lane \\ all
            # TYPE bot_calls_total counter
            bot_calls_total{lane_name="3",outcome="a \"quoted\\word\""} 2
            bot_calls_total{outcome="done"} 7

            """.ReplaceLineEndings("\n"),
            _export.Render());
    }

    [Fact]
    public void A_histogram_has_rising_buckets_to_infinity_a_sum_and_a_count()
    {
        var lag = _meter.CreateHistogram("lag", "s", "Time", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 2] });
        foreach (var seconds in (double[])[0.25, 0.5, 1, 40]) lag.Record(seconds);

        Assert.Equal(
            """
            # HELP lag_seconds Time
            # TYPE lag_seconds histogram
            lag_seconds_bucket{le="0.5"} 2
            lag_seconds_bucket{le="2"} 3
            lag_seconds_bucket{le="+Inf"} 4
            lag_seconds_sum 41.75
            lag_seconds_count 4

            """.ReplaceLineEndings("\n"),
            _export.Render());
    }

    [Theory]
    [InlineData("s", "0.005", "300")]
    [InlineData("ms", "5", "300000")]
    [InlineData("By", "256", "67108864")]
    [InlineData("{update}", "0", "10000")]
    [InlineData(null, "0", "10000")]
    public void Buckets_fit_what_is_measured(string? unit, string first, string last)
    {
        _meter.CreateHistogram<long>("size", unit).Record(1);
        var bounds = _export.Render().Split('\n').Where(line => line.Contains("_bucket", StringComparison.Ordinal)).Select(line => line.Split('"')[1]).ToList();
        Assert.Equal((first, last, "+Inf"), (bounds[0], bounds[^2], bounds[^1]));
    }

    [Theory]
    [InlineData("dotnet.gc.pause.time", "s", "dotnet_gc_pause_time_seconds_total")]
    [InlineData("io.read", "By", "io_read_bytes_total")]
    [InlineData("io.bytes", "By", "io_bytes_total")]
    [InlineData("jobs.total", "{job}", "jobs_total")]
    [InlineData("2nd--try", null, "_2nd_try_total")]
    [InlineData("network.flow", "By/s", "network_flow_bytes_per_second_total")]
    [InlineData("lock.contentions", "{contention}/s", "lock_contentions_per_second_total")]
    public void A_name_ends_in_its_unit_and_a_counters_in_total(string name, string? unit, string exported)
    {
        _meter.CreateCounter<long>(name, unit).Add(1);
        Assert.Contains($"\n{exported} 1\n", _export.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge_without_total()
    {
        _meter.CreateUpDownCounter<int>("open").Add(3);
        _meter.CreateUpDownCounter<int>("closed", "By").Add(-3);
        var gauge = _meter.CreateGauge<double>("load", "1");
        gauge.Record(0.75);
        gauge.Record(0.5);
        _meter.CreateObservableUpDownCounter("queue", () => 7L);

        Assert.Equal(
            """
            # TYPE closed_bytes gauge
            closed_bytes -3
            # TYPE load_ratio gauge
            load_ratio 0.5
            # TYPE open gauge
            open 3
            # TYPE queue gauge
            queue 7

            """.ReplaceLineEndings("\n"),
            _export.Render());
    }

    [Fact]
    public void What_is_observed_is_as_it_is_now_and_gone_when_it_is_not_observed_any_more()
    {
        var (answers, alerts) = (new KeyValuePair<string, object?>("lane", "answers"), new KeyValuePair<string, object?>("lane", "alerts"));
        List<Measurement<long>> seen = [new(5, answers), new(1, alerts)];
        _meter.CreateObservableCounter("seen", () => seen);
        _export.Render();
        seen = [new(9, answers)];

        Assert.Equal("# TYPE seen_total counter\nseen_total{lane=\"answers\"} 9\n", _export.Render());
    }

    [Fact]
    public void The_worker_shows_its_own_numbers_and_not_those_of_another_one()
    {
        using var own = new BotMetrics();
        using var other = new BotMetrics();
        using var export = new PrometheusExport(own);
        own.ObserveOutbox(lane => (long)lane, () => []);
        own.Waited(Lane.Answers, TimeSpan.FromMilliseconds(30));
        other.UpdatePoisoned();

        var text = export.Render();
        Assert.Contains("# TYPE checkinbot_send_wait_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Contains("checkinbot_send_wait_seconds_bucket{lane=\"answers\",le=\"0.05\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("checkinbot_outbox_depth{lane=\"alerts\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE dotnet_process_memory_working_set_bytes gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE dotnet_gc_collections_total counter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("poisoned", text, StringComparison.Ordinal);
    }
}
