using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>The roles of a file, by the names of the format and by those that schools write.</summary>
internal static class RosterRoles
{
    private static readonly Dictionary<string, Role> Chinese = Named();

    /// <summary>The role of a cell; null where it is none.</summary>
    public static Role? Parse(string text)
    {
        var plain = NameForm.Of(text);
        return RoleName.Parse(plain.Replace(' ', '_')) ?? (Chinese.TryGetValue(plain, out var role) ? role : null);
    }

    /// <summary>All roles, for a message: <c>student (学生)</c>.</summary>
    public static string Listed { get; } =
        string.Join(", ", Enum.GetValues<Role>().Select(role => $"{role.ToName()} ({new Phrases(Language.ZhHans).RoleName(role)})"));

    private static Dictionary<string, Role> Named()
    {
        var named = new Dictionary<string, Role>(StringComparer.Ordinal)
        {
            ["老师"] = Role.Teacher,
            ["老師"] = Role.Teacher,
            ["任课教师"] = Role.Teacher,
            ["任课老师"] = Role.Teacher,
            ["科任教师"] = Role.Teacher,
            ["教职工"] = Role.Teacher,
            ["教職工"] = Role.Teacher,
            ["教職員"] = Role.Teacher,
            ["职工"] = Role.Teacher,
            ["班導師"] = Role.ClassTeacher,
            ["班导师"] = Role.ClassTeacher,
            ["班導"] = Role.ClassTeacher,
            ["導師"] = Role.ClassTeacher,
            ["导师"] = Role.ClassTeacher,
            ["级任老师"] = Role.ClassTeacher,
            ["級任老師"] = Role.ClassTeacher,
            ["学校管理员"] = Role.SchoolOfficer,
            ["學校管理員"] = Role.SchoolOfficer,
            ["学校管理者"] = Role.SchoolOfficer,
            ["學校管理者"] = Role.SchoolOfficer,
            ["校级管理员"] = Role.SchoolOfficer,
            ["主管人员"] = Role.Official,
            ["主管幹部"] = Role.Official,
            ["值班人员"] = Role.DutyOfficer,
            ["值班員"] = Role.DutyOfficer,
            ["心理教师"] = Role.Counsellor,
            ["心理老師"] = Role.Counsellor,
            ["心理咨询师"] = Role.Counsellor,
            ["辅导老师"] = Role.Counsellor,
            ["系统管理员"] = Role.Admin,
            ["系統管理員"] = Role.Admin,
        };
        foreach (var phrases in (Phrases[])[new(Language.ZhHans), new(Language.ZhHant)])
        {
            foreach (var role in Enum.GetValues<Role>()) named.TryAdd(phrases.RoleName(role), role);
        }

        return named;
    }
}
