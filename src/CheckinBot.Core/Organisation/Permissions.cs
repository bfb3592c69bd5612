namespace CheckinBot.Core.Organisation;

/// <summary>What a user is to a person or a unit at the moment of acting.</summary>
public enum Relation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The person themselves.</summary>
    Self,

    /// <summary>A guardian of the pupil.</summary>
    Guardian,

    /// <summary>Holds the post at exactly that unit.</summary>
    AtUnit,

    /// <summary>Holds the post at a unit above.</summary>
    Above,
}

/// <summary>What somebody may want to do.</summary>
public enum Permission
{
    /// <summary>Report for a person.</summary>
    CheckIn,

    /// <summary>See a person's reading.</summary>
    SeeReading,

    /// <summary>Make a group the unit's group, and choose <c>tidy</c>.</summary>
    BindGroup,

    /// <summary>See by name who is missing.</summary>
    SeeMissing,

    /// <summary>Have the families of the missing asked.</summary>
    Nudge,

    /// <summary>See and remove guardians.</summary>
    ManageGuardians,

    /// <summary>See the numbers of a unit.</summary>
    SeeDigest,

    /// <summary>Be told of a fever or a return from a key area by name.</summary>
    BeAlerted,
}

/// <summary>
/// The one table of who may do what: role × permission × relation. Health stays private: teachers see their class,
/// officers their school, officials numbers.
/// </summary>
public static class Permissions
{
    /// <summary>Whether a role with this relation to the person or unit may do it.</summary>
    public static bool Allows(Role role, Permission permission, Relation relation) => (permission, relation) switch
    {
        (_, Relation.None) => false,
        (Permission.CheckIn or Permission.SeeReading, Relation.Self) => true,
        (_, Relation.Self) => false,
        (Permission.CheckIn or Permission.SeeReading, Relation.Guardian) => true,
        (_, Relation.Guardian) => false,
        _ => AllowsPost(role, permission, relation == Relation.AtUnit),
    };

    private static bool AllowsPost(Role role, Permission permission, bool exactlyThere) => (role, permission) switch
    {
        (Role.ClassTeacher, _) => exactlyThere,
        (Role.SchoolOfficer, Permission.CheckIn) => true,
        (Role.SchoolOfficer, Permission.BindGroup) => true,
        (Role.SchoolOfficer, _) => true,
        (Role.DutyOfficer, Permission.SeeDigest or Permission.BeAlerted) => true,
        (Role.Official, Permission.BindGroup) => exactlyThere,
        (Role.Official, Permission.SeeDigest) => true,
        (Role.Admin, Permission.SeeDigest or Permission.BindGroup) => true,
        _ => false,
    };
}
