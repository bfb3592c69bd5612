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

    /// <summary>The machine, the space in which process numbers hold, the process, and when it began.</summary>
    public string Place { get; } = $"{Machine}|{Environment.ProcessId}|{StartOf(Process.GetCurrentProcess())}";

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
        try
        {
            using var running = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return StartOf(running) != start;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public void Dispose() => Living.TryRemove(Id, out _);

    // To the minute: it is computed from the time since the boot, and not always to the same second.
    private static string StartOf(Process process) => process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

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
