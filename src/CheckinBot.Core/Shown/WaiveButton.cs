using CheckinBot.Core.Buttons;

namespace CheckinBot.Core.Shown;

/// <summary>The button under a ping or an escalation that lets a unit off for a day.</summary>
public static class WaiveButton
{
    /// <summary>The button for one unit and day; a press asks for the reason.</summary>
    public static Button For(string label, long unitId, DateOnly day) =>
        new(label, ButtonData.Standing(Verbs.Waive, ButtonData.Number(unitId), ButtonData.Day(day)));
}
