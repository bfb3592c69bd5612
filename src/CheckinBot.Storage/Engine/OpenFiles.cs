using System.Globalization;

namespace CheckinBot.Storage.Engine;

/// <summary>Which process has a file open, as far as the system tells (Linux, processes of the same user).</summary>
internal static class OpenFiles
{
    /// <summary>The number of another process that has it open; null where none is known to.</summary>
    public static int? HolderOf(string path)
    {
        if (!Directory.Exists("/proc/self/fd")) return null;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId && Holds(process, path)) return id;
        }

        return null;
    }

    private static bool Holds(string process, string path)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(open => new FileInfo(open).LinkTarget == path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or belongs to somebody else.
            return false;
        }
    }
}
