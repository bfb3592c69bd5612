using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Demo.Guide;

/// <summary>The roles by which the page groups people, and the making of their accounts.</summary>
internal static class Cast
{
    public const string Parent = "parent";
    public const string Grandparent = "grandparent";
    public const string Teacher = "teacher";
    public const string ClassTeacher = "class_teacher";
    public const string SchoolOfficer = "school_officer";
    public const string Official = "official";

    public const string BotToken = "710000001:DEMO-not-a-secret-of-any-real-bot";
    public const string BotUserName = "shifan_checkin_bot";

    /// <summary>Gives everybody an account, and the bot one.</summary>
    public static void Enter(World world, County county)
    {
        world.AddBot(BotToken, BotUserName, "健康打卡小卫");
        foreach (var member in county.Staff) Add(world, member.Account, RoleOf(member.Role));
        foreach (var carer in county.Households.SelectMany(home => home.Carers))
            Add(world, carer.Account, carer.Kinship is Kinship.Mother or Kinship.Father ? Parent : Grandparent);
    }

    private static void Add(World world, Account account, string role) =>
        world.AddUser(account.UserId, account.FirstName, account.LastName, languageCode: account.Language.ToTag().ToLowerInvariant(), role: role);

    private static string RoleOf(Role role) => role switch
    {
        Role.ClassTeacher => ClassTeacher,
        Role.SchoolOfficer => SchoolOfficer,
        Role.Official => Official,
        _ => Teacher,
    };
}
