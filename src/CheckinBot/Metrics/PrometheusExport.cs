using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CheckinBot.Metrics;

/// <summary>Adds up what our own meter, Quartz's and the runtime's report, and writes it in Prometheus's text format.</summary>
public sealed class PrometheusExport : IDisposable
{
    private static readonly string[] Others = ["Quartz", "System.Runtime"];

    private readonly ConcurrentDictionary<Instrument, Family> _families = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _rendering = new();

    /// <summary>Starts to listen.</summary>
    /// <param name="metrics">The worker's own; another worker of the same process has others.</param>
    public PrometheusExport(BotMetrics metrics)
        : this(meter => meter == metrics.Meter || Others.Contains(meter.Name))
    {
    }

    /// <summary>Starts to listen to some meters.</summary>
    internal PrometheusExport(Func<Meter, bool> isOf)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (isOf(instrument.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The present values as text.</summary>
    public string Render()
    {
        lock (_rendering)
        {
            foreach (var family in _families.Values) family.Forget();
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            // The format allows a name once: of two instruments with the same one, one is shown.
            var families = _families.Values.DistinctBy(family => family.Name).OrderBy(family => family.Name, StringComparer.Ordinal);
            foreach (var family in families) family.Write(text);
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _families.GetOrAdd(instrument, key => new Family(key)).Record(value, tags);

    /// <summary>An instrument with its series, one for each set of labels.</summary>
    private sealed class Family(Instrument instrument)
    {
        private readonly ConcurrentDictionary<string, PrometheusSeries> _series = new();

        // A label is written once and kept: most measurements have a single one, of a few words.
        private readonly ConcurrentDictionary<(string Key, string Word), string> _labels = new();

        public string Name { get; } = PrometheusName.Of(instrument);

        public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _series.GetOrAdd(Labels(tags), _ => new PrometheusSeries(instrument)).Record(value);

        public void Forget()
        {
            foreach (var series in _series.Values) series.Forget();
        }

        public void Write(StringBuilder text)
        {
            if (instrument.Description is { Length: > 0 } description) text.Append("# HELP ").Append(Name).Append(' ').Append(Escape(description)).Append('\n');
            text.Append("# TYPE ").Append(Name).Append(' ').Append(PrometheusSeries.KindOf(instrument).ToString().ToLowerInvariant()).Append('\n');
            foreach (var (labels, series) in _series.OrderBy(entry => entry.Key, StringComparer.Ordinal)) series.Write(text, Name, labels);
        }

        private string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.IsEmpty) return "";
            if (tags.Length == 1 && tags[0].Value is string word) return _labels.GetOrAdd((tags[0].Key, word), static tag => Label(tag.Key, tag.Word));
            var labels = new List<string>(tags.Length);
            foreach (var (key, value) in tags) labels.Add(Label(key, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            return string.Join(',', labels.Order(StringComparer.Ordinal));
        }

        private static string Label(string key, string value) =>
            $"{PrometheusName.OfLabel(key)}=\"{Escape(value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

        private static string Escape(string text) =>
            text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
    }
}
