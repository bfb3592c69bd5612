using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CheckinBot.Benchmarks.PowerLoss;

/// <summary>One call of the traced process that matters: what it wrote or cut in a file, that it synced one, or what it sent to the server.</summary>
/// <param name="At">When the call ended, in seconds since the epoch.</param>
/// <param name="Path">The file; empty for a socket.</param>
internal abstract record DiskEvent(double At, string Path)
{
    internal sealed record Written(double At, string Path, long Offset, byte[] Bytes) : DiskEvent(At, Path);

    internal sealed record Cut(double At, string Path, long Length) : DiskEvent(At, Path);

    internal sealed record Synced(double At, string Path) : DiskEvent(At, Path);

    internal sealed record Removed(double At, string Path) : DiskEvent(At, Path);
}

/// <summary>Reads what <c>strace</c> has written down of writes and syncs of files in one folder.</summary>
internal static partial class DiskTrace
{
    /// <summary>What is traced. A mapped file is written by these too: SQLite writes through its map to the shared memory of its log alone.</summary>
    public static readonly string[] Strace =
    [
        "strace", "-D", "-f", "-y", "-xx", "-ttt", "-T", "-s", "1048576", "--seccomp-bpf",
        "-e", "trace=pwrite64,pwritev,write,ftruncate,truncate,fdatasync,fsync,unlink,unlinkat,rename",
    ];

    /// <summary>The events of the files in a folder, in the order in which the calls ended.</summary>
    public static IEnumerable<DiskEvent> Read(string trace, string folder)
    {
        // A call of one thread may be split by one of another.
        var begun = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(trace))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0) continue;
            var (thread, rest) = (line[..space], line[space..].TrimStart());
            if (rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = rest[..^"<unfinished ...>".Length];
                continue;
            }

            if (Resumed().Match(rest) is { Success: true } resumed && begun.Remove(thread, out var first))
            {
                rest = $"{first[(first.IndexOf(' ', StringComparison.Ordinal) + 1)..]}{resumed.Groups[2].Value}";
                if (EventOf(Number(resumed.Groups[1].Value), rest, folder) is { } late) yield return late;
                continue;
            }

            var time = rest.IndexOf(' ', StringComparison.Ordinal);
            if (time < 0 || Took().Match(rest) is not { Success: true } took) continue;
            // What was synced later than the cut is not on the disk: the end of a call counts.
            if (EventOf(Number(rest[..time]) + Number(took.Groups[1].Value), rest[(time + 1)..], folder) is { } one) yield return one;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DiskEvent? EventOf(double at, string call, string folder)
    {
        if (Call().Match(call) is not { Success: true } parts || !parts.Groups["result"].Value.All(char.IsAsciiDigit)) return null;
        var (name, arguments) = (parts.Groups["name"].Value, parts.Groups["arguments"].Value);
        if (name is "unlink" && Quoted().Match(arguments) is { Success: true } gone && Text(gone.Groups[1].Value) is var removed)
            return removed.StartsWith(folder, StringComparison.Ordinal) ? new DiskEvent.Removed(at, removed) : null;
        if (Descriptor().Match(arguments) is not { Success: true } file) return null;
        var path = file.Groups[1].Value.Replace(" (deleted)", "", StringComparison.Ordinal);
        if (path.StartsWith("\\x", StringComparison.Ordinal)) path = Text(path);
        if (!path.StartsWith(folder, StringComparison.Ordinal)) return null;
        return name switch
        {
            "fdatasync" or "fsync" => new DiskEvent.Synced(at, path),
            "ftruncate" => new DiskEvent.Cut(at, path, Last(arguments)),
            "pwrite64" => new DiskEvent.Written(at, path, Last(arguments), Bytes(Quoted().Match(arguments).Groups[1].Value)),
            _ => throw new InvalidOperationException($"{name} of {path} is not understood."),
        };
    }

    private static long Last(string arguments) =>
        long.Parse(arguments.AsSpan(arguments.LastIndexOf(',') + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(string hexadecimal) => Encoding.UTF8.GetString(Bytes(hexadecimal));

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^([\d.]+) <\.\.\. \w+ resumed>(.*)$")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<arguments>.*)\)\s+= (?<result>-?\w+)", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex(@"<([\d.]+)>$")]
    private static partial Regex Took();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\d+<([^>]*)>")]
    private static partial Regex Descriptor();
}
