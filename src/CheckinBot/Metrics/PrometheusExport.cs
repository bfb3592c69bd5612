using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CheckinBot.Metrics;

/// <summary>Adds up what our meters, Quartz's and the runtime's report, and writes it in Prometheus's text format.</summary>
public sealed class PrometheusExport : IDisposable
{
    private static readonly string[] Meters = [BotMetrics.MeterName, "Quartz", "System.Runtime"];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Tags), Series> _series = new();
    private readonly MeterListener _listener = new();

    /// <summary>Starts to listen.</summary>
    public PrometheusExport()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The present values as text.</summary>
    public string Render()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in _series.GroupBy(entry => entry.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument.Key);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Key.Description}\n# TYPE {name} {TypeOf(instrument.Key)}\n");
            foreach (var ((_, tags), series) in instrument.OrderBy(entry => entry.Key.Tags, StringComparer.Ordinal)) series.Write(text, name, tags);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _series.GetOrAdd((instrument, Label(tags)), key => Series.For(key.Instrument)).Record(value);

    private static string Label(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        if (tags.Length == 1 && tags[0].Value is string word) return Single.GetOrAdd((tags[0].Key, word), static tag => $"{NameOf(tag.Item1)}=\"{tag.Item2}\"");
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags) labels.Add($"{NameOf(key)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture))}\"");
        return string.Join(',', labels);
    }

    private static readonly ConcurrentDictionary<(string, string), string> Single = new();

    private static string Escape(string? value) =>
        (value ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string NameOf(Instrument instrument) =>
        NameOf(instrument.Name) + (instrument.Unit == "s" ? "_seconds" : instrument.Unit == "By" ? "_bytes" : "")
            + (TypeOf(instrument) == "counter" ? "_total" : "");

    private static string NameOf(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string TypeOf(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.Contains("UpDown", StringComparison.Ordinal) || kind.Contains("Gauge", StringComparison.Ordinal) ? "gauge"
            : "counter";
    }

    /// <summary>One line or, for a histogram, one group of lines.</summary>
    private sealed class Series(bool observed, double[]? bounds)
    {
        private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
        private readonly long[] _buckets = new long[bounds?.Length ?? 0];
        private readonly Lock _lock = new();
        private double _value;
        private long _count;

        public static Series For(Instrument instrument) =>
            new(instrument.IsObservable || TypeOf(instrument) == "gauge" && !instrument.GetType().Name.Contains("UpDown", StringComparison.Ordinal),
                TypeOf(instrument) == "histogram" ? Seconds : null);

        public void Record(double value)
        {
            lock (_lock)
            {
                _value = observed ? value : _value + value;
                _count++;
                for (var i = 0; i < _buckets.Length; i++)
                {
                    if (value <= bounds![i]) _buckets[i]++;
                }
            }
        }

        public void Write(StringBuilder text, string name, string tags)
        {
            lock (_lock)
            {
                if (bounds is null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(tags)} {_value}\n");
                    return;
                }

                for (var i = 0; i < bounds.Length; i++)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{name}_bucket{Braces(tags, $"le=\"{bounds[i].ToString(CultureInfo.InvariantCulture)}\"")} {_buckets[i]}\n");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{name}_bucket{Braces(tags, "le=\"+Inf\"")} {_count}\n{name}_sum{Braces(tags)} {_value}\n{name}_count{Braces(tags)} {_count}\n");
            }
        }

        private static string Braces(string tags, string more = "") =>
            tags.Length + more.Length == 0 ? "" : "{" + tags + (tags.Length > 0 && more.Length > 0 ? "," : "") + more + "}";
    }
}
