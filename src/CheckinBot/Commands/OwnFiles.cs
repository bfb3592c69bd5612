using System.Runtime.InteropServices;

namespace CheckinBot.Commands;

/// <summary>
/// Whatever the program makes is for its own user alone: the database with its journal, the jobs' file, copies, exports and
/// what is drawn on the way. Set once for the process, so that no file of any library is forgotten.
/// </summary>
internal static class OwnFiles
{
    private const int GroupAndOthers = 0b000_111_111;

    /// <summary>From now on files are made with the mode 0600 and folders with 0700.</summary>
    public static void Only()
    {
        if (!OperatingSystem.IsWindows()) _ = SetMask(GroupAndOthers);
    }

    // .NET has modes for files that it makes itself, and none for those that SQLite makes.
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMask(int mask);
}
