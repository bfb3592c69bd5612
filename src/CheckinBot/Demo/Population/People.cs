using CheckinBot.Core.Organisation;

namespace CheckinBot.Demo.Population;

/// <summary>The made-up county: what its roster says and who its people are in the chat.</summary>
internal sealed record County(string Path, IReadOnlyList<ClassRoom> Classes, IReadOnlyList<StaffMember> Staff, IReadOnlyList<Household> Households)
{
    public IEnumerable<Pupil> Pupils => Households.SelectMany(household => household.Pupils);

    /// <summary>Paths of the schools, in the order of the roster.</summary>
    public IReadOnlyList<string> Schools => [.. Classes.Select(room => room.School).Distinct()];
}

/// <summary>A class with its group.</summary>
/// <param name="Path">Names from the county down, joined by <c>/</c>.</param>
/// <param name="School">Path of its school.</param>
/// <param name="GroupTitle">Title of the group of its families.</param>
/// <param name="Teacher">The class teacher.</param>
internal sealed record ClassRoom(string Path, string School, string GroupTitle, StaffMember Teacher);

/// <summary>A pupil as in the roster.</summary>
internal sealed record Pupil(string ClassPath, string Number, string Name, string CallName, Language Language);

/// <summary>A member of staff as in the roster, with a Telegram account.</summary>
internal sealed record StaffMember(Account Account, string UnitPath, Role Role, string Number, string Name);

/// <summary>What somebody is to a child, or in the county.</summary>
internal enum Kinship
{
    Mother,
    Father,
    Grandmother,
    Grandfather,
}

/// <summary>A Telegram account as its owner set it up.</summary>
internal sealed record Account(long UserId, string FirstName, string? LastName, Language Language);

/// <summary>A mother, father or grandparent with a phone.</summary>
internal sealed record Carer(Account Account, Kinship Kinship);

/// <summary>A family: its pupils, who reports for them, and how it goes about it.</summary>
internal sealed record Household(IReadOnlyList<Pupil> Pupils, IReadOnlyList<Carer> Carers, Habit Habit);
