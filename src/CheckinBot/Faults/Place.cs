namespace CheckinBot.Faults;

/// <summary>Whether a file can be written where it is to stand. Leaves nothing behind.</summary>
internal static class Place
{
    /// <summary>The line that says why not; null where it can, as far as one can see.</summary>
    /// <param name="file">The full path. It need not exist, nor need its folder.</param>
    /// <param name="otherwise">What to do but make room for it there.</param>
    public static string? WhyNotWritable(string file, string otherwise)
    {
        var me = Environment.UserName;
        if (Directory.Exists(file)) return $"{file} is a folder, not a file: {otherwise}.";
        if (File.Exists(file) && !CanWrite(file)) return $"{file} may not be written to by the user {me}: give it to them (chown {me} {file}), or {otherwise}.";
        var folder = Path.GetDirectoryName(file)!;
        if (FirstFileAbove(file) is { } inTheWay) return $"{file} cannot be written, since {inTheWay} is a file, not a folder: {otherwise}.";
        if (CanMakeFileIn(NearestFolder(file))) return null;
        return Directory.Exists(folder)
            ? $"{file} cannot be written, since the user {me} may not write into {folder}: give the folder to them (chown {me} {folder}), or {otherwise}."
            : $"{file} cannot be written, since there is no folder {folder} and the user {me} may not make it: "
                + $"make it and give it to them (mkdir -p {folder}; chown {me} {folder}), or {otherwise}.";
    }

    /// <summary>The bytes that are free where a file is to stand.</summary>
    public static long RoomFor(string file) => new DriveInfo(NearestFolder(file)).AvailableFreeSpace;

    private static string NearestFolder(string file)
    {
        var above = Path.GetDirectoryName(file)!;
        while (!Directory.Exists(above)) above = Path.GetDirectoryName(above)!;
        return above;
    }

    private static string? FirstFileAbove(string file)
    {
        for (var above = Path.GetDirectoryName(file); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above)) return above;
        }

        return null;
    }

    private static bool CanWrite(string file) => Works(() => File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose());

    private static bool CanMakeFileIn(string folder) => Works(() =>
    {
        var trial = Path.Combine(folder, Path.GetRandomFileName());
        new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
    });

    private static bool Works(Action attempt)
    {
        try
        {
            attempt();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
