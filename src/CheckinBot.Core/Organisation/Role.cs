namespace CheckinBot.Core.Organisation;

/// <summary>What a person is in a unit. The roster's names are in <see cref="RoleName"/>.</summary>
public enum Role
{
    /// <summary>A pupil; checked in by guardians.</summary>
    Student,

    /// <summary>A teacher who checks in for themselves.</summary>
    Teacher,

    /// <summary>Answers for one class.</summary>
    ClassTeacher,

    /// <summary>Answers for one school.</summary>
    SchoolOfficer,

    /// <summary>Follows an area; does not check in.</summary>
    Official,

    /// <summary>Takes alerts on.</summary>
    DutyOfficer,

    /// <summary>Takes requests for help on.</summary>
    Counsellor,

    /// <summary>Runs the system.</summary>
    Admin,
}

/// <summary>The names of roles in roster files and exports.</summary>
public static class RoleName
{
    /// <summary>The role of a name such as <c>class_teacher</c>; null where there is none.</summary>
    public static Role? Parse(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "student" => Role.Student,
        "teacher" => Role.Teacher,
        "class_teacher" => Role.ClassTeacher,
        "school_officer" => Role.SchoolOfficer,
        "official" => Role.Official,
        "duty_officer" => Role.DutyOfficer,
        "counsellor" => Role.Counsellor,
        "admin" => Role.Admin,
        _ => null,
    };

    /// <summary>The name that is stored and exported.</summary>
    public static string ToName(this Role role) => role switch
    {
        Role.Student => "student",
        Role.Teacher => "teacher",
        Role.ClassTeacher => "class_teacher",
        Role.SchoolOfficer => "school_officer",
        Role.Official => "official",
        Role.DutyOfficer => "duty_officer",
        Role.Counsellor => "counsellor",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Staff check in for themselves; officials and administrators do not.</summary>
    public static bool IsExpectedToCheckIn(this Role role) => role is not (Role.Official or Role.Admin);
}
