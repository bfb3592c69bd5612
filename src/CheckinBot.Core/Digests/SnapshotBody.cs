using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckinBot.Core.Digests;

/// <summary>A unit's numbers as a snapshot keeps them: numbers only, so that they may outlive the check-ins.</summary>
/// <param name="Own">The unit's own people.</param>
/// <param name="Total">Everybody of the unit and below it.</param>
/// <param name="LikeSymptoms">The most pupils who share one symptom of the cluster rule.</param>
public sealed record SnapshotBody(DigestNumbers Own, DigestNumbers Total, int LikeSymptoms)
{
    /// <summary>The text to store.</summary>
    public static string Write(UnitCount count, DigestNumbers total) =>
        JsonSerializer.Serialize(new SnapshotBody(count.Own, total, count.LikeSymptoms), SnapshotJson.Default.SnapshotBody);

    /// <summary>The numbers of a stored text.</summary>
    /// <exception cref="JsonException">The text is no snapshot.</exception>
    public static SnapshotBody Read(string body) =>
        JsonSerializer.Deserialize(body, SnapshotJson.Default.SnapshotBody) ?? throw new JsonException("An empty snapshot");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SnapshotBody))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
