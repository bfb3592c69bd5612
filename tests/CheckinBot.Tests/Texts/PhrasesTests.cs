using System.Reflection;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Tests.Architecture;

namespace CheckinBot.Tests.Texts;

/// <summary>Every sentence is there in three languages, each in its own script.</summary>
public sealed class PhrasesTests
{
    /// <summary>Characters that are a simplified form, and a good traditional character in another sense.</summary>
    private const string GoodInBoth = "后里干云台几只系表面范松板升回征志采托准胜吁尸了借才谷斗卜冲涂占余向周出别制卷合同咸困家布布广庄当念恶愿扎折挂据朱朴杆杰杯核沈注浮游漓炮症并着种秋蔑虫蜡触适郁酬钟闲雕须饥丑丰么于仆佣仿伙价体是群他舍覆叫致吃";

    private static readonly Dictionary<char, char> Traditional = LoadPairs();

    private static readonly HashSet<char> SimplifiedOnly = [.. Traditional.Values.Except(Traditional.Keys).Except(GoodInBoth)];

    public static TheoryData<string> Members => new(Sentences().Select(member => member.Name).Distinct());

    [Theory]
    [MemberData(nameof(Members))]
    public void A_sentence_is_written_in_each_language(string name)
    {
        foreach (var member in Sentences().Where(member => member.Name == name))
            foreach (var arguments in Arguments(member))
            {
                var hans = Say(member, Language.ZhHans, arguments);
                var hant = Say(member, Language.ZhHant, arguments);
                var en = Say(member, Language.En, arguments);
                if (hans.Length + hant.Length + en.Length == 0) continue;
                Assert.All((string[])[hans, hant, en], text => Assert.False(string.IsNullOrWhiteSpace(text)));
                // A mere name or number reads the same everywhere.
                if (hans.Any(IsChinese)) Assert.NotEqual(hans, en);
                if (hant.Any(IsChinese)) Assert.NotEqual(hant, en);
                Assert.False(en.Any(IsChinese), en);
                Assert.Equal("", string.Concat(hant.Where(SimplifiedOnly.Contains)));
                Assert.Equal(
                    "", string.Concat(
                        hans.Where(letter => Traditional.TryGetValue(letter, out var simple) && simple != letter && !GoodInBoth.Contains(letter))));
                Assert.All((string[])[hans, hant, en], text => Assert.DoesNotContain("!!", text.Replace('！', '!'), StringComparison.Ordinal));
            }
    }

    [Fact]
    public void The_check_of_scripts_knows_a_simplified_character()
    {
        Assert.Contains('们', SimplifiedOnly);
        Assert.Contains('温', SimplifiedOnly);
        Assert.DoesNotContain('後', SimplifiedOnly);
    }

    private static IEnumerable<MethodInfo> Sentences() => typeof(Phrases)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(string) && method.Name is not ("ToString" or nameof(Phrases.List)));

    private static string Say(MethodInfo member, Language language, object?[] arguments) => (string)member.Invoke(new Phrases(language), arguments)!;

    /// <summary>Every value of each enum and each truth value, one sample of anything else.</summary>
    private static IEnumerable<object?[]> Arguments(MethodInfo member) => member.GetParameters()
        .Aggregate((IEnumerable<object?[]>)[[]], (lists, parameter) =>
            lists.SelectMany(list => Samples(parameter.ParameterType).Select(sample => (object?[])[.. list, sample])));

    private static IEnumerable<object?> Samples(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return [.. Samples(inner), null];
        if (type.IsEnum) return Enum.GetValues(type).Cast<object?>();
        if (type == typeof(bool)) return [true, false];
        if (type == typeof(string)) return ["Xx"];
        if (type == typeof(int) || type == typeof(long)) return [Convert.ChangeType(0, type, null), Convert.ChangeType(3, type, null)];
        if (type == typeof(DateOnly)) return [new DateOnly(2026, 3, 5)];
        if (type == typeof(DateTimeOffset)) return [new DateTimeOffset(2026, 3, 5, 8, 15, 0, TimeSpan.Zero)];
        if (type == typeof(TimeOnly)) return [new TimeOnly(8, 15)];
        if (type.IsAssignableFrom(typeof(string[]))) return [(string[])["Xx", "Yy"]];
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length)
            .FirstOrDefault(one => one.GetParameters().All(parameter => parameter.ParameterType != type));
        return [constructor is null
            ? Activator.CreateInstance(type)
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Samples(parameter.ParameterType).First())])];
    }

    private static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    private static Dictionary<char, char> LoadPairs() => File
        .ReadLines(Path.Combine(Repository.Root, "src", "CheckinBot.Core", "Reading", "Data", "traditional.txt"))
        .Where(line => !line.StartsWith('#'))
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(pair => pair.Length == 2 && pair[0] != pair[1])
        .GroupBy(pair => pair[0], pair => pair[1])
        .ToDictionary(group => group.Key, group => group.First());
}
