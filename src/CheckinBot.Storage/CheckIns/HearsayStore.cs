using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.CheckIns;

/// <summary>What a classmate's parent told of somebody.</summary>
/// <param name="PersonId">Of whom.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot of the day.</param>
/// <param name="Told">What was told, and by whom.</param>
public sealed record HeardOf(long PersonId, DateOnly Day, string Slot, Hearsay Told);

/// <summary>
/// What classmates' parents told in chains. It is kept apart from the check-ins, so that it is in no number, no rule and no
/// list of cases until somebody confirms it; it is open as long as there is no answer.
/// </summary>
public sealed class HearsayStore(DbSession session)
{
    /// <summary>Keeps what was told last.</summary>
    public Task Keep(HeardOf heard, long byUserId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into hearsay (person_id, day, slot, answer, by_user_id, by_name, heard_at)
            values (@PersonId, @Day, @Slot, @answer, @byUserId, @ByName, @now)
            on conflict (person_id, day, slot) do update set answer = excluded.answer, by_user_id = excluded.by_user_id,
                by_name = excluded.by_name, heard_at = excluded.heard_at
            """;
        var answer = JsonSerializer.Serialize(heard.Told.Answer, HearsayJson.Default.CheckInAnswer);
        return session.Execute(Sql, new { heard.PersonId, heard.Day, heard.Slot, answer, byUserId, heard.Told.ByName, now }, cancellationToken);
    }

    /// <summary>Forgets what was told.</summary>
    public Task Forget(long personId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = "delete from hearsay where person_id = @personId and day = @day and slot = @slot";
        return session.Execute(Sql, new { personId, day, slot }, cancellationToken);
    }

    /// <summary>What was told of those who are in a unit now, from a day on.</summary>
    public async Task<IReadOnlyList<HeardOf>> OfUnit(long unitId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Sql = """
            select h.person_id, h.day, h.slot, h.answer, h.by_name from hearsay h
            join person p on p.id = h.person_id
            where p.unit_id = @unitId and h.day >= @since
            order by h.person_id, h.day, h.slot
            """;
        return await session.Query(Sql, new { unitId, since }, Read, cancellationToken);
    }

    private static HeardOf Read(IRow row) => new(
        row.GetInt64(0), row.GetDay(1), row.GetString(2),
        new Hearsay(JsonSerializer.Deserialize(row.GetString(3), HearsayJson.Default.CheckInAnswer) ?? CheckInAnswer.Empty, row.GetString(4)));
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CheckInAnswer))]
internal sealed partial class HearsayJson : JsonSerializerContext;
