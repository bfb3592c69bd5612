namespace CheckinBot.Core.Script;

/// <summary>
/// Embedded files of a folder <c>Data</c>: the word lists of <c>Reading</c>, and the rules of others. Lines that begin with # name their source.
/// </summary>
internal static class DataFile
{
    private const string WordLists = "Reading";

    /// <summary>The lines of a file, without comments and blank ones; an indent is kept.</summary>
    public static IEnumerable<string> Lines(string name) => Lines(WordLists, name);

    /// <summary>The same of a file in the folder of another room, such as <c>Rules</c>.</summary>
    public static IEnumerable<string> Lines(string room, string name)
    {
        using var reader = new StreamReader(Open(room, name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>A file that is no text.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(WordLists, name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string room, string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream($"CheckinBot.Core.{room}.Data.{name}")
            ?? throw new InvalidOperationException($"The list {name} is not embedded.");

    /// <summary>The words of files under their headings <c>[Class]</c> or <c>[Class value]</c>.</summary>
    public static IEnumerable<(string Heading, int Value, string Word)> Sections(params IEnumerable<string> names)
    {
        var heading = "";
        var value = 0;
        foreach (var line in names.SelectMany(name => Lines(name)))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                var parts = line[1..^1].Split(' ');
                heading = parts[0];
                value = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return (heading, value, word);
        }
    }
}
