using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Which of the children a word of a family means.</summary>
internal enum Kin
{
    /// <summary>A child, without saying which: 儿子, daughter.</summary>
    Child = 1,

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
    public static Kin? Of(string key) => Terms.Value(key, Term.Kin) is var kin and > 0 ? (Kin)kin : null;

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
}
