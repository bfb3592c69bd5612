using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Organisation;

/// <summary>A grade is passed over where it is the only one of its school.</summary>
public sealed class OnlyGradeTests
{
    [Theory]
    [InlineData("grade", "grade")]
    [InlineData("grade boarding_house", "grade")]
    [InlineData("grade grade", null)]
    [InlineData("grade class", null)]
    [InlineData("class", null)]
    [InlineData("boarding_house", null)]
    public void A_boarding_house_beside_it_changes_nothing_and_a_second_grade_or_a_class_does(string below, string? only) =>
        Assert.Equal(only, OnlyGrade.Of(below.Split(' '), KindOf));

    private static UnitKind KindOf(string word) => word switch
    {
        "grade" => UnitKind.Grade,
        "class" => UnitKind.Class,
        _ => UnitKind.BoardingHouse,
    };
}
