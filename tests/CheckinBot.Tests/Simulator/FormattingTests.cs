using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Formatting;

namespace CheckinBot.Tests.Simulator;

public class FormattingTests
{
    [Theory]
    [InlineData("<b>36.5</b> ok", "36.5 ok", "bold 0-4")]
    [InlineData("a <b>b <i>c</i></b>", "a b c", "bold 2-5, italic 4-5")]
    [InlineData("&lt;b&gt; &amp; &quot; &#8451; &nbsp;", "<b> & \" ℃ &nbsp;", "")]
    [InlineData("😀<code>x</code>", "😀x", "code 2-3")]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">here</a>", "here", "text_link 0-4 https://example.org/?a=1&b=2")]
    [InlineData("<pre><code class=\"language-json\">{}</code></pre>", "{}", "pre 0-2")]
    [InlineData("<tg-spoiler>s</tg-spoiler><blockquote>q</blockquote>", "sq", "spoiler 0-1, blockquote 1-2")]
    [InlineData("  <u>both ends</u> \n", "both ends", "underline 0-9")]
    public void HTML_becomes_text_and_entities(string html, string text, string entities)
    {
        var formatted = HtmlText.Parse(html);

        Assert.Equal((text, entities), (formatted.Text, Describe(formatted)));
    }

    [Theory]
    [InlineData("<x>a</x>", "Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("你<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("你<b>a</i>", "Unmatched end tag at byte offset 7, expected \"</b>\", found \"</i>\"")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("36 < 37", "Unclosed start tag at byte offset 3")]
    public void Broken_HTML_is_refused_with_the_place(string html, string reason)
    {
        var refusal = Assert.Throws<ApiException>(() => HtmlText.Parse(html));

        Assert.Equal("Bad Request: can't parse entities: " + reason, refusal.Message);
    }

    [Theory]
    [InlineData(@"*b* _i_ __u__ ~s~ ||p||", "b i u s p", "bold 0-1, italic 2-3, underline 4-5, strikethrough 6-7, spoiler 8-9")]
    [InlineData(@"36\.5 `a.b` [here](https://example.org)", "36.5 a.b here", "code 5-8, text_link 9-13 https://example.org")]
    [InlineData(">quoted\nafter", "quoted\nafter", "blockquote 0-6")]
    public void MarkdownV2_becomes_text_and_entities(string markdown, string text, string entities)
    {
        var formatted = MarkdownText.Parse(markdown);

        Assert.Equal((text, entities), (formatted.Text, Describe(formatted)));
    }

    [Fact]
    public void MarkdownV2_asks_for_an_escape_before_a_full_stop()
    {
        var refusal = Assert.Throws<ApiException>(() => MarkdownText.Parse("36.5"));

        Assert.Equal("Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'", refusal.Message);
    }

    [Theory]
    [InlineData("/start abc", "bot_command 0-6")]
    [InlineData("好 /status@checkin_bot", "bot_command 2-21")]
    [InlineData("a/b </b> 1/2", "")]
    [InlineData("#接龙 @checkin_bot https://example.org/x.", "hashtag 0-3, mention 4-16, url 17-38")]
    public void Commands_mentions_hashtags_and_links_are_found_in_plain_text(string text, string entities)
    {
        Assert.Equal(entities, Describe(Markup.Plain(text, [])));
    }

    private static string Describe(FormattedText formatted) =>
        string.Join(", ", formatted.Entities.Select(e => $"{e.Type} {e.Offset}-{e.Offset + e.Length} {e.Url}".Trim()));
}
