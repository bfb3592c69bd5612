namespace CheckinBot.Demo.Families;

/// <summary>What else is said in a class group on a school morning. None of it is a check-in, whatever numbers it holds.</summary>
internal static class Chatter
{
    /// <summary>Time of day, class (from 0), seat of the family that says it, and the words.</summary>
    public static readonly IReadOnlyList<(TimeOnly At, int Class, int Family, string Text)> Lines =
    [
        (new(6, 52), 0, 4, "今天体育课要穿运动鞋吗？"),
        (new(6, 58), 0, 8, "今天外面36度，太热了，记得给孩子带水"),
        (new(7, 12), 1, 3, "班费每人36.5元，请家长转给学委"),
        (new(7, 20), 2, 5, "这次数学测验98.5分，进步了"),
        (new(7, 41), 3, 2, "热干面真好吃，好想去武汉"),
        (new(7, 46), 0, 11, "老师辛苦了"),
        (new(8, 2), 2, 9, "听说隔壁班有个孩子发烧38度，真的吗"),
        (new(8, 20), 1, 12, "一年365天，天天打卡[捂脸]"),
    ];
}
