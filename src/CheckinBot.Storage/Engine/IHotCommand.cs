using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>A hot statement made ready on one connection. Not safe for concurrent use.</summary>
internal interface IHotCommand : IAsyncDisposable
{
    /// <summary>Runs it; returns the rows touched.</summary>
    ValueTask<int> Execute(DbTransaction transaction, object?[] values, CancellationToken cancellationToken);

    /// <summary>Runs it; returns all its rows.</summary>
    ValueTask<List<T>> Query<T>(DbTransaction transaction, object?[] values, Func<IRow, T> read, CancellationToken cancellationToken);

    /// <summary>Runs it once for each set of values, in one trip to the server; returns all rows of all of them in their order.</summary>
    ValueTask<List<T>> QueryEach<T>(DbTransaction transaction, IReadOnlyList<object?[]> each, Func<IRow, T> read, CancellationToken cancellationToken);
}

/// <summary>The present row of a statement, its columns by position.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long GetInt64(int column);

    bool GetBoolean(int column);

    string GetString(int column);

    DateTimeOffset GetInstant(int column);

    DateOnly GetDay(int column);
}

/// <summary>What is the same for the rows of both engines.</summary>
internal static class RowValues
{
    public static int GetInt32(this IRow row, int column) => (int)row.GetInt64(column);

    public static int? Int32OrNull(this IRow row, int column) => row.IsNull(column) ? null : row.GetInt32(column);

    public static long? NumberOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.GetInt64(column);

    public static T GetWord<T>(this IRow row, int column)
        where T : struct, Enum => Word.Parse<T>(row.GetString(column));

    public static string? TextOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.GetString(column);

    public static DateTimeOffset? InstantOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.GetInstant(column);

    public static DateOnly? DayOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.GetDay(column);
}
