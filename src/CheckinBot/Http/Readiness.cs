using System.Collections.Concurrent;

namespace CheckinBot.Http;

/// <summary>What must work for the worker to be of use. Each part reports itself; a part not heard of yet is not ready.</summary>
public sealed class Readiness
{
    /// <summary>The database can be written to.</summary>
    public const string Database = "database";

    /// <summary>Updates arrive.</summary>
    public const string Receiving = "receiving";

    private readonly ConcurrentDictionary<string, string?> _parts = new() { [Database] = "starting", [Receiving] = "starting" };

    /// <summary>Why the worker had to end; null where it did not.</summary>
    public string? FatalFault { get; private set; }

    /// <summary>Whether every part works.</summary>
    public bool IsReady => _parts.Values.All(reason => reason is null);

    /// <summary>The part works.</summary>
    public void Ready(string part) => _parts[part] = null;

    /// <summary>The part does not work; the reason is shown to the operator and holds no name, reading or token.</summary>
    public void NotReady(string part, string reason) => _parts[part] = reason;

    /// <summary>The part will not work again without the operator.</summary>
    public void Fail(string part, string reason) => _parts[part] = FatalFault = reason;

    /// <summary>One line a part.</summary>
    public string Describe() => string.Concat(_parts.OrderBy(part => part.Key).Select(part => $"{part.Key}: {part.Value ?? "ok"}\n"));
}
