using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.CheckIns;

/// <summary>A row of <c>check_in</c> and the check-in that it stands for.</summary>
internal static class CheckInRow
{
    /// <summary>The columns that <see cref="Read"/> expects, by position.</summary>
    public const string Columns = """
        c.person_id, c.day, c.slot, c.revision, c.source, c.reporter_user_id, c.reported_at, c.chat_id, c.message_id,
        c.temperature_tenths, c.site, c.taken, c.symptoms, c.seen_doctor, c.travel, c.place, c.returned_on, c.still_away,
        c.isolation, c.absence, c.contact, c.no_thermometer, c.normal_said, c.diseases, c.suspected,
        c.fever_reducer, c.travel_waiver, c.told_at, c.told_hash, c.reporter_person_id
        """;

    /// <summary>How many they are.</summary>
    public const int Count = 30;

    /// <summary>The columns that <see cref="Values"/> fills, by position.</summary>
    public const string Insert = """
        insert into check_in (
            person_id, unit_id, day, slot, revision, is_current, status, temperature_tenths, site, taken, symptoms,
            seen_doctor, travel, place, returned_on, still_away, isolation, absence, contact, no_thermometer, normal_said, diseases, suspected,
            fever_reducer, travel_waiver, told_at, told_hash,
            reporter_user_id, reporter_person_id, reporter_name, reported_at, source, chat_id, message_id)
        values (
            @personId, @unitId, @day, @slot, @revision, true, @status, @temperatureTenths, @site, @taken, @symptoms,
            @seenDoctor, @travel, @place, @returnedOn, @stillAway, @isolation, @absence, @contact, @noThermometer, @normalSaid, @diseases, @suspected,
            @feverReducer, @travelWaiver, @toldAt, @toldHash,
            @reporterUserId, @reporterPersonId, @reporterName, @reportedAt, @source, @chatId, @messageId)
        """;

    public static object?[] Values(CheckInDraft draft, int revision)
    {
        var answer = draft.Answer;
        return
        [
            draft.PersonId, draft.UnitId, draft.Day, draft.Slot, revision, Word.Of(answer.Status), answer.TemperatureTenths,
            Word.Of(answer.Site), WriteTaken(answer.Taken), (int)answer.Symptoms, answer.SeenDoctor, Word.Of(answer.Travel),
            answer.Place, answer.ReturnedOn, answer.StillAway, Word.Of(answer.Isolation), Word.Of(answer.Absence), answer.Contact,
            answer.NoThermometer, answer.NormalSaid, (int)answer.Diseases, answer.OnlySuspected,
            answer.FeverReducer, Word.Of(answer.TravelWaiver), draft.ToldAt, draft.ToldHash,
            draft.ReporterUserId, draft.ReporterPersonId, draft.ReporterName, draft.ReportedAt, Word.Of(draft.Source), draft.ChatId, draft.MessageId,
        ];
    }

    public static CheckIn Read(IRow row) => new(
        row.GetInt64(0),
        row.GetDay(1),
        row.GetString(2),
        row.GetInt32(3),
        ReadAnswer(row),
        row.GetWord<CheckInSource>(4),
        row.NumberOrNull(5),
        row.GetInstant(6))
    {
        ChatId = row.NumberOrNull(7),
        MessageId = row.Int32OrNull(8),
        ToldAt = row.InstantOrNull(27),
        ToldHash = row.TextOrNull(28),
        ReporterPersonId = row.NumberOrNull(29),
    };

    private static CheckInAnswer ReadAnswer(IRow row) => new()
    {
        TemperatureTenths = row.Int32OrNull(9),
        Site = row.GetWord<MeasuringSite>(10),
        Taken = ReadTaken(row.TextOrNull(11)),
        Symptoms = (Symptoms)row.GetInt32(12),
        SeenDoctor = row.IsNull(13) ? null : row.GetBoolean(13),
        Travel = row.GetWord<Travel>(14),
        Place = row.TextOrNull(15),
        ReturnedOn = row.DayOrNull(16),
        StillAway = row.GetBoolean(17),
        Isolation = row.GetWord<Isolation>(18),
        Absence = row.GetWord<Absence>(19),
        Contact = row.GetBoolean(20),
        NoThermometer = row.GetBoolean(21),
        NormalSaid = row.GetBoolean(22),
        Diseases = (Diseases)row.GetInt32(23),
        OnlySuspected = row.GetBoolean(24),
        FeverReducer = row.GetBoolean(25),
        TravelWaiver = row.GetWord<TravelWaiver>(26),
    };

    private static string? WriteTaken(IReadOnlyList<TakenTemperature> taken) =>
        taken.Count == 0 ? null : JsonSerializer.Serialize(taken, TakenJson.Default.IReadOnlyListTakenTemperature);

    public static IReadOnlyList<TakenTemperature> ReadTaken(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, TakenJson.Default.IReadOnlyListTakenTemperature) ?? [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TakenTemperature>))]
internal sealed partial class TakenJson : JsonSerializerContext;
