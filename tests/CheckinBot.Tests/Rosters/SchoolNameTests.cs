using CheckinBot.Rosters;

namespace CheckinBot.Tests.Rosters;

public sealed class SchoolNameTests
{
    [Theory]
    [InlineData("第一小学")]
    [InlineData("固原一中")]
    [InlineData("阳光幼儿园")]
    [InlineData("建國國小")]
    [InlineData("实验学校（东校区）")]
    [InlineData("Riverside Primary School")]
    public void A_school_is_known_by_its_name(string name) => Assert.True(SchoolName.Fits(name));

    [Theory]
    [InlineData("示范县")]
    [InlineData("三年级")]
    [InlineData("1班")]
    [InlineData("小学部")]
    [InlineData("Grade 3")]
    public void What_is_no_school_is_not_taken_for_one(string name) => Assert.False(SchoolName.Fits(name));
}
