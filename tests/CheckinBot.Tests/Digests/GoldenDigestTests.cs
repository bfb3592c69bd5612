using CheckinBot.Core.Buttons;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Tests.Architecture;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// Digests of a class of 45, a school of 2,000 and a county of 200,000 in three languages, as files. With
/// CHECKINBOT_ACCEPT=1 they are written anew; read the difference before committing it.
/// </summary>
public sealed class GoldenDigestTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CheckinBot.Tests", "Digests", "Golden");

    public static TheoryData<string, Language> Goldens
    {
        get
        {
            var goldens = new TheoryData<string, Language>();
            foreach (var size in (string[])["class", "school", "county"])
                foreach (var language in Enum.GetValues<Language>())
                    goldens.Add(size, language);
            return goldens;
        }
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void A_digest_reads_as_written(string size, Language language)
    {
        var view = ViewOf(size, language);
        var text = string.Join("\n\n", Pages(view, language)) + "\n";
        var path = Path.Combine(Folder, $"{size}.{language.ToTag()}.txt");
        if (Environment.GetEnvironmentVariable("CHECKINBOT_ACCEPT") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void A_digest_fits_one_phone_screen(string size, Language language)
    {
        var view = ViewOf(size, language);
        foreach (var text in (string[])[Overview(view, language), HeatSquares.Text(view, 0, language)])
        {
            // A phone shows about 26 lines of 22 full-width characters.
            var lines = text.Split('\n').Sum(line => (line.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? 1 : 2) + 43) / 44);
            Assert.True(lines is >= 5 and <= 26, $"{lines} lines:\n{text}");
        }
    }

    private static DigestView ViewOf(string size, Language language)
    {
        var county = new MadeUpCounty(language);
        return size switch
        {
            "class" => county.View(MadeUpCounty.ClassId, UnitKind.Class),
            "school" => county.View(MadeUpCounty.SchoolId, UnitKind.School),
            _ => county.View(MadeUpCounty.CountyId, UnitKind.Area),
        };
    }

    private static IEnumerable<string> Pages(DigestView view, Language language)
    {
        var page = new DigestPage(view.Shown.Unit.Id);
        yield return Overview(view, language) + "\n"
            + Buttons(DigestKeyboard.For(view, page, DigestRights.Sign | DigestRights.SeeMissing | DigestRights.OpenAbove, language));
        yield return HeatSquares.Text(view, 0, language) + "\n"
            + Buttons(DigestKeyboard.For(view, page with { Look = DigestLook.Week }, DigestRights.None, language));
        yield return DigestText.ForGroup(view, language);
    }

    private static string Overview(DigestView view, Language language) => view.Shown.Unit.Kind == UnitKind.Class
        ? DigestText.ForClassTeacher(view, new OpenNames(language == Language.En ? ["Emma Hill"] : ["李雷"], [], []), language)
        : DigestText.ForOfficial(view, language);

    private static string Buttons(Keyboard keyboard) =>
        string.Join('\n', keyboard.Rows.Select(row => string.Concat(row.Select(button => $"[{button.Label}]"))));
}
