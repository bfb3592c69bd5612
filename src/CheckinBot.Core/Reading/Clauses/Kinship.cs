using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Which of the children a word of a family means.</summary>
internal enum Kin
{
    /// <summary>A child, without saying which: 儿子, daughter.</summary>
    Child,

    /// <summary>大宝, 老大, the eldest.</summary>
    Eldest,

    /// <summary>二宝, 老二.</summary>
    Second,

    /// <summary>三宝, 老三.</summary>
    Third,

    /// <summary>小宝, 小的, the youngest.</summary>
    Youngest,

    /// <summary>姐姐, 哥哥, 大儿子: the elder of two; of three or more it may be one of several.</summary>
    Elder,

    /// <summary>弟弟, 妹妹, 小女儿: the younger of two.</summary>
    Younger,
}

/// <summary>The words by which a family speaks of its children.</summary>
internal static class Kinship
{
    /// <summary>What the whole of a normalised text means; null where it is no such word.</summary>
    public static Kin? Of(string key)
    {
        var (length, word) = Lexicon.Instance.Longest(key);
        if (length == 0 || length != key.Length || (word.Classes & WordClass.ChildName) == 0)
            return null;
        if (key[0] is '二')
            return key is "二哥" or "二姐" ? Kin.Child : Kin.Second;
        if (key[0] is '三')
            return Kin.Third;
        return key switch
        {
            "老大" or "大宝" or "大娃" or "大的" or "大仔" => Kin.Eldest,
            "老二" => Kin.Second,
            "老三" => Kin.Third,
            "小宝" or "小娃" or "小的" or "细仔" => Kin.Youngest,
            _ when key.Contains('哥') || key.Contains('姐') || key.Contains('姊') || key[0] == '大'
                || Starts(key, "elder", "older", "big", "the elder", "the older") => Kin.Elder,
            _ when key.Contains('弟') || key.Contains('妹') || key[0] is '小' or '细' || Starts(key, "younger", "little", "the younger") => Kin.Younger,
            _ => Kin.Child,
        };
    }

    /// <summary>The order of birth that a word means among so many children; 0 where it does not tell.</summary>
    public static int Order(Kin kin, int children) => kin switch
    {
        Kin.Eldest => 1,
        Kin.Second => 2,
        Kin.Third => 3,
        Kin.Youngest when children > 1 => children,
        Kin.Elder when children == 2 => 1,
        Kin.Younger when children == 2 => 2,
        _ => 0,
    };

    private static bool Starts(string key, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (key.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
