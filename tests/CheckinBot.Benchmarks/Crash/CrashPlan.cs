using System.Globalization;

namespace CheckinBot.Benchmarks.Crash;

/// <summary>What a run of kills is to be.</summary>
/// <param name="Kills">How often the worker is ended by <c>kill -9</c>.</param>
/// <param name="Messages">How many messages arrive meanwhile.</param>
/// <param name="Postgres">A PostgreSQL server, on which a database is made and dropped; null for SQLite.</param>
/// <param name="IsWebhook">Whether updates are posted to the worker, or polled by it.</param>
internal sealed record CrashPlan(int Kills, int Messages, string? Postgres, bool IsWebhook)
{
    /// <summary>How many a family sends, each after the one before, with a temperature that rises.</summary>
    public const int EachFamily = 5;

    /// <summary>Families that write.</summary>
    public int Families => (Messages + EachFamily - 1) / EachFamily;

    public static CrashPlan Of(string[] arguments) => new(
        arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200,
        arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 20_000,
        arguments.Length > 2 && arguments[2] != "sqlite" ? arguments[2] : null,
        arguments.Length > 3 && arguments[3] == "webhook");

    /// <summary>The messages of a place in the run, in the order in which they arrive.</summary>
    public IEnumerable<(long UserId, string Text)> Texts(int from, int to) => Enumerable.Range(from, to - from)
        .Select(i => (100000L + (i % Families), string.Create(CultureInfo.InvariantCulture, $"36.{(i / Families) + 1} 没外出")));
}
