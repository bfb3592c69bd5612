using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>A press on a button that brings a file. The right to the file is judged at the press and again when the file is made.</summary>
internal static class FileAsking
{
    public static void Workbook(Turn turn, ButtonData data) => Order(turn, data, Permission.SeeDigest, FileKind.Workbook);

    public static void Picture(Turn turn, ButtonData data) => Order(turn, data, Permission.SeeDigest, FileKind.Picture);

    /// <summary>Lists the forms of this unit that the user may have.</summary>
    public static void ListForms(Turn turn, ButtonData data)
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

    public static void Form(Turn turn, ButtonData data)
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
        turn.Add(new Effect.SendFile(
            new FileOrder(turn.UserId, kind, unit.Id, data.DayAt(1)!.Value, data.Arguments[2], turn.Phrases.Language) { Form = form }));
    }

    private static Unit? UnitOf(Turn turn, ButtonData data)
    {
        if (turn.Context.PressedUnit is { } unit && unit.Id == data.NumberAt(0) && data.DayAt(1) is not null && data.Arguments.Count > 2) return unit;
        turn.Toast(turn.Phrases.FileGone, alert: true);
        return null;
    }

    private static ButtonData FormData(FormTemplate form, long unitId, DateOnly day, string slot, FileKind kind) =>
        ButtonData.Standing(Verbs.Form, ButtonData.Number(unitId), ButtonData.Day(day), slot, form.Name, kind == FileKind.FormPage ? "p" : "x");
}
