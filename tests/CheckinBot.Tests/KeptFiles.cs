namespace CheckinBot.Tests;

/// <summary>Keeps what a test made where <c>CHECKINBOT_KEEP_FILES</c> names a folder, to be opened and looked at.</summary>
internal static class KeptFiles
{
    public static void Keep(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("CHECKINBOT_KEEP_FILES") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), file);
    }
}
