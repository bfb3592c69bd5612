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

    /// <summary>Move a pupil to another class of the school.</summary>
    Transfer,

    /// <summary>See by name who is missing.</summary>
    SeeMissing,

    /// <summary>Ask the families of those who are missing.</summary>
    Nudge,

    /// <summary>See and remove guardians.</summary>
    ManageGuardians,

    /// <summary>See the numbers of a unit.</summary>
    SeeDigest,

    /// <summary>Be told of a fever or a return from a key area by name.</summary>
    BeAlerted,

    /// <summary>See by name whose case is open: fever, symptoms, key area, isolation, a rule that fired.</summary>
    SeeCases,

    /// <summary>Get a form or a table that names people. For one with numbers alone, <see cref="SeeDigest"/> is enough.</summary>
    Export,

    /// <summary>Sign the unit's zero report off.</summary>
    SignOff,

    /// <summary>Say that the unit's report is not right, and have those who sign it look at it again.</summary>
    QuestionReport,

    /// <summary>Take an alert on.</summary>
    AcknowledgeAlert,

    /// <summary>Say that a unit that is not complete is waived today, and why.</summary>
    WaiveToday,

    /// <summary>See and change what a unit overrides (<c>/settings</c>).</summary>
    SettleSettings,

    /// <summary>See who asked for help, and look after them.</summary>
    LookAfter,

    /// <summary>See who has looked at whose health.</summary>
    SeeLooks,

    /// <summary>Look after a case, and say how it goes on.</summary>
    FollowCase,

    /// <summary>Clear somebody's return to school.</summary>
    ClearReturn,
}

/// <summary>
/// The one table of who may do what: role × permission × relation. Health stays private: teachers see their class,
/// officers their school, officials numbers and, by name, open cases alone. A counsellor sees those who ask for help and whom they look
/// after themselves; the readings of a county are none of theirs.
/// </summary>
public static class Permissions
{
    /// <summary>Whether a role with this relation to the person or unit may do it.</summary>
    public static bool Allows(Role role, Permission permission, Relation relation) => relation switch
    {
        Relation.Self or Relation.Guardian => permission is Permission.CheckIn or Permission.SeeReading,
        Relation.AtUnit => ReachOf(role, permission) != Reach.Nowhere,
        Relation.Above => ReachOf(role, permission) == Reach.ThereAndBelow,
        _ => false,
    };

    /// <summary>
    /// Whether a look at somebody's health by this role and relation goes into the log of looks:
    /// every one but the family's and the class teacher's.
    /// </summary>
    public static bool IsLogged(Role role, Relation relation) =>
        relation is not (Relation.Self or Relation.Guardian) && !(role == Role.ClassTeacher && relation == Relation.AtUnit);

    private static Reach ReachOf(Role role, Permission permission) => role switch
    {
        Role.ClassTeacher => permission is Permission.Transfer or Permission.SettleSettings or Permission.SeeLooks or Permission.LookAfter
            or Permission.ClearReturn
            ? Reach.Nowhere : Reach.There,
        Role.SchoolOfficer => permission switch
        {
            Permission.SeeLooks or Permission.LookAfter => Reach.Nowhere,
            Permission.SignOff => Reach.There,
            _ => Reach.ThereAndBelow,
        },
        Role.DutyOfficer => permission is Permission.SeeDigest or Permission.BeAlerted or Permission.SeeCases or Permission.AcknowledgeAlert
            or Permission.FollowCase
            ? Reach.ThereAndBelow
            : Reach.Nowhere,
        Role.Official => permission switch
        {
            Permission.BindGroup or Permission.SignOff => Reach.There,
            Permission.SeeDigest or Permission.SeeCases or Permission.QuestionReport or Permission.AcknowledgeAlert
                or Permission.WaiveToday or Permission.SettleSettings => Reach.ThereAndBelow,
            _ => Reach.Nowhere,
        },
        Role.Counsellor => permission is Permission.LookAfter ? Reach.ThereAndBelow : Reach.Nowhere,
        Role.Admin => permission is Permission.SeeDigest or Permission.BindGroup or Permission.SettleSettings or Permission.SeeLooks
            ? Reach.ThereAndBelow
            : Reach.Nowhere,
        _ => Reach.Nowhere,
    };

    private enum Reach
    {
        Nowhere,

        /// <summary>At exactly the unit of the post.</summary>
        There,

        /// <summary>At the unit of the post and at every unit below it.</summary>
        ThereAndBelow,
    }
}
