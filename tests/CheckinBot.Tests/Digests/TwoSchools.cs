using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;

namespace CheckinBot.Tests.Digests;

/// <summary>The county of <see cref="OneWeek"/> and <see cref="PlayedWeek"/>: the scheduled school with more people, and a second school.</summary>
internal static class TwoSchools
{
    public const long County = 1, FirstSchool = 2, FirstClass = 3, SecondClass = 4, SecondSchool = 5, ThirdClass = 6;

    public const long Officer = 21, Official = 11, SecondOfficer = 51;

    public static readonly long[] Units = [County, FirstSchool, SecondSchool, FirstClass, SecondClass, ThirdClass];

    public static readonly DateOnly Monday = new(2026, 3, 2);

    /// <summary>Where each of those who may answer belongs on the first day.</summary>
    public static Dictionary<long, long> Places => new()
    {
        [31] = FirstClass,
        [32] = FirstClass,
        [33] = FirstClass,
        [34] = FirstClass,
        [35] = FirstClass,
        [41] = SecondClass,
        [42] = SecondClass,
        [Officer] = FirstSchool,
        [22] = FirstSchool,
        [61] = ThirdClass,
        [62] = ThirdClass,
        [63] = ThirdClass,
        [SecondOfficer] = SecondSchool,
        [Official] = County,
    };

    public static Task Enter(ScheduledSchool school) => school.Write(session => session.Execute(
        """
        insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
            (5, 1, '第二小学', '示范县/第二小学', 'school', 5, null, null),
            (6, 5, '3班', '示范县/第二小学/3班', 'class', 5, null, null);
        insert into unit_ancestor (unit_id, ancestor_id, distance) values (5, 5, 0), (5, 1, 1), (6, 6, 0), (6, 5, 1), (6, 1, 2);
        insert into person (id, unit_id, role, name, number, expected) values
            (34, 3, 'student', '韩梅梅', '4', true), (35, 3, 'student', '周双双', '5', true), (42, 4, 'student', '欧阳晴', '6', true),
            (22, 2, 'teacher', '钱老师', 'T3', true), (61, 6, 'student', '丁一一', '1', true), (62, 6, 'student', '丁小二', '2', true),
            (63, 6, 'class_teacher', '冯老师', 'T1', true), (51, 5, 'school_officer', '吴校长', 'T4', true);
        insert into post (person_id, unit_id, role) values (63, 6, 'class_teacher'), (51, 5, 'school_officer');
        update person set expected = true where id in (33, 21);
        """,
        null, default));
}
