using System.Text;
using System.Text.Json;

namespace CheckinBot.Core.Forms;

/// <summary>JSON whose every part knows its line, so that a fault in a template can be shown where it is.</summary>
/// <param name="Line">The line, counted from 1.</param>
internal abstract record LocatedJson(int Line)
{
    internal sealed record Text(int Line, string Value) : LocatedJson(Line);

    internal sealed record Number(int Line, double Value) : LocatedJson(Line);

    internal sealed record Flag(int Line, bool Value) : LocatedJson(Line);

    internal sealed record Nothing(int Line) : LocatedJson(Line);

    internal sealed record List(int Line, IReadOnlyList<LocatedJson> Items) : LocatedJson(Line);

    internal sealed record Map(int Line, IReadOnlyList<(string Key, int Line, LocatedJson Value)> Members) : LocatedJson(Line)
    {
        public LocatedJson? this[string key] => Members.LastOrDefault(member => member.Key == key).Value;
    }

    /// <summary>Reads a text; comments and trailing commas are allowed, since people write it.</summary>
    /// <exception cref="JsonException">It is no JSON; the exception knows the line, counted from 0.</exception>
    public static LocatedJson Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new LineCounter(bytes);
        reader.Read();
        var root = Read(ref reader, lines);
        while (reader.Read())
        {
        }

        return root;
    }

    private static LocatedJson Read(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineAt(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(ref reader, line, lines),
            JsonTokenType.StartArray => ReadList(ref reader, line, lines),
            JsonTokenType.String => new Text(line, reader.GetString()!),
            JsonTokenType.Number => new Number(line, reader.GetDouble()),
            JsonTokenType.True or JsonTokenType.False => new Flag(line, reader.GetBoolean()),
            _ => new Nothing(line),
        };
    }

    private static Map ReadMap(ref Utf8JsonReader reader, int line, LineCounter lines)
    {
        var members = new List<(string, int, LocatedJson)>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, keyLine) = (reader.GetString()!, lines.LineAt(reader.TokenStartIndex));
            reader.Read();
            members.Add((key, keyLine, Read(ref reader, lines)));
        }

        return new Map(line, members);
    }

    private static List ReadList(ref Utf8JsonReader reader, int line, LineCounter lines)
    {
        var items = new List<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, lines));
        return new List(line, items);
    }

    /// <summary>Counts lines once from the beginning to the end: tokens come in order.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private int _line = 1;
        private long _at;

        public int LineAt(long index)
        {
            for (; _at < index; _at++)
            {
                if (bytes[_at] == '\n') _line++;
            }

            return _line;
        }
    }
}
