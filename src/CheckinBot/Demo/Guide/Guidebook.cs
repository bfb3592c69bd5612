using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Families;
using CheckinBot.Demo.Population;
using CheckinBot.Simulator.Visits;

namespace CheckinBot.Demo.Guide;

/// <summary>Whom a visitor may want to be, and what is worth trying as each.</summary>
internal sealed class Guidebook(County county, IReadOnlyList<ClassGroup> groups, string timeZone)
{
    private static readonly GuidedRole[] Roles =
    [
        new(Cast.Parent, new("家长", "家長", "Parents")),
        new(Cast.Grandparent, new("祖辈", "祖父母", "Grandparents")),
        new(Cast.ClassTeacher, new("班主任", "導師", "Class teachers")),
        new(Cast.SchoolOfficer, new("校医 / 学校负责人", "學校負責人", "School officers")),
        new(Cast.Official, new("县教育局", "縣教育局", "County officials")),
        new(Cast.Teacher, new("任课老师", "科任老師", "Teachers")),
    ];

    public DemoGuide Guide { get; } = new()
    {
        TimeZone = timeZone,
        Roles = Roles,
        People = [.. People(county)],
        ThingsToTry = [.. Things(county, groups)],
    };

    private static IEnumerable<GuidedPerson> People(County county)
    {
        var two = With(county, Habit.TwoChildren);
        yield return Carer(two, new("两个孩子的家长", "兩個孩子的家長", "parent of two children"));
        yield return Person(county.Classes[0].Teacher.Account, new("三年级1班班主任", "三年級1班導師", "class teacher of 3-1"));
        yield return Person(Official(county), new("县教育局，看全县数字", "縣教育局，看全縣數字", "county official: sees the whole county's numbers"));
        yield return Carer(With(county, Habit.Never), new("今天一直没报的家长", "今天一直沒回報的家長", "parent who has not answered today"));
        yield return Carer(With(county, Habit.NeedsHelp), new("不太会用手机的奶奶", "不太會用手機的奶奶", "grandmother who needs a hand"));
        yield return Carer(With(county, Habit.Fever), new("孩子发烧的家长", "孩子發燒的家長", "parent of a child with a fever"));
        yield return Carer(With(county, Habit.BothAnswer), new("妈妈和爷爷都会报", "媽媽和爺爺都會回報", "mother; the grandfather reports too"));
        yield return Person(Foreign(county, Language.ZhHant), new("台湾来的家长（繁体）", "台灣來的家長（繁體）", "parent from Taiwan, traditional Chinese"));
        yield return Person(Foreign(county, Language.En), new("说英语的家长", "說英語的家長", "English-speaking parent"));
        yield return Person(Officer(county, 0), new("第一小学负责人", "第一小學負責人", "school officer of the primary school"));
        yield return Person(Officer(county, 1), new("实验中学负责人", "實驗中學負責人", "school officer of the middle school"));
        foreach (var room in county.Classes.Skip(1))
        {
            var (grade, number) = PlaceOf(room);
            yield return Person(
                room.Teacher.Account,
                new($"{(grade == 3 ? "三" : "七")}年级{number}班班主任", $"{(grade == 3 ? "三" : "七")}年級{number}班導師", $"class teacher of {grade}-{number}"));
        }
    }

