using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Digests;

/// <summary>
/// The buttons under a digest, by which its reader signs it off and goes down, up, and through the days in the same message.
/// Each carries all that it needs and is judged when it is pressed, so that one under an old message still works.
/// </summary>
public static class DigestKeyboard
{
    private const int UnitsToAPage = 12;
    private const int LongName = 5;

    /// <summary>The buttons of a page.</summary>
    /// <param name="view">What the message shows.</param>
    /// <param name="page">Which page of it.</param>
    /// <param name="rights">What the reader may do.</param>
    /// <param name="language">The reader's language.</param>
    public static Keyboard For(DigestView view, DigestPage page, DigestRights rights, Language language)
    {
        var phrases = new Phrases(language);
        page = page with { Day = view.Shown.Moment.Day, Slot = view.Shown.Moment.Slot };
        if (view.NoRecord) return new Keyboard([Days(view, page, rights, phrases)]);
        var rows = new List<IReadOnlyList<Button>>();
        if (page.Look == DigestLook.Overview)
        {
            if (SignButtons(view, page, rights, phrases) is { Count: > 0 } sign) rows.Add(sign);
            rows.AddRange(UnitButtons(view, page));
        }

        rows.Add(Looks(view, page, rights, phrases));
        rows.Add(Days(view, page, rights, phrases));
        if (page.Look == DigestLook.Overview) rows.AddRange(FileAsking.BelowDigest(page.UnitId, page.Day!.Value, page.Slot!, language).Rows);
        if (view.Slots.Count > 1) rows.Add([.. view.Slots.Where(slot => slot != page.Slot).Select(slot => Open(phrases.SlotName(slot), page with { Slot = slot, Number = 0 }))]);
        return new Keyboard([.. rows.Where(row => row.Count > 0)]);
    }

    /// <summary>What a button carries that opens a page.</summary>
    public static ButtonData Data(DigestPage page) => ButtonData.Standing(
        Verbs.Digest, ButtonData.Number(page.UnitId), ButtonData.Day(page.Day!.Value), page.Slot!, Letter(page.Look), ButtonData.Number(page.Number));

    /// <summary>The page that a button opens; null where it is none.</summary>
    public static DigestPage? PageOf(ButtonData data)
    {
        if (data.NumberAt(0) is not { } unit || data.DayAt(1) is not { } day || data.Arguments.Count < 3) return null;
        var look = data.Arguments.Count > 3 ? data.Arguments[3] switch { "w" => DigestLook.Week, "n" => DigestLook.Names, _ => DigestLook.Overview } : DigestLook.Overview;
        return new DigestPage(unit, day, data.Arguments[2], look, data.Arguments.Count > 4 && data.NumberAt(4) is >= 0 and < 1000 and var number ? (int)number : 0);
    }

    /// <summary>Signs the numbers shown, whatever the page.</summary>
    public static Button Sign(DigestView view, Phrases phrases)
    {
        var (unit, moment) = (view.Shown.Unit, view.Shown.Moment);
        return new Button(phrases.SignButton(view.Latest), ButtonData.Standing(
            Verbs.SignOff, ButtonData.Number(unit.Id), ButtonData.Day(moment.Day), moment.Slot, view.Latest.Mark()));
    }

    /// <summary>Opens the digest of a unit.</summary>
    public static Button OpenButton(DigestUnit unit, DigestMoment moment, Phrases phrases) =>
        Open(phrases.OpenDigestButton, new DigestPage(unit.Id, moment.Day, moment.Slot));

    private static List<Button> SignButtons(DigestView view, DigestPage page, DigestRights rights, Phrases phrases)
    {
        if (!rights.HasFlag(DigestRights.Sign) || (view.Now ?? view.Shown).ZeroReport != ZeroReport.Unsigned || view.Latest.Expected == 0) return [];
        return
        [
            Sign(view, phrases),
            new Button(phrases.CorrectButton, ButtonData.Standing(Verbs.Correct, ButtonData.Number(page.UnitId), ButtonData.Day(page.Day!.Value), page.Slot!)),
        ];
    }

    private static IEnumerable<IReadOnlyList<Button>> UnitButtons(DigestView view, DigestPage page)
    {
        var units = view.Shown.Units.Where(unit => unit.Numbers.Expected > 0).ToList();
        var number = Math.Min(page.Number, Math.Max(0, (units.Count - 1) / UnitsToAPage));
        var shown = units.Skip(number * UnitsToAPage).Take(UnitsToAPage).ToList();
        var perRow = shown.Any(unit => unit.Unit.Name.Length > LongName) ? 2 : 3;
        foreach (var row in shown.Chunk(perRow))
        {
            yield return [.. row.Select(unit => Open(Label(unit), page with { UnitId = unit.Unit.Id, Number = 0 }))];
        }

        if (units.Count > UnitsToAPage) yield return Turn(page with { Number = number }, (units.Count + UnitsToAPage - 1) / UnitsToAPage);
    }

    private static List<Button> Looks(DigestView view, DigestPage page, DigestRights rights, Phrases phrases)
    {
        var row = new List<Button>();
        if (page.Look == DigestLook.Week && HeatSquares.Pages(view) is > 1 and var pages) row.AddRange(Turn(page, pages));
        if (page.Look != DigestLook.Overview) row.Add(Open(phrases.DigestBackButton, page with { Look = DigestLook.Overview, Number = 0 }));
        if (page.Look != DigestLook.Week) row.Add(Open(phrases.WeekButton, page with { Look = DigestLook.Week, Number = 0 }));
        if (page.Look != DigestLook.Names && view.Shown.Unit.Kind.HoldsPeople() && (rights & (DigestRights.SeeMissing | DigestRights.SeeCases)) != 0)
            row.Add(Open(phrases.NamesButton, page with { Look = DigestLook.Names, Number = 0 }));
        return row;
    }

    private static List<Button> Days(DigestView view, DigestPage page, DigestRights rights, Phrases phrases)
    {
        var row = new List<Button>();
        var first = page with { Number = 0 };
        if (page.Look == DigestLook.Overview && rights.HasFlag(DigestRights.OpenAbove) && view.Shown.Unit.ParentId is { } above)
            row.Add(Open(phrases.AboveButton, first with { UnitId = above }));
        if (view.DayBefore is { } before) row.Add(Open(phrases.DayBeforeButton, first with { Day = before }));
        if (view.DayAfter is { } after) row.Add(Open(phrases.DayAfterButton, first with { Day = after }));
        row.Add(Open("🔄", page));
        return row;
    }

    // The number between the arrows leads to the page itself: it does no harm.
    private static List<Button> Turn(DigestPage page, int pages) =>
    [
        Open("‹", page with { Number = page.Number == 0 ? pages - 1 : page.Number - 1 }),
        Open($"{page.Number + 1}/{pages}", page),
        Open("›", page with { Number = (page.Number + 1) % pages }),
    ];

    private static string Label(Digest unit) => unit.ZeroReport == ZeroReport.Signed
        ? $"✅ {unit.Unit.Name}"
        : unit.Numbers.Missing > 0 ? $"{HeatSquares.Square(unit.Numbers)} {unit.Unit.Name} −{unit.Numbers.Missing}" : $"{HeatSquares.Square(unit.Numbers)} {unit.Unit.Name}";

    private static Button Open(string label, DigestPage page) => new(label, Data(page));

    private static string Letter(DigestLook look) => look switch { DigestLook.Week => "w", DigestLook.Names => "n", _ => "o" };
}
