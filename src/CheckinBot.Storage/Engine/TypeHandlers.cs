using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage.Engine;

/// <summary>Tells Dapper how instants and days are stored. Names nothing of Npgsql, which would load it where there is no PostgreSQL.</summary>
internal static class TypeHandlers
{
    private static readonly Lock Gate = new();
    private static bool registered;

    /// <summary>Once a process.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (registered) return;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(DateOnly));
            SqlMapper.RemoveTypeMap(typeof(DateOnly?));
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new DayHandler());
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            registered = true;
        }
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = parameter is SqliteParameter ? DbType.String : DbType.DateTime;
            parameter.Value = parameter is SqliteParameter ? Stored.Text(value) : Stored.ToMilliseconds(value).UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) => Stored.Instant(value);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = parameter is SqliteParameter ? DbType.String : DbType.Date;
            parameter.Value = parameter is SqliteParameter ? Stored.Text(value) : value;
        }

        public override DateOnly Parse(object value) => Stored.Day(value);
    }
}
