namespace CheckinBot.Core.Script;

/// <summary>Turns traditional characters into simplified ones.</summary>
internal static class Traditional
{
    private static readonly char[] Simplified = Load();

    public static char ToSimplified(char c) => c is >= '\u4E00' and <= '\u9FFF' ? Simplified[c - '\u4E00'] : c;

    private static char[] Load()
    {
        var map = new char[0x9FFF - 0x4E00 + 1];
        for (var i = 0; i < map.Length; i++)
            map[i] = (char)(0x4E00 + i);
        foreach (var line in DataFile.Lines("traditional.txt"))
        {
            foreach (var pair in line.Split(' '))
                map[pair[0] - 0x4E00] = pair[1];
        }

        return map;
    }
}
