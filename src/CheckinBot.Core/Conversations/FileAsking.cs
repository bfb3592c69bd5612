using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>The buttons that bring a file: a digest's workbook and picture, and the forms. The right to it is judged at the press and again when it is made.</summary>
public static class FileAsking
{
    /// <summary>The row of buttons below a digest in private.</summary>
    public static Keyboard BelowDigest(long unitId, DateOnly day, string slot, Language language)
    {
        var phrases = new Phrases(language);
        return Keyboard.Row(
            new Button(phrases.WorkbookButton, Data(Verbs.Workbook, unitId, day, slot)),
            new Button(phrases.PictureButton, Data(Verbs.Picture, unitId, day, slot)),
            Forms(unitId, day, slot, language));
    }

    /// <summary>The button that lists the forms.</summary>
    public static Button Forms(long unitId, DateOnly day, string slot, Language language) =>
        new(new Phrases(language).FormsButton, Data(Verbs.Forms, unitId, day, slot));

    internal static void Workbook(Turn turn, ButtonData data) => Order(turn, data, Permission.SeeDigest, FileKind.Workbook);

    internal static void Picture(Turn turn, ButtonData data) => Order(turn, data, Permission.SeeDigest, FileKind.Picture);

    /// <summary>The forms that this user may have of this unit.</summary>
    internal static void ListForms(Turn turn, ButtonData data)
    {
        if (UnitOf(turn, data) is not { } unit) return;
        var forms = turn.Context.Forms.Where(form => Authority.May(turn.Context, form.Needs, unit)).ToList();
        if (forms.Count == 0)
        {
            turn.Toast(turn.Phrases.FileNotForYou, alert: true);
            return;
        }

        var (day, slot) = (data.DayAt(1)!.Value, data.Arguments[2]);
        var rows = forms.Select(form => (IReadOnlyList<Button>)
        [
            new Button(form.Label.In(turn.Phrases.Language), FormData(form, unit.Id, day, slot, FileKind.FormWorkbook)),
            new Button(turn.Phrases.PrintButton, FormData(form, unit.Id, day, slot, FileKind.FormPage)),
        ]);
        turn.Toast(null);
        turn.SendTo(turn.Phrases.ChooseForm(unit.ShortName, day), new Keyboard([.. rows]));
    }

    internal static void Form(Turn turn, ButtonData data)
    {
        if (data.Arguments.Count < 5 || turn.Context.Forms.FirstOrDefault(form => form.Name == data.Arguments[3]) is not { } form)
            turn.Toast(turn.Phrases.FileGone, alert: true);
        else
            Order(turn, data, form.Needs, data.Arguments[4] == "p" ? FileKind.FormPage : FileKind.FormWorkbook, form.Name);
    }

    private static void Order(Turn turn, ButtonData data, Permission permission, FileKind kind, string? form = null)
    {
        if (UnitOf(turn, data) is not { } unit) return;
        if (!Authority.May(turn.Context, permission, unit))
        {
            turn.Toast(turn.Phrases.FileNotForYou, alert: true);
            return;
        }

        turn.Toast(turn.Phrases.FileComing);
        turn.Add(new Effect.SendFile(new FileOrder(turn.UserId, kind, unit.Id, data.DayAt(1)!.Value, data.Arguments[2], turn.Phrases.Language) { Form = form }));
    }

    private static Unit? UnitOf(Turn turn, ButtonData data)
    {
        if (turn.Context.PressedUnit is { } unit && unit.Id == data.NumberAt(0) && data.DayAt(1) is not null && data.Arguments.Count > 2) return unit;
        turn.Toast(turn.Phrases.FileGone, alert: true);
        return null;
    }

    private static ButtonData Data(string verb, long unitId, DateOnly day, string slot) =>
        ButtonData.Standing(verb, ButtonData.Number(unitId), ButtonData.Day(day), slot);

    private static ButtonData FormData(FormTemplate form, long unitId, DateOnly day, string slot, FileKind kind) =>
        ButtonData.Standing(Verbs.Form, ButtonData.Number(unitId), ButtonData.Day(day), slot, form.Name, kind == FileKind.FormPage ? "p" : "x");
}
