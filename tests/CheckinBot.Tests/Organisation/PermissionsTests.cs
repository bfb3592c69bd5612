using System.Text;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using Xunit.Abstractions;

namespace CheckinBot.Tests.Organisation;

/// <summary>The table of rights, written out a second time: role × action × relation.</summary>
public sealed class PermissionsTests(ITestOutputHelper output)
{
    private static readonly Role[] Posts = [Role.ClassTeacher, Role.SchoolOfficer, Role.DutyOfficer, Role.Counsellor, Role.Official, Role.Admin];

    /// <summary>By the posts above: = at exactly the unit of the post, + there and below, - not at all. Nobody else has any right by a post.</summary>
    private const string Table = """
        action           class_teacher school_officer duty_officer counsellor official admin
        CheckIn          =             +              -            -          -        -
        SeeReading       =             +              -            -          -        -
        BindGroup        =             +              -            -          =        +
        Transfer         -             +              -            -          -        -
        SeeMissing       =             +              -            -          -        -
        Nudge            =             +              -            -          -        -
        ManageGuardians  =             +              -            -          -        -
        SeeDigest        =             +              +            -          +        +
        BeAlerted        =             +              +            -          -        -
        SeeCases         =             +              +            -          +        -
        Export           =             +              -            -          -        -
        SignOff          =             =              -            -          =        -
        QuestionReport   =             +              -            -          +        -
        AcknowledgeAlert =             +              +            -          +        -
        WaiveToday       =             +              -            -          +        -
        SettleSettings   -             +              -            -          +        +
        LookAfter        -             -              -            +          -        -
        SeeLooks         -             -              -            -          -        +
        FollowCase       =             +              +            -          -        -
        ClearReturn      -             +              -            -          -        -
        """;

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
            Relation.AtUnit => Written(role, permission) is '=' or '+',
            _ => Written(role, permission) is '+',
        };
        Assert.Equal(expected, Permissions.Allows(role, permission, relation));
    }

    [Fact]
    public void The_table_as_the_code_has_it_reads_as_the_one_above()
    {
        var names = Posts.Select(role => role.ToName()).ToList();
        var lines = Enum.GetValues<Permission>().Select(permission =>
            Line(permission.ToString(), Posts.Select((role, column) => Mark(role, permission).ToString().PadRight(names[column].Length))));
        var printed = string.Join('\n', lines.Prepend(Line("action", names)));
        output.WriteLine(printed);
        Assert.Equal(Table.ReplaceLineEndings("\n"), printed);
    }

    [Fact]
    public void No_official_sees_a_name_or_a_reading_but_those_of_open_cases() => Assert.All(
        Enum.GetValues<Permission>().Where(
            permission => permission is Permission.CheckIn or Permission.SeeReading or Permission.SeeMissing or Permission.BeAlerted or Permission.Export),
        permission => Assert.False(Permissions.Allows(Role.Official, permission, Relation.Above)));

    [Theory]
    [InlineData(Role.Student, Relation.Guardian, false)]
    [InlineData(Role.Teacher, Relation.Self, false)]
    [InlineData(Role.ClassTeacher, Relation.AtUnit, false)]
    [InlineData(Role.SchoolOfficer, Relation.AtUnit, true)]
    [InlineData(Role.SchoolOfficer, Relation.Above, true)]
    [InlineData(Role.Counsellor, Relation.Above, true)]
    [InlineData(Role.DutyOfficer, Relation.AtUnit, true)]
    [InlineData(Role.Official, Relation.Above, true)]
    [InlineData(Role.Admin, Relation.Above, true)]
    public void Every_look_is_logged_but_the_familys_and_the_class_teachers(Role role, Relation relation, bool logged) =>
        Assert.Equal(logged, Permissions.IsLogged(role, relation));

    private static char Written(Role role, Permission permission)
    {
        var line = Table.Split('\n').Single(line => line.StartsWith($"{permission} ", StringComparison.Ordinal));
        return Array.IndexOf(Posts, role) is >= 0 and var column ? line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[column + 1].Trim()[0] : '-';
    }

    private static char Mark(Role role, Permission permission) =>
        Permissions.Allows(role, permission, Relation.Above) ? '+' : Permissions.Allows(role, permission, Relation.AtUnit) ? '=' : '-';

    private static string Line(string first, IEnumerable<string> cells) =>
        new StringBuilder(first.PadRight(16)).Append(' ').AppendJoin(' ', cells).ToString().TrimEnd();
}
