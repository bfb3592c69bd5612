using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Families;
using CheckinBot.Demo.Guide;
using CheckinBot.Demo.Population;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Demo;

/// <summary>
/// The evening before: everybody opens the invitation's link, class teachers make their groups, bring the bot in and
/// say whose group it is. All of it is typed and pressed as in Telegram.
/// </summary>
/// <param name="codes">The invitation code of each person, by unit path and roster number.</param>
internal sealed class Enrolment(World world, County county, IReadOnlyDictionary<(string Unit, string Number), string> codes)
{
    private readonly long _botId = world.PrivateChat(county.Staff[0].Account.UserId).Bot!.Id;

    public void LinkStaff()
    {
        foreach (var member in county.Staff) world.Start(member.Account.UserId, codes[(member.UnitPath, member.Number)]);
    }

    public void LinkFamilies()
    {
        foreach (var home in county.Households)
        {
            foreach (var carer in home.Carers)
            {
                foreach (var pupil in home.Pupils) world.Start(carer.Account.UserId, codes[(pupil.ClassPath, pupil.Number)]);
            }
        }
    }

    /// <summary>To be called once the class teachers are linked.</summary>
    public IReadOnlyList<ClassGroup> MakeGroups() => [.. county.Classes.Select(MakeGroup)];

    /// <summary>Each school's staff have a group, which gets the school's digest: counts, no names.</summary>
    public void MakeSchoolGroups()
    {
        foreach (var school in county.Schools)
        {
            var staff = county.Staff.Where(member => member.UnitPath == school || member.UnitPath.StartsWith(school + "/", StringComparison.Ordinal)).ToList();
            var officer = staff.First(member => member.Role == Role.SchoolOfficer).Account.UserId;
            var group = world.AddGroup(
                $"{school.Split('/')[^1]}教师群", staff.Select(member => member.Account.UserId).Where(id => id != officer), [officer], supergroup: true);
            world.AddMember(group.Id, _botId, officer);
            world.SendText(officer, group.Id, $"/bind@{Cast.BotUserName}");
        }
    }

    private ClassGroup MakeGroup(ClassRoom room)
    {
        var teacher = room.Teacher.Account.UserId;
        var families = county.Households.Where(home => home.Pupils.Any(pupil => pupil.ClassPath == room.Path))
            .SelectMany(home => home.Carers).Select(carer => carer.Account.UserId);
        var officers = county.Staff.Where(member => member.Role == Role.SchoolOfficer && member.UnitPath == room.School)
            .Select(member => member.Account.UserId);
        var group = world.AddGroup(room.GroupTitle, families.Concat(officers), [teacher], supergroup: true);
        world.AddMember(group.Id, _botId, teacher);
        world.SetAdministrator(group.Id, _botId, teacher);
        world.SendText(teacher, group.Id, $"/bind@{Cast.BotUserName}");
        return new ClassGroup(room, group.Id);
    }
}
