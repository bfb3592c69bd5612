using System.Text;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Formatting;

/// <summary>The Bot API's MarkdownV2 style, and the legacy Markdown without nesting.</summary>
internal sealed class MarkdownText
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";
    private readonly string _source;
    private readonly bool _legacy;
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly Stack<(string Mark, int Start, int SourceAt)> _open = new();
    private int _at;

    private MarkdownText(string source, bool legacy)
    {
        _source = source;
        _legacy = legacy;
    }

    /// <exception cref="ApiException">400 "can't parse entities: …".</exception>
    public static FormattedText Parse(string markdown) => new MarkdownText(markdown, legacy: false).Read();

    /// <inheritdoc cref="Parse"/>
    public static FormattedText ParseLegacy(string markdown) => new MarkdownText(markdown, legacy: true).Read();

    private FormattedText Read()
    {
        while (_at < _source.Length)
        {
            if (_source[_at] == '\\' && _at + 1 < _source.Length && _source[_at + 1] < 127)
            {
                _text.Append(_source[_at + 1]);
                _at += 2;
            }
            else if (Mark() is { } mark)
            {
                Toggle(mark);
            }
            else if (_source[_at] == '[')
            {
                _open.Push(("[", _text.Length, _at++));
            }
            else if (_source[_at] == ']' && _open.TryPeek(out var bracket) && bracket.Mark == "[")
            {
                CloseLink(bracket.Start);
            }
            else if (_source[_at] == '>' && !_legacy && (_at == 0 || _source[_at - 1] == '\n'))
            {
                Quote();
            }
            else if (!_legacy && Reserved.Contains(_source[_at], StringComparison.Ordinal))
            {
                throw Failure($"Character '{_source[_at]}' is reserved and must be escaped with the preceding '\\'");
            }
            else
            {
                _text.Append(_source[_at++]);
            }
        }

        if (_open.TryPeek(out var left))
        {
            throw Failure($"Can't find end of {TypeOf(left.Mark)} entity at byte offset {Encoding.UTF8.GetByteCount(_source.AsSpan(0, left.SourceAt))}");
        }

        return Markup.Plain(_text.ToString(), _entities);
    }

    private string? Mark()
    {
        string[] marks = _legacy ? ["```", "`", "*", "_"] : ["```", "`", "__", "||", "*", "_", "~"];
        return Array.Find(marks, m => string.CompareOrdinal(_source, _at, m, 0, m.Length) == 0);
    }

    private void Toggle(string mark)
    {
        if (mark is "`" or "```")
        {
            Code(mark);
            return;
        }

        if (_open.TryPeek(out var innermost) && innermost.Mark == mark)
        {
            _open.Pop();
            Add(TypeOf(mark), innermost.Start);
        }
        else
        {
            _open.Push((mark, _text.Length, _at));
        }

        _at += mark.Length;
    }

    private void Code(string mark)
    {
        var start = _text.Length;
        var end = _source.IndexOf(mark, _at + mark.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Failure($"Can't find end of {TypeOf(mark)} entity at byte offset {Encoding.UTF8.GetByteCount(_source.AsSpan(0, _at))}");
        }

        var body = _source[(_at + mark.Length)..end];
        string? language = null;
        var lineEnd = body.IndexOf('\n', StringComparison.Ordinal);
        if (mark == "```" && lineEnd >= 0)
        {
            language = lineEnd == 0 ? null : body[..lineEnd];
            body = body[(lineEnd + 1)..];
        }

        _text.Append(body.Replace("\\`", "`", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
        _at = end + mark.Length;
        Add(TypeOf(mark), start, language: language);
    }

    private void CloseLink(int start)
    {
        _open.Pop();
        var end = _at + 1 < _source.Length && _source[_at + 1] == '(' ? _source.IndexOf(')', _at + 2) : -1;
        if (end >= 0)
        {
            Add("text_link", start, url: _source[(_at + 2)..end].Replace("\\", "", StringComparison.Ordinal));
            _at = end + 1;
            return;
        }

        _at++;
    }

    private void Quote()
    {
        _at++;
        var start = _text.Length;
        var end = _source.IndexOf('\n', _at);
        var line = _source[_at..(end < 0 ? _source.Length : end)];
        var inner = Parse(line.Length == 0 ? " " : line);
        _text.Append(inner.Text);
        _entities.AddRange(inner.Entities.Select(e => e with { Offset = e.Offset + start }));
        _at += line.Length;
        Add("blockquote", start);
    }

    private void Add(string type, int start, string? url = null, string? language = null)
    {
        if (_text.Length > start)
        {
            _entities.Add(new MessageEntity { Type = type, Offset = start, Length = _text.Length - start, Url = url, Language = language });
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
