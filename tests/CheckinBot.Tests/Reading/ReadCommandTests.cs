using CheckinBot.Commands;

namespace CheckinBot.Tests.Reading;

public class ReadCommandTests
{
    [Theory]
    [InlineData("""{"context":"private-awaiting-temperature","text":"36度5 没出门"}""",
        """{"kind":"checkin","entries":[{"name":null,"temperatureC":36.5,"travel":"no","place":null,"symptoms":[]}],"suggestions":[]}""")]
    [InlineData("""{"context":"group","text":"李雷36.8，昨天刚从郑州回来，有点咳嗽"}""",
        """{"kind":"checkin","entries":[{"name":"李雷","temperatureC":36.8,"travel":"yes","place":"郑州","symptoms":["cough"]}],"suggestions":[]}""")]
    [InlineData("""{"context":"group","text":"三十六块五"}""", """{"kind":"not-checkin","entries":[],"suggestions":[]}""")]
    [InlineData("""{"context":"private-awaiting-temperature","text":"36.4还是36.6，记不清了，刚从南京回来"}""",
        """{"kind":"partial","entries":[{"name":null,"temperatureC":null,"travel":"yes","place":"南京","symptoms":[]}],"suggestions":[36.4,36.6]}""")]
    [InlineData("""{"context":"group","text":"Emma ordered 36.5","own":["Emma Tan"],"classmates":["Liam Ng"]}""",
        """{"kind":"ask-again","entries":[{"name":"Emma","temperatureC":null,"travel":"unknown","place":null,"symptoms":[]}],"suggestions":[]}""")]
    [InlineData("""{"context":"group","text":"Liam 36.5 no travel","own":["Emma Tan"],"classmates":["Liam Ng"]}""",
        """{"kind":"checkin","entries":[{"name":"Liam","temperatureC":36.5,"travel":"no","place":null,"symptoms":[]}],"suggestions":[]}""")]
    public void A_line_is_answered_with_its_reading(string line, string answer) => Assert.Equal(answer, ReadCommand.Read(line));

    [Fact]
    public void Two_children_told_of_at_once_are_two_entries()
    {
        var answer = ReadCommand.Read("""{"context":"private-idle","text":"两个娃都36度5，在家"}""");
        Assert.Equal(2, answer.Split("\"temperatureC\":36.5").Length - 1);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"context":"elsewhere","text":"36.5"}""")]
    [InlineData("""{"context":"group"}""")]
    [InlineData("""{"context":"group","text":5}""")]
    public void A_bad_line_is_answered_with_an_error(string line) => Assert.StartsWith("{\"error\":", ReadCommand.Read(line), StringComparison.Ordinal);

    [Fact]
    public async Task Every_line_is_answered_in_order_and_a_bad_one_stops_nothing()
    {
        using var input = new StringReader("""{"context":"private-idle","text":"36.5"}""" + "\nnonsense\n\n" + """{"context":"group","text":"收到"}""");
        using var output = new StringWriter();

        await ReadCommand.Run(input, output, CancellationToken.None);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"checkin\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("error", lines[1], StringComparison.Ordinal);
        Assert.Contains("not-checkin", lines[2], StringComparison.Ordinal);
    }
}