    private static IEnumerable<ThingToTry> Things(County county, IReadOnlyList<ClassGroup> groups)
    {
        var two = With(county, Habit.TwoChildren);
        var never = county.Households.Where(home => home.Habit == Habit.Never).ToList();
        yield return new(
            new("两个孩子一条消息报完", "兩個孩子一則訊息報完", "Report two children in one message"),
            two.Carers[0].Account.UserId, Message: $"{two.Pupils[0].Name}36.4，{two.Pupils[1].Name}36.6，都没外出");
        yield return new(
            new("发 63.5，看机器人怎么问", "傳 63.5，看機器人怎麼問", "Send 63.5 and see what the bot asks"),
            never[0].Carers[0].Account.UserId, Message: "63.5");
        yield return new(
            new("发 38.2：会问症状和就医，班主任马上知道", "傳 38.2：會問症狀和就醫，導師馬上知道", "Send 38.2: symptoms are asked about, and the class teacher knows at once"),
            never[1].Carers[0].Account.UserId, Message: "38.2");
        yield return new(
            new("发完再编辑自己的消息改温度", "傳完再編輯自己的訊息改溫度", "Send, then edit your message to correct it"),
            Foreign(county, Language.ZhHant).UserId, Message: "36.9 沒有外出");
        yield return new(
            new("在班级群里接龙", "在班級群組裡接龍", "Add to the chain in the class group"),
            never[0].Carers[0].Account.UserId, groups[0].ChatId, $"#接龙\n体温和行程\n\n1. {never[0].Pupils[0].Name} 36.5 未外出");
        yield return new(
            new("用英语报平安，或发 /language 换语言", "用英文回報，或傳 /language 換語言", "Report in English, or send /language"),
            Foreign(county, Language.En).UserId, Message: "Oliver is 97.9F, no travel");
        foreach (var thing in ForStaff(county)) yield return thing;
    }

    private static IEnumerable<ThingToTry> ForStaff(County county)
    {
        yield return new(
            new("班主任：谁还没报", "導師：誰還沒回報", "Class teacher: who is missing?"), county.Classes[0].Teacher.Account.UserId, Message: "/missing");
        yield return new(
            new("班主任：替没有手机的家庭报", "導師：替沒有手機的家庭回報", "Class teacher: report for a family without a phone"),
            county.Classes[1].Teacher.Account.UserId, Message: $"/report {With(county, Habit.NoPhone).Pupils[0].Name} 36.5 没外出");
        yield return new(
            new(
                "县教育局：看今天的汇总，点学校逐级往下看",
                "縣教育局：看今天的彙總，點學校逐級往下看",
                "County official: today's digest; press a school to drill down"), Official(county).UserId, Message: "/digest");
        yield return new(
            new(
                "县教育局：在汇总下面按「一周」「前一天」「图表」，看两周前后：三年级2班有过一阵咳嗽",
                "縣教育局：在彙總下面按「一週」「前一天」「圖表」，看這兩週：三年級2班有過一波咳嗽",
                "County official: press Week, Day before or Chart under the digest: a cough went through class 3-2 in these two weeks"),
            Official(county).UserId, Message: "/digest");
        yield return new(
            new("小学负责人：哪些学生在跟进", "小學負責人：哪些學生在追蹤", "Primary school officer: which pupils are followed up?"),
            Officer(county, 0).UserId, Message: "/cases");
        yield return new(
            new(
                "中学负责人：9:40 以后两个班都签了，一按签全校的零报告",
                "中學負責人：9:40 以後兩個班都簽了，一按簽全校的零報告",
                "Middle school officer: after 9:40 both classes have signed; sign the school's zero report with one tap"),
            Officer(county, 1).UserId, Message: "/digest");
    }

    private static GuidedPerson Carer(Household home, LocalText about) => Person(home.Carers[0].Account, about);

    private static GuidedPerson Person(Account account, LocalText about) => new(account.UserId, about);

    private static Household With(County county, Habit habit) => county.Households.First(home => home.Habit == habit);

    private static Account Foreign(County county, Language language) =>
        county.Households.SelectMany(home => home.Carers).First(carer => carer.Account.Language == language).Account;

    private static Account Official(County county) => county.Staff.First(member => member.Role == Role.Official).Account;

    private static Account Officer(County county, int school) => county.Staff.Where(member => member.Role == Role.SchoolOfficer).ElementAt(school).Account;

    private static (int Grade, int Class) PlaceOf(ClassRoom room) =>
        (room.Path.Contains("三年级", StringComparison.Ordinal) ? 3 : 7, room.Path.EndsWith("1班", StringComparison.Ordinal) ? 1 : 2);
}
