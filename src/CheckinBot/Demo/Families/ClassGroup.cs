using CheckinBot.Demo.Population;

namespace CheckinBot.Demo.Families;

/// <summary>A class's group chat and the chain that grows in it.</summary>
internal sealed class ClassGroup(ClassRoom room, long chatId)
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public ClassRoom Room => room;

    public long ChatId => chatId;

    /// <summary>Begins the day's chain.</summary>
    public void BeginChain()
    {
        lock (_gate) _lines.Clear();
    }

    /// <summary>The chain with one more line, as the next to join posts it.</summary>
    public string Chain(DateOnly day, string line)
    {
        lock (_gate)
        {
            _lines.Add($"{_lines.Count + 1}. {line}");
            return $"#接龙\n{day.Month}月{day.Day}日体温和行程\n例 张三 36.5 未外出\n\n{string.Join('\n', _lines)}";
        }
    }
}
