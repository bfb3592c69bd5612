using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// The buttons under a digest. With them its reader signs it and moves down, up, and through the days in the same message.
/// Each button carries everything that it needs and is judged when it is pressed, so that it still works under an old message.
/// </summary>
public static class DigestKeyboard
{
    /// <summary>Behind the mark of the numbers: the signer is asked for words that go with the signature.</summary>
    public const string WithWords = "w";

    private const int UnitsToAPage = 12;
    private const int LongName = 5;
    private const int CorrectableToAPage = 30;

    // Stands in the place of a day.
    private const string TodayMark = "_";

    /// <summary>The buttons of a page.</summary>
    /// <param name="view">What the message shows.</param>
    /// <param name="page">Which page of it.</param>
    /// <param name="rights">What the reader may do.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="correctable">The people of the unit itself whose answers the reader may correct.</param>
    /// <param name="mark">The mark of the text: see <see cref="MarkOf"/>.</param>
    public static Keyboard For(
        DigestView view, DigestPage page, DigestRights rights, Language language, IReadOnlyList<NamedPerson>? correctable = null, string mark = "")
    {
        var phrases = new Phrases(language);
        page = page with { Day = view.Shown.Moment.Day, Slot = view.Shown.Moment.Slot };
        var again = new Button("🔄", mark.Length == 0 ? Data(page) : ButtonData.Standing(Verbs.Digest, [.. Data(page).Arguments, mark]));
        if (view.IsEmpty) return new Keyboard([Looks(view, page, rights, phrases), [.. Days(view, page, rights, phrases), again]]);
        var rows = new List<IReadOnlyList<Button>>();
        if (page.Look == DigestLook.Overview)
        {
            rows.Add(ReportButtons(view, rights, phrases));
            rows.AddRange(Grid(UnitButtons(view, page), page, UnitsToAPage));
        }

        if (page.Look == DigestLook.Correct)
        {
            rows.AddRange(Grid([.. Parts(view, page), .. People(page, correctable ?? [])], page, CorrectableToAPage));
            if (IsForOthers(view.Shown.Unit, rights)) rows.Add([new Button(phrases.QuestionButton(view.Shown.Unit.Kind), Standing(Verbs.Question, page))]);
            rows.Add([Open(phrases.DigestBackButton, page with { Look = DigestLook.Overview, Number = 0 }), again]);
            return new Keyboard([.. rows]);
        }

        rows.Add(Looks(view, page, rights, phrases));
        rows.Add([.. Days(view, page, rights, phrases), again]);
        if (page.Look == DigestLook.Overview) rows.AddRange(FileButtons.BelowDigest(page.UnitId, page.Day!.Value, page.Slot!, language).Rows);
        if (view.Slots.Count > 1)
            rows.Add([.. view.Slots.Where(slot => slot != page.Slot).Select(slot => Open(phrases.SlotName(slot), page with { Slot = slot, Number = 0 }))]);
        return new Keyboard([.. rows.Where(row => row.Count > 0)]);
    }

