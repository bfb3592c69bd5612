using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Digests;

/// <summary>A digest as scripts read it. The names of the fields are a contract.</summary>
public static class DigestJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The digest with all the units below that it holds, indented, without a final line end.</summary>
    /// <param name="digest">The numbers, as of their moment.</param>
    /// <param name="snapshot">The last snapshot of the day; null where there is none.</param>
    /// <param name="fired">Rules that have fired in the unit and below it.</param>
    public static string Write(Digest digest, Digest? snapshot = null, IReadOnlyList<FiredAlert>? fired = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            WriteFields(json, digest);
            WriteFired(json, fired ?? []);
            if (snapshot is not null) WriteSnapshot(json, snapshot);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>How far a zero report has come, as scripts read it.</summary>
    public static string NameOf(ZeroReport report) => report switch
    {
        ZeroReport.Signed => "signed",
        ZeroReport.Unsigned => "unsigned",
        ZeroReport.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(report), report, null),
    };

    private static void WriteFired(Utf8JsonWriter json, IReadOnlyList<FiredAlert> fired)
    {
        json.WriteStartArray("fired");
        foreach (var alert in fired)
        {
            json.WriteStartObject();
            json.WriteString("rule", alert.Rule);
            json.WriteString("unit", alert.UnitPath);
            json.WriteNumber("count", alert.Count);
            json.WriteString("since", Instant(alert.Since));
            json.WriteBoolean("acknowledged", alert.TakenBy is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSnapshot(Utf8JsonWriter json, Digest snapshot)
    {
        json.WriteStartObject("snapshot");
        json.WriteNumber("revision", snapshot.Revision);
        json.WriteString("asOf", Instant(snapshot.Moment.At));
        Write(json, snapshot.Numbers);
        json.WriteBoolean("complete", snapshot.Numbers.Complete);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Digest digest)
    {
        json.WriteString("unit", digest.Unit.Path);
        json.WriteString("date", digest.Moment.Day.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("slot", digest.Moment.Slot);
        Write(json, digest.Numbers);
        if (digest.Slots.Count > 0) Write(json, digest.Slots);
        json.WriteBoolean("complete", digest.Numbers.Complete);
        json.WriteString("zeroReport", NameOf(digest.ZeroReport));
        json.WriteString("asOf", Instant(digest.Moment.At));
        if (digest.Signature is { } signature) WriteSignature(json, signature);
        if (digest.IncompleteSince is { } since) json.WriteString("incompleteSince", Instant(since));
        if (!digest.Unit.Kind.HoldsPeople()) WriteStaff(json, digest.Own);
        json.WriteStartArray("units");
        foreach (var unit in digest.Units)
        {
            json.WriteStartObject();
            WriteFields(json, unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("alerts");
        foreach (var alert in digest.Alerts) Write(json, alert);
        json.WriteEndArray();
    }

    // The unit's own people. With them the units below add up to the unit.
    private static void WriteStaff(Utf8JsonWriter json, DigestNumbers own)
    {
        json.WriteStartObject("staff");
        Write(json, own);
        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, SignOff signature)
    {
        json.WriteStartObject("signature");
        json.WriteNumber("revision", signature.Revision);
        json.WriteString("by", signature.By);
        json.WriteString("at", Instant(signature.At));
        if (signature.Note is { } note) json.WriteString("note", note);
        if (signature.OutdatedAt is { } outdated) json.WriteString("outdatedAt", Instant(outdated));
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, DigestNumbers numbers)
    {
        json.WriteNumber("expected", numbers.Expected);
        json.WriteNumber("reported", numbers.Reported);
        json.WriteNumber("missing", numbers.Missing);
        json.WriteNumber("exempt", numbers.Exempt);
        json.WriteNumber("normal", numbers.Normal);
        json.WriteNumber("fever", numbers.Fever);
        json.WriteNumber("symptomatic", numbers.Symptomatic);
        json.WriteNumber("travelled", numbers.Travelled);
        json.WriteNumber("keyArea", numbers.KeyArea);
        json.WriteNumber("isolatedHome", numbers.IsolatedHome);
        json.WriteNumber("isolatedCentral", numbers.IsolatedCentral);
        json.WriteNumber("underFollowUp", numbers.UnderFollowUp);
        json.WriteNumber("diagnosed", numbers.Diagnosed);
        json.WriteNumber("exemptWithoutReason", numbers.ExemptWithoutReason);
        json.WriteNumber("travelUnanswered", numbers.TravelUnanswered);
        json.WriteNumber("noSchool", numbers.NoSchool);
        json.WriteNumber("expectedStaff", numbers.Staff);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<SlotNumbers> slots)
    {
        json.WriteStartArray("slots");
        foreach (var (slot, numbers) in slots)
        {
            json.WriteStartObject();
            json.WriteString("slot", slot);
            Write(json, numbers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DigestAlert alert)
    {
        json.WriteStartObject();
        json.WriteString("kind", alert.KindName);
        json.WriteString("unit", alert.UnitPath);
        json.WriteNumber("count", alert.Count);
        if (alert.Slot is { } slot) json.WriteString("slot", slot);
        json.WriteEndObject();
    }
}
