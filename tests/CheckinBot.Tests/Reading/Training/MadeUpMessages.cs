using System.Globalization;
using System.Runtime.CompilerServices;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Clauses;

namespace CheckinBot.Tests.Reading.Training;

/// <summary>
/// Messages made up for the vote, most of them of a group, where the name of a child is known and says little: names of a roster ×
/// spellings of a value × what people say around it, and beside them as many in
/// which the same number is of a thing, a price, a mark or a deed. From <c>phrases.txt</c>.
/// </summary>
internal sealed class MadeUpMessages
{
    private static readonly KnownName[] Roster =
    [
        new(1, "王子涵"), new(2, "欧阳若曦"), new(3, "陳家樂"), new(4, "Emma Tan"), new(5, "李雷"), new(6, "林芷晴"), new(7, "Jack Smith"), new(8, "阿依古丽"),
    ];

    private readonly Dictionary<string, string[]> _phrases;
    private readonly Random _random;

    private MadeUpMessages(Random random, string path)
    {
        _random = random;
        _phrases = Sections(File.ReadLines(path)).ToLookup(one => one.Heading, one => one.Phrase).ToDictionary(one => one.Key, one => one.ToArray());
    }

    public static IEnumerable<VoteTrainer.Example> Make(int count, int seed, [CallerFilePath] string here = "")
    {
        var maker = new MadeUpMessages(new Random(seed), Path.Combine(Path.GetDirectoryName(here)!, "phrases.txt"));
        for (var i = 0; i < count; i++) yield return maker.Next();
    }

    private VoteTrainer.Example Next()
    {
        var setting = _random.Next(10) == 0 ? ReadingSetting.PrivateIdle : ReadingSetting.Group;
        var person = Roster[_random.Next(Roster.Length)];
        var english = person.Name[0] < 0x80;
        var language = english ? "en" : "zh";
        var name = english ? person.Name.Split(' ')[0] : person.Name;
        var reports = _random.Next(2) == 0;
        var text = reports ? Report(name, language) : Other(name, language);
        return new(text, new ReadingContext { Setting = setting, Own = _random.Next(3) == 0 ? [person] : [], Classmates = Roster }, reports);
    }

    private string Report(string name, string language)
    {
        var value = Value(language);
        var opening = _random.Next(3) == 0 ? Of("Opening", language) : "";
        var remark = _random.Next(3) > 0 ? Between() + Of("Remark", language) : "";
        var lead = (opening.Length > 0 && opening[^1] is '，' or ' ' ? opening : "") + Named(name);
        return lead + value + remark;
    }

    private string Other(string name, string language)
    {
        var (value, space) = (Value(language), language == "en" ? " " : _random.Next(3) == 0 ? " " : "");
        var lead = name + space;
        return _random.Next(7) switch
        {
            0 => lead + Of("Thing", language) + space + value,
            1 => lead + value + space + Of("Thing", language),
            2 => lead + value + (_random.Next(3) == 0 ? " " : "") + Of("Unit", language),
            3 => lead + Of("Deed", language) + space + value,
            4 => lead + Of("Deed", language) + space + value + space + Of("Thing", language),
            5 => lead + Of("Thing", language) + space + value + space + Of("Unit", language),
            _ => lead + Of("Deed", language) + space + value + (_random.Next(2) == 0 ? " " : "") + Of("Unit", language),
        };
    }

    private string Named(string name) => name + _random.Next(5) switch { 0 => "", 1 => "，", 2 => "：", _ => " " };

    private string Between() => _random.Next(4) switch { 0 => " ", 1 => ". ", _ => _random.Next(2) == 0 ? "，" : ", " };

    private string Value(string language)
    {
        var tenths = _random.Next(8) == 0 ? _random.Next(373, 400) : _random.Next(359, 373);
        var value = (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
        return _random.Next(8) switch
        {
            0 when language == "zh" => $"{tenths / 10}度{tenths % 10}",
            1 when language == "zh" => value + "度",
            2 => value + "℃",
            3 when language == "en" => value + "C",
            _ => value,
        };
    }

    private string Of(string kind, string language)
    {
        var phrases = _phrases[$"{kind} {language}"];
        return phrases[_random.Next(phrases.Length)];
    }

    private static IEnumerable<(string Heading, string Phrase)> Sections(IEnumerable<string> lines)
    {
        var heading = "";
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[') heading = line.Trim('[', ']');
            else yield return (heading, line);
        }
    }
}
