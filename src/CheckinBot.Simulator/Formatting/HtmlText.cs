using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Formatting;

/// <summary>The Bot API's HTML style: a fixed set of tags, properly nested, and a few character entities.</summary>
internal sealed class HtmlText
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;

    private HtmlText(string source) => _source = source;

    private sealed record OpenTag(string Name, string Type, int Start, int SourceAt, string? Argument);

    /// <exception cref="ApiException">400 "can't parse entities: …".</exception>
    public static FormattedText Parse(string html)
    {
        var parser = new HtmlText(html);
        while (parser._at < html.Length)
        {
            switch (html[parser._at])
            {
                case '<' when parser._at + 1 < html.Length && html[parser._at + 1] == '/':
                    parser.Close();
                    break;
                case '<':
                    parser.Open();
                    break;
                case '&':
                    parser.Character();
                    break;
                default:
                    parser._text.Append(html[parser._at++]);
                    break;
            }
        }

        if (parser._open.TryPeek(out var left))
        {
            throw Failure($"Can't find end tag corresponding to start tag \"{left.Name}\"");
        }

        return Markup.Plain(parser._text.ToString(), parser._entities);
    }

    private void Open()
    {
        var start = _at;
        var end = _source.IndexOf('>', _at);
        if (end < 0)
        {
            throw Failure($"Unclosed start tag at byte offset {ByteOffset(start)}");
        }

        var tag = _source[(_at + 1)..end];
        _at = end + 1;
        var space = tag.AsSpan().IndexOfAny(" \t\n");
        var name = (space < 0 ? tag : tag[..space]).ToLowerInvariant();
        var attributes = space < 0 ? "" : tag[space..];
        var type = TypeOf(name, attributes)
            ?? throw Failure($"Unsupported start tag \"{name}\" at byte offset {ByteOffset(start)}");
        var argument = name switch
        {
            "a" => Attribute(attributes, "href"),
            "tg-emoji" => Attribute(attributes, "emoji-id"),
            "code" => Attribute(attributes, "class"),
            _ => null,
        };
        _open.Push(new OpenTag(name, type, _text.Length, start, argument));
    }

    private void Close()
    {
        var start = _at;
        var end = _source.IndexOf('>', _at);
        if (end < 0)
        {
            throw Failure($"Unclosed end tag at byte offset {ByteOffset(start)}");
        }

        var name = _source[(_at + 2)..end].Trim().ToLowerInvariant();
        _at = end + 1;
        if (!_open.TryPop(out var tag))
        {
            throw Failure($"Unexpected end tag at byte offset {ByteOffset(start)}");
        }

        if (name.Length > 0 && name != tag.Name)
        {
            throw Failure($"Unmatched end tag at byte offset {ByteOffset(start)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        if (_text.Length > tag.Start && EntityOf(tag) is { } entity)
        {
            _entities.Add(entity);
        }
    }

    private MessageEntity? EntityOf(OpenTag tag)
    {
        var entity = new MessageEntity { Type = tag.Type, Offset = tag.Start, Length = _text.Length - tag.Start };
        switch (tag.Name)
        {
            case "a":
                var url = tag.Argument ?? _text.ToString(tag.Start, entity.Length);
                return url.Contains("://", StringComparison.Ordinal) ? entity with { Url = url } : null;
            case "tg-emoji":
                return entity with { CustomEmojiId = tag.Argument };
            case "code" when _open.TryPeek(out var outer) && outer.Name == "pre" && outer.Start == tag.Start:
                // <pre><code class="language-x"> is one entity: the inner tag only names the language.
                _open.Pop();
                _open.Push(outer with { Argument = tag.Argument?.Replace("language-", "", StringComparison.Ordinal) });
                return null;
            case "pre":
                return entity with { Language = tag.Argument };
            default:
                return entity;
        }
    }

    private void Character()
    {
        var end = _source.IndexOf(';', _at);
        var name = end > _at && end - _at <= 10 ? _source[(_at + 1)..end] : "";
        var character = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => Numeric(name),
        };
        _text.Append(character ?? "&");
        _at = character is null ? _at + 1 : end + 1;
    }

    private static string? Numeric(string name)
    {
        var isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        var digits = isHex ? name.AsSpan(2) : name.StartsWith('#') ? name.AsSpan(1) : "";
        return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : null;
    }

    private static string? TypeOf(string name, string attributes) => name switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "tg-spoiler" => "spoiler",
        "span" when Attribute(attributes, "class") == "tg-spoiler" => "spoiler",
        "code" => "code",
        "pre" => "pre",
        "a" => "text_link",
        "tg-emoji" => "custom_emoji",
        "blockquote" when attributes.Contains("expandable", StringComparison.OrdinalIgnoreCase) => "expandable_blockquote",
        "blockquote" => "blockquote",
        _ => null,
    };

    private static string? Attribute(string attributes, string name)
    {
        var start = attributes.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = attributes[(start + name.Length + 1)..];
        var quote = value.Length > 0 && value[0] is '"' or '\'' ? value[0] : '\0';
        var end = quote == '\0' ? value.AsSpan().IndexOfAny(" \t\n") : value.IndexOf(quote, 1);
        var raw = quote == '\0' ? value[..(end < 0 ? value.Length : end)] : value[1..(end < 0 ? value.Length : end)];
        return raw.Replace("&amp;", "&", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
    }

    private int ByteOffset(int position) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, position));

    private static ApiException Failure(string reason) => ApiException.BadRequest("can't parse entities: " + reason);
}
