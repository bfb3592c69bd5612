using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Storage;

/// <summary>A row of <c>check_in</c>, as Dapper reads and writes it.</summary>
internal sealed record CheckInRow
{
    public const string Columns = """
        c.person_id, c.unit_id, c.day, c.slot, c.revision, c.status, c.temperature_tenths, c.site, c.taken, c.symptoms,
        c.seen_doctor, c.travel, c.place, c.returned_on, c.still_away, c.isolation, c.absence, c.contact, c.no_thermometer,
        c.normal_said, c.reporter_user_id, c.reported_at, c.source, c.chat_id, c.message_id
        """;

    public long PersonId { get; init; }

    public long UnitId { get; init; }

    public DateOnly Day { get; init; }

    public string Slot { get; init; } = "";

    public int Revision { get; init; }

    public string Status { get; init; } = "";

    public int? TemperatureTenths { get; init; }

    public string Site { get; init; } = "";

    public string? Taken { get; init; }

    public int Symptoms { get; init; }

    public bool? SeenDoctor { get; init; }

    public string Travel { get; init; } = "";

    public string? Place { get; init; }

    public DateOnly? ReturnedOn { get; init; }

    public bool StillAway { get; init; }

    public string Isolation { get; init; } = "";

    public string Absence { get; init; } = "";

    public bool Contact { get; init; }

    public bool NoThermometer { get; init; }

    public bool NormalSaid { get; init; }

    public long? ReporterUserId { get; init; }

    public long? ReporterPersonId { get; init; }

    public string? ReporterName { get; init; }

    public DateTimeOffset ReportedAt { get; init; }

    public string Source { get; init; } = "";

    public long? ChatId { get; init; }

    public int? MessageId { get; init; }

    public static CheckInRow From(CheckInDraft draft, int revision)
    {
        var answer = draft.Answer;
        return new CheckInRow
        {
            PersonId = draft.PersonId,
            UnitId = draft.UnitId,
            Day = draft.Day,
            Slot = draft.Slot,
            Revision = revision,
            Status = Word.Of(answer.Status),
            TemperatureTenths = answer.TemperatureTenths,
            Site = Word.Of(answer.Site),
            Taken = answer.Taken.Count == 0 ? null : JsonSerializer.Serialize(answer.Taken, TakenJson.Default.IReadOnlyListTakenTemperature),
            Symptoms = (int)answer.Symptoms,
            SeenDoctor = answer.SeenDoctor,
            Travel = Word.Of(answer.Travel),
            Place = answer.Place,
            ReturnedOn = answer.ReturnedOn,
            StillAway = answer.StillAway,
            Isolation = Word.Of(answer.Isolation),
            Absence = Word.Of(answer.Absence),
            Contact = answer.Contact,
            NoThermometer = answer.NoThermometer,
            NormalSaid = answer.NormalSaid,
            ReporterUserId = draft.ReporterUserId,
            ReporterPersonId = draft.ReporterPersonId,
            ReporterName = draft.ReporterName,
            ReportedAt = draft.ReportedAt,
            Source = Word.Of(draft.Source),
            ChatId = draft.ChatId,
            MessageId = draft.MessageId,
        };
    }

    public CheckIn ToCheckIn() =>
        new(PersonId, Day, Slot, Revision, ToAnswer(), Word.Parse<CheckInSource>(Source), ReporterUserId, ReportedAt)
        {
            ChatId = ChatId,
            MessageId = MessageId,
        };

    private CheckInAnswer ToAnswer() => new()
    {
        TemperatureTenths = TemperatureTenths,
        Site = Word.Parse<MeasuringSite>(Site),
        Taken = Taken is null ? [] : JsonSerializer.Deserialize(Taken, TakenJson.Default.IReadOnlyListTakenTemperature) ?? [],
        Symptoms = (Symptoms)Symptoms,
        SeenDoctor = SeenDoctor,
        Travel = Word.Parse<Travel>(Travel),
        Place = Place,
        ReturnedOn = ReturnedOn,
        StillAway = StillAway,
        Isolation = Word.Parse<Isolation>(Isolation),
        Absence = Word.Parse<Absence>(Absence),
        Contact = Contact,
        NoThermometer = NoThermometer,
        NormalSaid = NormalSaid,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TakenTemperature>))]
internal sealed partial class TakenJson : JsonSerializerContext;
