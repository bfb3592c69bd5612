using CheckinBot.Core.Buttons;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>The buttons that bring a file: a digest's workbook and picture, and the list of forms.</summary>
public static class FileButtons
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

    private static ButtonData Data(string verb, long unitId, DateOnly day, string slot) =>
        ButtonData.Standing(verb, ButtonData.Number(unitId), ButtonData.Day(day), slot);
}
