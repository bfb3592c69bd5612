using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Files.Exports;

/// <summary>A column of the export.</summary>
/// <param name="Name">The column's name, which scripts rely on.</param>
/// <param name="Width">The width in a workbook, in characters.</param>
/// <param name="Value">A <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, a number, a text, or null.</param>
/// <param name="IsFreeText">Typed by people, so that it may look like a formula.</param>
internal sealed record ExportColumn(string Name, int Width, Func<ExportedCheckIn, object?> Value, bool IsFreeText = false);

/// <summary>The columns of the export, in their order.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("date", 12, row => row.Day),
        new("slot", 10, row => row.Slot),
        new("unit", 36, row => row.Unit, IsFreeText: true),
        new("number", 12, row => row.Number, IsFreeText: true),
        new("name", 14, row => row.Name, IsFreeText: true),
        new("role", 14, row => row.Role.ToName()),
        new("status", 10, row => Word.Of(row.Status)),
        new("temperature_c", 14, row => row.TemperatureTenths / 10m),
        new("site", 12, row => row.Site == MeasuringSite.Unspecified ? null : Word.Of(row.Site)),
        new("symptoms", 24, row => Symptoms(row.Symptoms)),
        new("travel", 10, row => Word.Of(row.Travel)),
        new("place", 16, row => row.Place, IsFreeText: true),
        new("isolation", 10, row => row.Isolation == Isolation.None ? null : Word.Of(row.Isolation)),
        new("reporter", 14, row => row.Reporter is null ? null : SafeText.Line(row.Reporter), IsFreeText: true),
        new("reported_at", 22, row => row.ReportedAt),
        new("source", 10, row => row.Source?.ToName()),
        new("revision", 10, row => row.Revision),
        new("diagnosis", 24, row => Diseases(row.Diseases, row.OnlySuspected)),
        new("absence", 12, row => row.Absence == Absence.None ? null : Word.Of(row.Absence)),
        new("returned_on", 12, row => row.ReturnedOn),
        new("travel_waiver", 14, row => row.TravelWaiver == TravelWaiver.None ? null : Word.Of(row.TravelWaiver)),
        new("counted", 10, row => row.Counted ? "yes" : "no"),
        new("monitored_until", 16, row => row.MonitoredUntil),
        new("peak_c", 10, row => row.Peak?.Tenths / 10m),
        new("readings", 48, row => Readings(row.Readings)),
    ];

    /// <summary>The value as plain text: dates and instants in ISO 8601 (UTC), decimals with a point, nothing for null.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string? Diseases(Diseases diseases, bool onlySuspected) => diseases == Core.CheckIns.Diseases.None
        ? null
        : string.Join(';', Enum.GetValues<Diseases>().Where(one => one != Core.CheckIns.Diseases.None && diseases.HasFlag(one)).Select(Word.Of))
            + (onlySuspected ? " (suspected)" : "");

    // 38.2 2026-03-01T23:00:00Z;36.9 2026-03-02T06:01:00Z: how a fever went; a time only where it is known.
    private static string? Readings(IReadOnlyList<TakenTemperature> readings) => readings.Count == 0
        ? null
        : string.Join(';', readings.Select(one => one.At is { } at ? $"{Text(one.Tenths / 10m)} {Text(at)}" : Text(one.Tenths / 10m)));

    private static string? Symptoms(Symptoms symptoms) => symptoms == Core.CheckIns.Symptoms.None
        ? null
        : string.Join(';', Enum.GetValues<Symptoms>().Where(one => one != Core.CheckIns.Symptoms.None && symptoms.HasFlag(one)).Select(Word.Of));
}
