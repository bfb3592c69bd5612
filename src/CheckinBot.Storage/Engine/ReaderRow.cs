using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>The present row of a reader of either engine.</summary>
internal sealed class ReaderRow(DbDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long GetInt64(int column) => reader.GetInt64(column);

    public bool GetBoolean(int column) => reader.GetBoolean(column);

    public string GetString(int column) => reader.GetString(column);

    public DateTimeOffset GetInstant(int column) => Stored.Instant(reader.GetValue(column));

    public DateOnly GetDay(int column) => Stored.Day(reader.GetValue(column));
}
