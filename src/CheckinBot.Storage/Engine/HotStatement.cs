using System.Text.RegularExpressions;
using NpgsqlTypes;

namespace CheckinBot.Storage.Engine;

/// <summary>
/// A statement on the path of every update. Made ready once by a connection, and its columns are read by position: with
/// Dapper, which makes the parameters anew and asks for the type of each column each time, the short statements of an
/// update took three times as long. All other statements go through Dapper.
/// PostgreSQL works out the types of the parameters from the text: one in a list of <c>select</c> needs a cast.
/// </summary>
internal sealed partial class HotStatement
{
    /// <summary>Values are given in the order in which the text first names its parameters.</summary>
    public HotStatement(string sql)
    {
        Sql = sql;
        Parameters = [.. Parameter().Matches(sql).Select(match => match.Value).Distinct()];
    }

    /// <summary>The text.</summary>
    public string Sql { get; }

    /// <summary>The names with their <c>@</c>.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The types that PostgreSQL gives to the parameters; null until it was asked.</summary>
    public NpgsqlDbType[]? PostgresTypes { get; set; }

    [GeneratedRegex("@[A-Za-z]+")]
    private static partial Regex Parameter();
}
