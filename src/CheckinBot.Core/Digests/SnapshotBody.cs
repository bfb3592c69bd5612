using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Digests;

/// <summary>
/// A unit's digest as a snapshot keeps it: numbers only, so that it may outlive the check-ins. It also holds what is shown
/// of the units below, so that a message is made from one row and never mixes numbers of two moments.
/// </summary>
internal sealed record SnapshotBody
{
    private const int MostAlerts = 50;

    public DigestNumbers Total { get; init; }

    // Null where the unit has nobody but its own people, as a class has.
    public DigestNumbers? Own { get; init; }

    public int LikeSymptoms { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? OwnSince { get; init; }

    public IReadOnlyList<SlotNumbers>? Slots { get; init; }

    public IReadOnlyList<SnapshotUnit>? Units { get; init; }

    public IReadOnlyList<DigestAlert>? Alerts { get; init; }

    public int MoreAlerts { get; init; }

    public static SnapshotBody Of(Digest digest) => new()
    {
        Total = digest.Numbers,
        Own = digest.Own == digest.Numbers ? null : digest.Own,
        LikeSymptoms = digest.LikeSymptoms,
        Since = digest.IncompleteSince,
        OwnSince = digest.OwnIncompleteSince,
        Slots = digest.Slots.Count == 0 ? null : digest.Slots,
        Units = digest.Units.Count == 0 ? null : [.. digest.Units.Select(SnapshotUnit.Of)],
        Alerts = digest.Alerts.Count == 0 ? null : [.. digest.Alerts.Take(MostAlerts)],
        MoreAlerts = Math.Max(0, digest.Alerts.Count - MostAlerts),
    };

    public Digest ToDigest(DigestUnit unit, DigestMoment moment, int revision) => new()
    {
        Unit = unit,
        Moment = moment,
        Revision = revision,
        Numbers = Total,
        Own = Own ?? Total,
        LikeSymptoms = LikeSymptoms,
        IncompleteSince = Since,
        OwnIncompleteSince = OwnSince,
        Slots = Slots ?? [],
        Units = [.. (Units ?? []).Select(part => part.ToDigest(unit, moment))],
        Alerts = Alerts ?? [],
        MoreAlerts = MoreAlerts,
    };
}

/// <summary>A unit below the one of the snapshot.</summary>
internal sealed record SnapshotUnit
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public UnitKind Kind { get; init; }

    public DigestNumbers Total { get; init; }

    public DigestNumbers? Own { get; init; }

    public DateTimeOffset? Since { get; init; }

    public IReadOnlyList<SnapshotUnit>? Units { get; init; }

    public static SnapshotUnit Of(Digest digest) => new()
    {
        Id = digest.Unit.Id,
        Name = digest.Unit.Name,
        Kind = digest.Unit.Kind,
        Total = digest.Numbers,
        Own = digest.Own == digest.Numbers ? null : digest.Own,
        Since = digest.IncompleteSince,
        Units = digest.Units.Count == 0 ? null : [.. digest.Units.Select(Of)],
    };

    public Digest ToDigest(DigestUnit above, DigestMoment moment)
    {
        var unit = new DigestUnit(Id, above.Id, $"{above.Path}/{Name}", Kind);
        return new()
        {
            Unit = unit,
            Moment = moment,
            Numbers = Total,
            Own = Own ?? Total,
            IncompleteSince = Since,
            Units = [.. (Units ?? []).Select(part => part.ToDigest(unit, moment))],
        };
    }
}

/// <summary>Snapshots as text.</summary>
public static class Snapshot
{
    /// <summary>The text to store.</summary>
    public static string Write(Digest digest) => JsonSerializer.Serialize(SnapshotBody.Of(digest), SnapshotJson.Default.SnapshotBody);

    /// <summary>The digest of a stored text.</summary>
    /// <exception cref="JsonException">The text is no snapshot.</exception>
    public static Digest Read(string body, DigestUnit unit, DigestMoment moment, int revision) =>
        (JsonSerializer.Deserialize(body, SnapshotJson.Default.SnapshotBody) ?? throw new JsonException("An empty snapshot")).ToDigest(unit, moment, revision);

    /// <summary>The unit's numbers alone.</summary>
    /// <exception cref="JsonException">The text is no snapshot.</exception>
    public static DigestNumbers ReadTotal(string body) =>
        (JsonSerializer.Deserialize(body, SnapshotJson.Default.SnapshotBody) ?? throw new JsonException("An empty snapshot")).Total;

    /// <summary>The numbers of a signature as text.</summary>
    public static string WriteNumbers(DigestNumbers numbers) => JsonSerializer.Serialize(numbers, SnapshotJson.Default.DigestNumbers);

    /// <summary>The numbers of a stored text.</summary>
    /// <exception cref="JsonException">The text holds no numbers.</exception>
    public static DigestNumbers ReadNumbers(string numbers) => JsonSerializer.Deserialize(numbers, SnapshotJson.Default.DigestNumbers);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SnapshotBody))]
[JsonSerializable(typeof(DigestNumbers))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
