using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Workers;

/// <summary>
/// Which of the workers on this database this one is, and whether its claims hold: it must have said within the last seconds that it lives.
/// All of it is in real time, whatever clock the school has.
/// </summary>
internal sealed class WorkerIdentity : IDisposable
{
    /// <summary>A worker whose beats stand still for so long is dead, as far as others can tell.</summary>
    public static readonly TimeSpan TakenForDead = TimeSpan.FromSeconds(30);

    // Well before others may take over what is claimed.
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(20);

    private static readonly ConcurrentDictionary<string, bool> Living = [];

    private long _beatAt;
    private long _beatTicks;

    /// <summary>A new one at each start.</summary>
    public WorkerIdentity()
    {
        Living[Id] = true;
        Beaten();
    }

    /// <summary>What claims are signed with.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>The machine and the space in which process numbers hold, the process, and when it began, in ticks since the boot.</summary>
    public string Place { get; } = $"{Machine}|{Environment.ProcessId}|{StartOf(Environment.ProcessId.ToString(CultureInfo.InvariantCulture))}";

    /// <summary>When the worker before this one last said that it lived (UTC); null where there was none.</summary>
    public DateTimeOffset? EarlierSeenAt { get; set; }

    /// <summary>Nobody else can have taken over what this worker has claimed. A process that was held for a while finds out here before it sends.</summary>
    public bool IsHeld =>
        Stopwatch.GetElapsedTime(Volatile.Read(ref _beatAt)) < Holds
        && TimeProvider.System.GetUtcNow().Ticks - Volatile.Read(ref _beatTicks) < Holds.Ticks;

    private static string Machine => $"{Environment.MachineName}/{ProcessSpace()}";

    /// <summary>It has just said that it lives.</summary>
    public void Beaten()
    {
        Volatile.Write(ref _beatAt, Stopwatch.GetTimestamp());
        Volatile.Write(ref _beatTicks, TimeProvider.System.GetUtcNow().Ticks);
    }

    /// <summary>A worker of this machine whose process is gone is dead, and nobody has to wait for that to be seen.</summary>
    public bool IsKnownDead(WorkerRow worker)
    {
        if (worker.Id == Id || worker.Place.Split('|') is not [var machine, var process, var start] || machine != Machine) return false;
        if (worker.Place == Place) return !Living.ContainsKey(worker.Id);
        return start.Length > 0 && StartOf(process) != start;
    }

    public void Dispose() => Living.TryRemove(Id, out _);

    // As the system counts it: a time of day would change with the clock. Empty where there is no such process, or where the system does not tell.
    private static string StartOf(string process)
    {
        try
        {
            // proc(5): the 22nd field; the second one, a name in brackets, may have spaces in it.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string ProcessSpace()
    {
        try
        {
            return new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
