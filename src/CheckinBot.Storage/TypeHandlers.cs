using System.Data;
using Dapper;
using Npgsql;

namespace CheckinBot.Storage;

/// <summary>Tells Dapper how instants and days are stored.</summary>
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
            parameter.DbType = parameter is NpgsqlParameter ? DbType.DateTime : DbType.String;
            parameter.Value = parameter is NpgsqlParameter ? Stored.ToMilliseconds(value).UtcDateTime : Stored.Text(value);
        }

        public override DateTimeOffset Parse(object value) => Stored.Instant(value);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = parameter is NpgsqlParameter ? DbType.Date : DbType.String;
            parameter.Value = parameter is NpgsqlParameter ? value : Stored.Text(value);
        }

        public override DateOnly Parse(object value) => Stored.Day(value);
    }
}
