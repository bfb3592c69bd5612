using System.Runtime.CompilerServices;
using System.Text;

namespace CheckinBot.Tests;

/// <summary>
/// Compares with a file beside the test, byte by byte. <c>CHECKINBOT_ACCEPT=1</c> writes the files anew; what they
/// then show is looked at before it is committed.
/// </summary>
internal static class GoldenFile
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    public static void Equal(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("CHECKINBOT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, Plain);
        }

        Assert.True(File.Exists(path), $"{path} is missing.");
        Assert.Equal(File.ReadAllText(path, Plain), actual);
    }
}
