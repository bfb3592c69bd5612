using CheckinBot.Rosters;

namespace CheckinBot.Tests.Rosters;

public sealed class UnitNameTests
{
    [Theory]
    [InlineData("第一小学")]
    [InlineData("固原一中")]
    [InlineData("阳光幼儿园")]
    [InlineData("建國國小")]
    [InlineData("实验学校（东校区）")]
    [InlineData("Riverside Primary School")]
    public void A_school_is_known_by_its_name(string name) => Assert.True(UnitName.IsSchool(name));

    [Theory]
    [InlineData("示范县")]
    [InlineData("三年级")]
    [InlineData("1班")]
    [InlineData("小学部")]
    [InlineData("Grade 3")]
    public void What_is_no_school_is_not_taken_for_one(string name) => Assert.False(UnitName.IsSchool(name));

    [Theory]
    [InlineData("1号宿舍楼", true)]
    [InlineData("女生公寓", true)]
    [InlineData("男舍", true)]
    [InlineData("Boarding House B", true)]
    [InlineData("育英寄宿学校", false)]
    [InlineData("Hill Boarding School", false)]
    [InlineData("高一年级", false)]
    public void A_boarding_house_is_known_by_its_name(string name, bool fits) => Assert.Equal(fits, UnitName.IsBoardingHouse(name));

    [Theory]
    [InlineData("三年级", true)]
    [InlineData("2021级", true)]
    [InlineData("高一", true)]
    [InlineData("初中部", true)]
    [InlineData("1班", true)]
    [InlineData("Year 7", true)]
    [InlineData("教务处", false)]
    [InlineData("后勤部", false)]
    [InlineData("语文组", false)]
    public void A_year_or_a_class_is_known_by_its_name_while_nobody_is_in_it(string name, bool fits) => Assert.Equal(fits, UnitName.IsGrade(name));

    [Theory]
    [InlineData("体卫艺科", true)]
    [InlineData("疾控中心", true)]
    [InlineData("Health Office", true)]
    [InlineData("解放路街道办事处", false)]
    [InlineData("城关镇", false)]
    public void An_office_above_the_schools_is_known_by_its_name(string name, bool fits) => Assert.Equal(fits, UnitName.IsOffice(name));
}
