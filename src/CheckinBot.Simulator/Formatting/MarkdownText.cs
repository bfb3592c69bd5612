using System.Text;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Formatting;

/// <summary>The Bot API's MarkdownV2 style, and the legacy Markdown without nesting.</summary>
internal sealed class MarkdownText
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";
    private readonly string source;
    private readonly bool legacy;
    private readonly StringBuilder text = new();
    private readonly List<MessageEntity> entities = [];
    private readonly Stack<(string Mark, int Start, int SourceAt)> open = new();
    private int at;

    private MarkdownText(string source, bool legacy)
    {
        this.source = source;
        this.legacy = legacy;
    }

    /// <exception cref="ApiException">400 "can't parse entities: …".</exception>
    public static FormattedText Parse(string markdown) => new MarkdownText(markdown, legacy: false).Read();

    /// <inheritdoc cref="Parse"/>
    public static FormattedText ParseLegacy(string markdown) => new MarkdownText(markdown, legacy: true).Read();

    private FormattedText Read()
    {
        while (at < source.Length)
        {
            if (source[at] == '\\' && at + 1 < source.Length && source[at + 1] < 127)
            {
                text.Append(source[at + 1]);
                at += 2;
            }
            else if (Mark() is { } mark)
            {
                Toggle(mark);
            }
            else if (source[at] == '[')
            {
                open.Push(("[", text.Length, at++));
            }
            else if (source[at] == ']' && open.TryPeek(out var bracket) && bracket.Mark == "[")
            {
                CloseLink(bracket.Start);
            }
            else if (source[at] == '>' && !legacy && (at == 0 || source[at - 1] == '\n'))
            {
                Quote();
            }
            else if (!legacy && Reserved.Contains(source[at], StringComparison.Ordinal))
            {
                throw Failure($"Character '{source[at]}' is reserved and must be escaped with the preceding '\\'");
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        if (open.TryPeek(out var left))
        {
            throw Failure($"Can't find end of {TypeOf(left.Mark)} entity at byte offset {Encoding.UTF8.GetByteCount(source.AsSpan(0, left.SourceAt))}");
        }

        return Markup.Plain(text.ToString(), entities);
    }

    private string? Mark()
    {
        string[] marks = legacy ? ["```", "`", "*", "_"] : ["```", "`", "__", "||", "*", "_", "~"];
        return Array.Find(marks, m => string.CompareOrdinal(source, at, m, 0, m.Length) == 0);
    }

    private void Toggle(string mark)
    {
        if (mark is "`" or "```")
        {
            Code(mark);
            return;
        }

        if (open.TryPeek(out var innermost) && innermost.Mark == mark)
        {
            open.Pop();
            Add(TypeOf(mark), innermost.Start);
        }
        else
        {
            open.Push((mark, text.Length, at));
        }

        at += mark.Length;
    }

    private void Code(string mark)
    {
        var start = text.Length;
        var end = source.IndexOf(mark, at + mark.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Failure($"Can't find end of {TypeOf(mark)} entity at byte offset {Encoding.UTF8.GetByteCount(source.AsSpan(0, at))}");
        }

        var body = source[(at + mark.Length)..end];
        string? language = null;
        var lineEnd = body.IndexOf('\n', StringComparison.Ordinal);
        if (mark == "```" && lineEnd >= 0)
        {
            language = lineEnd == 0 ? null : body[..lineEnd];
            body = body[(lineEnd + 1)..];
        }

        text.Append(body.Replace("\\`", "`", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
        at = end + mark.Length;
        Add(TypeOf(mark), start, language: language);
    }

    private void CloseLink(int start)
    {
        open.Pop();
        var end = at + 1 < source.Length && source[at + 1] == '(' ? source.IndexOf(')', at + 2) : -1;
        if (end >= 0)
        {
            Add("text_link", start, url: source[(at + 2)..end].Replace("\\", "", StringComparison.Ordinal));
            at = end + 1;
            return;
        }

        at++;
    }

    private void Quote()
    {
        at++;
        var start = text.Length;
        var end = source.IndexOf('\n', at);
        var line = source[at..(end < 0 ? source.Length : end)];
        var inner = Parse(line.Length == 0 ? " " : line);
        text.Append(inner.Text);
        entities.AddRange(inner.Entities.Select(e => e with { Offset = e.Offset + start }));
        at += line.Length;
        Add("blockquote", start);
    }

    private void Add(string type, int start, string? url = null, string? language = null)
    {
        if (text.Length > start)
        {
            entities.Add(new MessageEntity { Type = type, Offset = start, Length = text.Length - start, Url = url, Language = language });
        }
    }

    private static string TypeOf(string mark) => mark switch
    {
        "*" => "bold",
        "_" => "italic",
        "__" => "underline",
        "~" => "strikethrough",
        "||" => "spoiler",
        "`" => "code",
        "```" => "pre",
        _ => "text_link",
    };

    private static ApiException Failure(string reason) => ApiException.BadRequest("can't parse entities: " + reason);
}
