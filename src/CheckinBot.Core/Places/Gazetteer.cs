using CheckinBot.Core.Script;

namespace CheckinBot.Core.Places;

/// <summary>
/// Places of China down to county level and of the world, with their usual names, and what lies in what.
/// Several places may share one name (朝阳区).
/// </summary>
public sealed class Gazetteer
{
    private static readonly string[] Suffixes =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "矿区", "省", "市", "区", "县", "盟", "旗", "镇", "乡"];

    private static readonly string[] Peoples =
    [
        "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
        "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族",
        "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "塔吉克", "怒族", "独龙族", "普米族", "裕固族", "保安族",
        "各族", "多民族",
    ];

    private static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer());

    private readonly List<(string Name, int Parent)> _places = [];
    private readonly Dictionary<string, List<int>> _byName = new(6000);
    private readonly List<string> _names = [];
    private readonly HashSet<string> _upper = [];
    private readonly Dictionary<char, string> _short = [];

    private Gazetteer()
    {
        LoadChina();
        LoadWorld();
        LoadAliases();
        _names.AddRange(_byName.Keys);
    }

    /// <summary>The one gazetteer; it is read from its files on first use.</summary>
    public static Gazetteer Instance => Shared.Value;

    /// <summary>All names, normalised, each with its index, for the lexicon.</summary>
    internal IEnumerable<(string Name, int Index, bool Upper)> Names =>
        _names.Select((name, index) => (name, index, _upper.Contains(name)));

    /// <summary>The full name that a one-character name stands for (沪), or null.</summary>
    internal string? FullOf(char shortName) => _short.GetValueOrDefault(shortName);

    /// <summary>
    /// Does a place as typed lie in an area, or is it that area? 孝感 and 湖北孝感 are in 湖北, KL is in Malaysia.
    /// Where several places share a name, any of them counts: a question too many is better than a key area missed.
    /// </summary>
    public bool IsIn(string place, string area)
    {
        var areas = Area(area);
        return areas.Count == 0
            ? Normal(place).Contains(Normal(area), StringComparison.Ordinal)
            : Parts(place).Any(part => Find(part).Any(at => LiesIn(at, areas)));
    }

    /// <summary>The places that lie around a place, from the nearest outwards: 孝感 gives 湖北省, 中国.</summary>
    public IReadOnlyList<string> ParentsOf(string place)
    {
        var parents = new List<string>();
        foreach (var start in Find(place).Take(1))
        {
            for (var at = _places[start].Parent; at >= 0; at = _places[at].Parent)
                parents.Add(_places[at].Name);
        }

        return parents;
    }

    /// <summary>Is this the name of a place?</summary>
    public bool Knows(string place) => Find(place).Count > 0;

    // 湖北省武汉市, as notices write it, means 武汉市 and not all of 湖北省; 北京市朝阳区 means that one of several 朝阳区.
    private List<int> Area(string area)
    {
        if (Find(area) is { Count: > 0 } found)
            return found;
        var parts = Parts(area);
        if (string.Concat(parts) != Normal(area).Replace(" ", "", StringComparison.Ordinal))
            return [];
        List<int> areas = [];
        foreach (var part in parts)
            areas = areas.Count == 0 ? Find(part) : [.. Find(part).Where(at => LiesIn(at, areas))];
        return areas;
    }

    private bool LiesIn(int place, List<int> areas)
    {
        for (var at = place; at >= 0; at = _places[at].Parent)
        {
            if (areas.Contains(at))
                return true;
        }

        return false;
    }

    private List<int> Find(string place)
    {
        var key = Normal(place);
        if (key.Length == 1 && _short.TryGetValue(key[0], out var full))
            key = full;
        return _byName.TryGetValue(key, out var found) ? found : [];
    }

    // 湖北孝感 is 湖北 and 孝感; "武汉、长沙" is two. The longest names from the left; of a nested pair the inner one is enough.
    private List<string> Parts(string place)
    {
        var key = Normal(place);
        if (_byName.ContainsKey(key) || (key.Length == 1 && _short.ContainsKey(key[0])))
            return [key];
        var parts = new List<string>();
        for (var i = 0; i < key.Length; i++)
        {
            for (var length = Math.Min(key.Length - i, 30); length >= 2; length--)
            {
                if (!_byName.ContainsKey(key.Substring(i, length)) || CutsWord(key, i) || CutsWord(key, i + length))
                    continue;
                parts.Add(key.Substring(i, length));
                i += length - 1;
                break;
            }
        }

        return parts;
    }

    // A name never begins or ends within a Latin word: there is no KL in Stockland.
    private static bool CutsWord(string key, int at) =>
        at > 0 && at < key.Length && char.IsAsciiLetter(key[at - 1]) && char.IsAsciiLetter(key[at]);

    private static string Normal(string name) => NormalisedText.Word(name.Trim());

    private int Place(string name, int parent)
    {
        _places.Add((name, parent));
        return _places.Count - 1;
    }

    private void Name(string name, int place)
    {
        var key = Normal(name).Replace('_', ' ');
        if (!_byName.TryGetValue(key, out var places))
            _byName.Add(key, places = []);
        if (!places.Contains(place))
            places.Add(place);
    }

    private void LoadChina()
    {
        var ambiguous = DataFile.Sections("places-alias.txt").Where(s => s.Heading == "Ambiguous").Select(s => s.Word).ToHashSet();
        var china = Place("中国", -1);
        Name("中国", china);
        var province = china;
        foreach (var line in DataFile.Lines("places-china.txt"))
        {
            if (line[0] != ' ')
            {
                province = Division(line, china, ambiguous);
                continue;
            }

            var parts = line.Trim().Split(':');
            var prefecture = parts[0] == "-" ? province : Division(parts[0], province, ambiguous);
            foreach (var county in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Division(county, prefecture, ambiguous);
        }
    }

    private int Division(string name, int parent, HashSet<string> ambiguous)
    {
        var place = Place(name, parent);
        if (!ambiguous.Contains(name))
            Name(name, place);
        var stem = Stem(name);
        if (stem.Length >= 2 && !ambiguous.Contains(stem))
            Name(stem, place);
        return place;
    }

    private static string Stem(string name)
    {
        var suffix = Array.Find(Suffixes, s => name.EndsWith(s, StringComparison.Ordinal) && name.Length > s.Length);
        if (suffix is null)
            return name;
        var stem = name[..^suffix.Length];
        while (suffix.StartsWith("自治", StringComparison.Ordinal)
            && Array.Find(Peoples, p => stem.EndsWith(p, StringComparison.Ordinal) && stem.Length > p.Length) is { } people)
            stem = stem[..^people.Length];
        return stem;
    }

    private void LoadWorld()
    {
        var country = -1;
        var china = 0;
        foreach (var line in DataFile.Lines("places-world.txt"))
        {
            var names = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isCity = line[0] == ' ';
            var place = names[0] == "中国" ? china : Place(names[0], isCity ? country : -1);
            if (!isCity)
                country = place;
            foreach (var name in names)
                Also(name, place);
        }
    }

    private void Also(string name, int place)
    {
        if (name[^1] == '^')
        {
            name = name[..^1];
            _upper.Add(Normal(name).Replace('_', ' '));
        }

        Name(name, place);
    }

    private void LoadAliases()
    {
        foreach (var (heading, _, word) in DataFile.Sections("places-alias.txt"))
        {
            var parts = word.Split(':');
            if (heading == "Short")
            {
                _short[parts[0][0]] = parts[1];
            }
            else if (heading == "Alias")
            {
                var place = _byName[Normal(parts[0])][0];
                foreach (var alias in parts[1].Split(','))
                    Also(alias, place);
            }
        }
    }
}
