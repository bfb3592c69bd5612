using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CheckinBot.Storage.Engine;

/// <summary>A step of the schema: an embedded SQL file that never changes once released.</summary>
internal sealed record Migration
{
    private static readonly ConcurrentDictionary<SqlDialect, IReadOnlyList<Migration>> Known = new();

    public int Number { get; init; }

    public string Name { get; init; } = "";

    public string Checksum { get; init; } = "";

    public string Sql { get; init; } = "";

    /// <summary>Every migration of an engine, in order.</summary>
    public static IReadOnlyList<Migration> All(SqlDialect dialect) => Known.GetOrAdd(dialect, Load);

    private static IReadOnlyList<Migration> Load(SqlDialect dialect)
    {
        var folder = $".Migrations.{dialect}.";
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var start = resource.IndexOf(folder, StringComparison.Ordinal);
            if (start < 0) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            // A checkout may have changed the line ends; the migration is the same.
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var name = resource[(start + folder.Length)..^".sql".Length];
            migrations.Add(new Migration
            {
                Number = int.Parse(name[..4], CultureInfo.InvariantCulture),
                Name = name,
                Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))),
                Sql = sql,
            });
        }

        return migrations;
    }
}
