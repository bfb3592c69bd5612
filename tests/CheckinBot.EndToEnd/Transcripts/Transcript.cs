using System.Text;

namespace CheckinBot.EndToEnd.Transcripts;

/// <summary>
/// A chat as text. A line at the margin is what people do; the indented lines under it are what the bot does then.
/// </summary>
/// <example>
/// <code>
/// # A parent says it all in one message
/// @06:40
/// 小明妈妈: 36.5 没外出
///     bot > 小明妈妈: …
///         [改一下]
/// </code>
/// </example>
internal sealed class Transcript
{
    private static readonly string Folder = Path.Combine(Root(), "Transcripts");
    private readonly StringBuilder played = new();

    private readonly string path;

    private Transcript(string path, string written) => (this.path, Written) = (path, written);

    /// <summary>The file as it is.</summary>
    public string Written { get; private set; }

    /// <summary>The chat as it went.</summary>
    public string Played => played.ToString();

    /// <summary>What people do, in order.</summary>
    public IEnumerable<string> Lines => Written.Split('\n').Where(line => line.Length > 0 && line[0] is not ' ');

    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static Transcript Read(string name)
    {
        var path = Path.Combine(Folder, name + ".txt");
        return new Transcript(path, File.ReadAllText(path));
    }

    public void Add(string line) => played.Append(line).Append('\n');

    public void Blank()
    {
        if (played.Length > 0) played.Append('\n');
    }

    /// <summary>Takes what happened for what should.</summary>
    public void Accept()
    {
        File.WriteAllText(path, Played);
        Written = Played;
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
