using System.Collections.Concurrent;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo;
using CheckinBot.Demo.Guide;
using CheckinBot.Demo.Population;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.EndToEnd;

/// <summary>Who belongs to the school, how they are entered and linked, and who joins or moves later.</summary>
internal sealed partial class SmallSchool
{
    private const string Class1 = "示范县/第一小学/三年级/1班";
    private const string Class2 = "示范县/第一小学/三年级/2班";

    /// <summary>Unit, role, name, number; and the account of those who have one, with its title on Telegram.</summary>
    private static readonly (string Unit, Role Role, string Name, string Number, string? Account)[] Roster =
    [
        ("示范县", Role.Official, "程燕妮", "G01", "程科长"),
        ("示范县/第一小学", Role.SchoolOfficer, "高志红", "P01", "高校长"),
        (Class1, Role.ClassTeacher, "陈艳丽", "P11", "陈老师"),
        (Class2, Role.ClassTeacher, "贾文静", "P12", "贾老师"),
        (Class1, Role.Student, "王小明", "3101", null),
        (Class1, Role.Student, "李雷", "3102", null),
        (Class1, Role.Student, "韩梅梅", "3103", null),
        (Class1, Role.Student, "周双双", "3104", null),
        (Class2, Role.Student, "周全全", "3201", null),
        (Class2, Role.Student, "欧阳晴", "3202", null),
    ];

    private static readonly (string Account, string[] Children)[] Guardians =
    [
        ("小明妈妈", ["王小明"]), ("小明爸爸", ["王小明"]), ("李雷爸爸", ["李雷"]), ("梅梅奶奶", ["韩梅梅"]),
        ("双双妈妈", ["周双双", "周全全"]), ("新家长", []),
    ];

    private readonly ConcurrentDictionary<string, long> _users = [];
    private readonly Dictionary<string, (string Unit, string Number)> _entered = [];
    private IReadOnlyDictionary<(string Unit, string Number), string> _codes = new Dictionary<(string, string), string>();

    /// <summary>The Telegram user of a name used in transcripts.</summary>
    public long User(string account) =>
        _users.TryGetValue(account, out var id) ? id : throw new ArgumentException($"Nobody is called {account}: {string.Join(", ", _users.Keys)}");

    /// <summary>The invitation code of somebody in the roster.</summary>
    public string CodeOf(string name)
    {
        var person = _entered.TryGetValue(name, out var later) ? later : PlaceOf(name);
        return _codes[person];
    }

    /// <summary>The school office hands in a roster with one pupil more.</summary>
    public async Task Enters(string unit, string name, string number, string birthDate, string dormitory)
    {
        var csv = $"unit,role,name,number,locale,birth_date,dormitory\n{unit},student,{name},{number},{_language.ToTag()},{birthDate},{dormitory}\n";
        var (settings, _) = DemoSettings.For(Simulator.BaseUrl, _folder, _configuration);
        _codes = await Registry.Enter(settings, csv, _folder, Time, CancellationToken.None);
        _entered[name] = (unit, number);
    }

    /// <summary>The school office moves a pupil to another class, by another process; the worker tells of it.</summary>
    public async Task Moves(string name, string unit)
    {
        await using (var session = await Host.Services.GetRequiredService<Storage.Engine.Database>().OpenWrite(CancellationToken.None))
        {
            var units = new Storage.Organisation.UnitStore(session);
            var (was, number) = PlaceOf(name);
            var from = await units.FindByPath(was, CancellationToken.None);
            var to = await units.FindByPath(unit, CancellationToken.None);
            await new Rosters.Transfers(session, Time).Move(number, from!, to!, null, null, _schedule.TimeZone, CancellationToken.None);
            await session.Commit(CancellationToken.None);
        }

        await Host.Services.GetRequiredService<Rosters.TransferNotices>().Tell(CancellationToken.None);
    }

    private async Task Enter()
    {
        long id = 1000;
        foreach (var account in Roster.Select(person => person.Account).OfType<string>().Concat(Guardians.Select(guardian => guardian.Account)))
            _users[account] = World.AddUser(++id, account, languageCode: _language.ToTag().ToLowerInvariant()).Id;
        var lines = Roster.Select(person => new RosterLine(person.Unit, person.Role, person.Name, person.Number, _language));
        var (settings, _) = DemoSettings.For(Simulator.BaseUrl, _folder, _configuration);
        _codes = await Registry.Enter(settings, RosterCsv.Of(lines), _folder, Time, CancellationToken.None);
    }

    private async Task Enrol(bool administrator)
    {
        foreach (var member in Roster.Where(person => person.Account is not null)) World.Start(User(member.Account!), CodeOf(member.Name));
        foreach (var (account, children) in Guardians)
        {
            foreach (var child in children) World.Start(User(account), CodeOf(child));
        }

        await Settle();
        var teacher = User("陈老师");
        Group = World.AddGroup("三1班家长群", Guardians.Where(g => g.Children.Length > 0).Select(g => User(g.Account)), [teacher], supergroup: true);
        World.AddMember(Group.Id, World.Bots.Single().Id, teacher);
        if (administrator) World.SetAdministrator(Group.Id, World.Bots.Single().Id, teacher);
        World.SendText(teacher, Group.Id, $"/bind@{Cast.BotUserName}");
        await Settle();
    }

    private static (string Unit, string Number) PlaceOf(string name) =>
        Roster.Where(person => person.Name == name).Select(person => (person.Unit, person.Number)).First();
}
