using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CheckinBot.Metrics;

/// <summary>The types of Prometheus's text format that instruments have.</summary>
internal enum PrometheusKind
{
    /// <summary>Only rises.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts values by size.</summary>
    Histogram,
}

/// <summary>What was measured by one instrument with one set of labels: a line or, for a histogram, a group of lines.</summary>
internal sealed class PrometheusSeries
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
    private static readonly double[] Milliseconds = [.. Seconds.Select(bound => bound * 1000)];
    private static readonly double[] Bytes = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];
    private static readonly double[] Counts = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    private readonly Lock _lock = new();
    private readonly bool _isObserved;
    private readonly bool _replaces;
    private readonly double[]? _bounds;
    private readonly long[] _buckets;
    private double _value;
    private bool _isMeasured;

    /// <summary>Nothing measured yet.</summary>
    public PrometheusSeries(Instrument instrument)
    {
        // An observed instrument and a gauge say how much there is, all others how much comes to it.
        _isObserved = instrument.IsObservable;
        _replaces = _isObserved || IsOf(instrument, typeof(Gauge<>));
        _bounds = KindOf(instrument) == PrometheusKind.Histogram ? BoundsOf(instrument) : null;
        _buckets = new long[(_bounds?.Length ?? -1) + 1];
    }

    /// <summary>The type of an instrument.</summary>
    public static PrometheusKind KindOf(Instrument instrument) =>
        IsOf(instrument, typeof(Counter<>)) || IsOf(instrument, typeof(ObservableCounter<>)) ? PrometheusKind.Counter
        : IsOf(instrument, typeof(Histogram<>)) ? PrometheusKind.Histogram
        : PrometheusKind.Gauge;

    /// <summary>Adds a measurement, or takes it in the place of the last one.</summary>
    public void Record(double value)
    {
        lock (_lock)
        {
            _value = _replaces ? value : _value + value;
            _isMeasured = true;
            if (_bounds is null) return;
            var bucket = Array.BinarySearch(_bounds, value);
            _buckets[bucket >= 0 ? bucket : ~bucket]++;
        }
    }

    /// <summary>Forgets an observed value, which may not be observed again.</summary>
    public void Forget()
    {
        lock (_lock) _isMeasured = _isMeasured && !_isObserved;
    }

    /// <summary>Writes the lines of the series, none where nothing is measured.</summary>
    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            if (!_isMeasured) return;
            if (_bounds is null)
            {
                Line(text, name, labels, _value);
                return;
            }

            var count = 0L;
            for (var index = 0; index < _buckets.Length; index++)
            {
                count += _buckets[index];
                var bound = index < _bounds.Length ? _bounds[index] : double.PositiveInfinity;
                Line(text, name + "_bucket", (labels.Length == 0 ? "" : labels + ",") + $"le=\"{Number(bound)}\"", count);
            }

            Line(text, name + "_sum", labels, _value);
            Line(text, name + "_count", labels, count);
        }
    }

    private static bool IsOf(Instrument instrument, Type type) => instrument.GetType() is { IsGenericType: true } own && own.GetGenericTypeDefinition() == type;

    // Whoever makes an instrument knows best; otherwise by its unit.
    private static double[] BoundsOf(Instrument instrument)
    {
        var advised = instrument switch
        {
            Histogram<double> own => own.Advice?.HistogramBucketBoundaries,
            Histogram<long> own => own.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
            Histogram<int> own => own.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
            _ => null,
        };
        if (advised is { Count: > 0 }) return [.. advised.Order()];
        return instrument.Unit switch
        {
            "s" => Seconds,
            "ms" => Milliseconds,
            "By" => Bytes,
            _ => Counts,
        };
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);
}