    /// <summary>
    /// A short mark of a page's text below its first line, which says when it was counted. The button that asks for the page
    /// afresh carries it, so that somebody who presses it learns whether anything has changed.
    /// </summary>
    public static string MarkOf(string text)
    {
        // FNV-1a: the same in every process and version.
        uint mark = 2166136261;
        foreach (var character in text.AsSpan(text.IndexOf('\n', StringComparison.Ordinal) + 1)) mark = (mark ^ character) * 16777619;
        return mark.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The data of a button that opens a page.</summary>
    public static ButtonData Data(DigestPage page) => ButtonData.Standing(
        Verbs.Digest, ButtonData.Number(page.UnitId), ButtonData.Day(page.Day!.Value), page.Slot!, Letter(page.Look), ButtonData.Number(page.Number));

    /// <summary>The page that a button opens; null where it opens none.</summary>
    public static DigestPage? PageOf(ButtonData data)
    {
        if (data.NumberAt(0) is not { } unit || data.Arguments.Count < 3) return null;
        var day = data.DayAt(1);
        if (day is null && data.Arguments[1] != TodayMark) return null;
        var look = data.Arguments.Count > 3
            ? data.Arguments[3] switch { "w" => DigestLook.Week, "n" => DigestLook.Names, "c" => DigestLook.Correct, _ => DigestLook.Overview }
            : DigestLook.Overview;
        return new DigestPage(
            unit, day, data.Arguments[2], look, data.Arguments.Count > 4 && data.NumberAt(4) is >= 0 and < 1000 and var number ? (int)number : 0);
    }

    /// <summary>Signs the numbers shown, whatever the page.</summary>
    public static Button Sign(DigestView view, Phrases phrases)
    {
        var (unit, moment) = (view.Shown.Unit, view.Shown.Moment);
        var data = new List<string> { ButtonData.Number(unit.Id), ButtonData.Day(moment.Day), moment.Slot, view.Shown.Numbers.Mark() };
        if (view.HasOpenAlert) data.Add(WithWords);
        return new Button(
            view.HasOpenAlert ? phrases.SignWithWordsButton : phrases.SignButton(view.Shown.HasCases), ButtonData.Standing(Verbs.SignOff, data));
    }

    /// <summary>Opens the digest of a unit.</summary>
    public static Button OpenButton(DigestUnit unit, DigestMoment moment, Phrases phrases) =>
        Open(phrases.OpenDigestButton, new DigestPage(unit.Id, moment.Day, moment.Slot));

    /// <summary>Opens what can be corrected of a unit's report.</summary>
    public static Button CorrectButton(DigestUnit unit, DigestMoment moment, string label) =>
        Open(label, new DigestPage(unit.Id, moment.Day, moment.Slot, DigestLook.Correct));

    // Once the next school day has begun, nothing can be corrected by a tap.
    private static List<Button> ReportButtons(DigestView view, DigestRights rights, Phrases phrases)
    {
        var buttons = new List<Button>();
        var state = view.Shown.ZeroReport;
        if (state == ZeroReport.None || view.Shown.Numbers.Expected == 0) return buttons;
        if (state == ZeroReport.Unsigned && rights.HasFlag(DigestRights.Sign)) buttons.Add(Sign(view, phrases));
        if (rights.HasFlag(DigestRights.Question) && view.DayAfter is null)
            buttons.Add(CorrectButton(view.Shown.Unit, view.Shown.Moment, phrases.CorrectButton));
        return buttons;
    }

    // Nobody signs for a grade.
    private static bool IsForOthers(DigestUnit unit, DigestRights rights) =>
        rights.HasFlag(DigestRights.Question) && !rights.HasFlag(DigestRights.Sign) && unit.Kind != UnitKind.Grade;

    private static IReadOnlyList<(string Name, Button Button)> UnitButtons(DigestView view, DigestPage page) =>
    [
        .. Opened(view.Shown)
            .Select(unit => (unit.Unit.Name, Open(Label(unit, unit.Unit.Name), page with { UnitId = unit.Unit.Id, Number = 0 }))),
    ];

    /// <summary>The units that have a button: of a school or campus with one grade its classes, because that grade would be a tap for nothing.</summary>
    private static IEnumerable<Digest> Opened(Digest digest)
    {
        var only = OnlyGrade.Of(digest.Units, unit => unit.Unit.Kind);
        return digest.Units.SelectMany(unit => unit == only ? only.Units : [unit]).Where(unit => unit.Numbers.Expected > 0);
    }

    private static IEnumerable<(string Name, Button Button)> Parts(DigestView view, DigestPage page) =>
        from part in view.Shown.Parts
        let name = DigestText.Below(view.Shown.Unit, part.Unit.Path)
        select (name, Open(Label(part, name), page with { UnitId = part.Unit.Id, Number = 0 }));

    private static IEnumerable<(string Name, Button Button)> People(DigestPage page, IReadOnlyList<NamedPerson> people) =>
        people.Select(person => (person.Name, new Button(person.Name, Standing(Verbs.Correct, page, ButtonData.Number(person.PersonId)))));

    private static IEnumerable<IReadOnlyList<Button>> Grid(IReadOnlyList<(string Name, Button Button)> buttons, DigestPage page, int toAPage)
    {
        var pages = Math.Max(1, (buttons.Count + toAPage - 1) / toAPage);
        page = page with { Number = Math.Min(page.Number, pages - 1) };
        var shown = buttons.Skip(page.Number * toAPage).Take(toAPage).ToList();
        foreach (var row in shown.Chunk(shown.Any(button => button.Name.Length > LongName) ? 2 : 3)) yield return [.. row.Select(button => button.Button)];
        if (pages > 1) yield return Turn(page, pages);
    }

    private static ButtonData Standing(string verb, DigestPage page, params IEnumerable<string> more) =>
        ButtonData.Standing(verb, [ButtonData.Number(page.UnitId), ButtonData.Day(page.Day!.Value), page.Slot!, .. more]);

    private static List<Button> Looks(DigestView view, DigestPage page, DigestRights rights, Phrases phrases)
    {
        var row = new List<Button>();
        if (page.Look == DigestLook.Week && HeatSquares.Pages(view) is > 1 and var pages) row.AddRange(Turn(page, pages));
        if (page.Look != DigestLook.Overview) row.Add(Open(phrases.DigestBackButton, page with { Look = DigestLook.Overview, Number = 0 }));
        if (page.Look != DigestLook.Week) row.Add(Open(phrases.WeekButton, page with { Look = DigestLook.Week, Number = 0 }));
        if (page.Look != DigestLook.Names && !view.NoRecord && view.Shown.Unit.Kind.HoldsPeople()
            && (rights & (DigestRights.SeeMissing | DigestRights.SeeCases)) != 0)
            row.Add(Open(phrases.NamesButton, page with { Look = DigestLook.Names, Number = 0 }));
        return row;
    }

    private static List<Button> Days(DigestView view, DigestPage page, DigestRights rights, Phrases phrases)
    {
        var row = new List<Button>();
        var first = page with { Number = 0 };
        if (rights.HasFlag(DigestRights.OpenAbove) && (view.Above ?? view.Shown.Unit.ParentId) is { } above)
            row.Add(Open(phrases.AboveButton, first with { UnitId = above, Look = DigestLook.Overview }));
        if (view.DayBefore is { } before) row.Add(Open(phrases.DayBeforeButton, first with { Day = before }));
        if (view.DayAfter is { } after) row.Add(Open(phrases.DayAfterButton, first with { Day = after }));
        // Two days back the way to today is a button of its own.
        if (view.DayAfter is not null) row.Add(new Button(phrases.TodayButton, Today(first)));
        return row;
    }

    private static ButtonData Today(DigestPage page) =>
        ButtonData.Standing(Verbs.Digest, ButtonData.Number(page.UnitId), TodayMark, page.Slot!, Letter(page.Look), ButtonData.Number(0));

    // The number between the arrows is a button too; it leads to the page itself, which does no harm.
    private static List<Button> Turn(DigestPage page, int pages) =>
    [
        Open("‹", page with { Number = page.Number == 0 ? pages - 1 : page.Number - 1 }),
        Open($"{page.Number + 1}/{pages}", page),
        Open("›", page with { Number = (page.Number + 1) % pages }),
    ];

    private static string Label(Digest unit, string name) => unit.ZeroReport == ZeroReport.Signed
        ? $"✅ {name}"
        : unit.Numbers.Open > 0 ? $"{HeatSquares.Square(unit.Numbers)} {name} −{unit.Numbers.Open}" : $"{HeatSquares.Square(unit.Numbers)} {name}";

    private static Button Open(string label, DigestPage page) => new(label, Data(page));

    private static string Letter(DigestLook look) => look switch { DigestLook.Week => "w", DigestLook.Names => "n", DigestLook.Correct => "c", _ => "o" };
}
