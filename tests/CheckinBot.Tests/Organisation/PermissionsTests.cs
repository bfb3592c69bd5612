using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Organisation;

/// <summary>The table of rights, written out a second time: role × permission × relation.</summary>
public sealed class PermissionsTests
{
    /// <summary>For a post: who may do it at exactly the unit (=) and from a unit above (^).</summary>
    private static readonly Dictionary<Permission, string> Posts = new()
    {
        [Permission.CheckIn] = "ClassTeacher= SchoolOfficer= SchoolOfficer^",
        [Permission.SeeReading] = "ClassTeacher= SchoolOfficer= SchoolOfficer^",
        [Permission.BindGroup] = "ClassTeacher= SchoolOfficer= SchoolOfficer^ Official= Admin= Admin^",
        [Permission.SeeMissing] = "ClassTeacher= SchoolOfficer= SchoolOfficer^",
        [Permission.Nudge] = "ClassTeacher= SchoolOfficer= SchoolOfficer^",
        [Permission.ManageGuardians] = "ClassTeacher= SchoolOfficer= SchoolOfficer^",
        [Permission.SeeDigest] = "ClassTeacher= SchoolOfficer= SchoolOfficer^ Official= Official^ DutyOfficer= DutyOfficer^ Admin= Admin^",
        [Permission.BeAlerted] = "ClassTeacher= SchoolOfficer= SchoolOfficer^ DutyOfficer= DutyOfficer^",
    };

    public static TheoryData<Role, Permission, Relation> All
    {
        get
        {
            var all = new TheoryData<Role, Permission, Relation>();
            foreach (var role in Enum.GetValues<Role>())
                foreach (var permission in Enum.GetValues<Permission>())
                    foreach (var relation in Enum.GetValues<Relation>())
                        all.Add(role, permission, relation);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_may_do_more_than_the_table_says(Role role, Permission permission, Relation relation)
    {
        var expected = relation switch
        {
            Relation.None => false,
            Relation.Self or Relation.Guardian => permission is Permission.CheckIn or Permission.SeeReading,
            _ => Posts[permission].Split(' ').Contains($"{role}{(relation == Relation.AtUnit ? "=" : "^")}"),
        };
        Assert.Equal(expected, Permissions.Allows(role, permission, relation));
    }

    [Fact]
    public void No_official_sees_a_name_or_a_reading() => Assert.All(
        Enum.GetValues<Permission>().Where(permission => permission is Permission.CheckIn or Permission.SeeReading or Permission.SeeMissing or Permission.BeAlerted),
        permission => Assert.False(Permissions.Allows(Role.Official, permission, Relation.Above)));
}
