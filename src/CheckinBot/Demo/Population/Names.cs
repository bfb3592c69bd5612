namespace CheckinBot.Demo.Population;

/// <summary>The lists of <c>names.txt</c>, from which the demo's people get their names.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, string[]> _sections;

    private Names(Dictionary<string, string[]> sections) => _sections = sections;

    /// <summary>The lists that come with the program.</summary>
    public static Names Load()
    {
        using var stream = typeof(Names).Assembly.GetManifestResourceStream("Demo/names.txt")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public string Surname(Random draw) => Any("surnames", draw);

    public string Girl(Random draw) => Any("girls", draw);

    public string Boy(Random draw) => Any("boys", draw);

    public string Nickname(Random draw) => Any("nicknames", draw);

    public string Adult(Kinship kinship, Random draw) => Any(kinship switch
    {
        Kinship.Mother => "mothers",
        Kinship.Father => "fathers",
        Kinship.Grandmother => "grandmothers",
        _ => "grandfathers",
    }, draw);

    private string Any(string section, Random draw)
    {
        var words = _sections[section];
        return words[draw.Next(words.Length)];
    }

    private static Names Parse(string text)
    {
        Dictionary<string, List<string>> sections = [];
        List<string> current = [];
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                sections[line.Trim('[', ']')] = current = [];
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) AddWord(current, word);
        }

        return new Names(sections.ToDictionary(section => section.Key, section => section.Value.ToArray()));
    }

    /// <summary>A number repeats the word before it, so that a common surname is drawn as often as it is met.</summary>
    private static void AddWord(List<string> words, string word)
    {
        if (int.TryParse(word, out var share))
            words.AddRange(Enumerable.Repeat(words[^1], share - 1));
        else
            words.Add(word);
    }
}
