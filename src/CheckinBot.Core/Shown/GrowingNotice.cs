using CheckinBot.Core.Buttons;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>A part of a message that grows.</summary>
/// <param name="Slot">A later part of the same slot takes its place.</param>
/// <param name="Text">What it says when it stands alone.</param>
/// <param name="Line">What it says as a line among others.</param>
public sealed record GrownPart(string Slot, string Text, string Line);

/// <summary>
/// Notices that belong together become one message that grows by editing, instead of a flood: who became a guardian on an enrolment
/// evening, and what is told of one child within a minute.
/// </summary>
/// <param name="Key">The matter, one message a reader.</param>
public sealed record GrowingNotice(string Key)
{
    // Telegram takes 4096 characters.
    private const int MostParts = 60;

    private const string Guardians = "guardians/";

    private static readonly TimeSpan AnEvening = TimeSpan.FromHours(12);

    private static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    /// <summary>The matter of a notice; null for one that stands alone.</summary>
    public static GrowingNotice? Of(Notice notice, long unitId) => notice switch
    {
        Notice.GuardianJoined => new GrowingNotice($"{Guardians}{unitId}"),
        Notice.Unwell unwell => new GrowingNotice($"health/{unwell.PersonId}"),
        Notice.AlertCorrected corrected => new GrowingNotice($"health/{corrected.PersonId}"),
        Notice.KeyArea area => new GrowingNotice($"health/{area.PersonId}"),
        _ => null,
    };

    /// <summary>What a notice adds to it.</summary>
    public static GrownPart Part(Notice notice, string text, Phrases phrases) => notice switch
    {
        Notice.GuardianJoined joined => new GrownPart(
            $"{joined.PersonId}/{joined.GuardianUserId}", text, phrases.GuardianJoinedLine(joined.GuardianName, joined.Name)),
        Notice.KeyArea => new GrownPart("area", text, text),
        _ => new GrownPart("state", text, text),
    };

    /// <summary>Whether a message that began and last grew at these instants still grows; a new one begins otherwise.</summary>
    public bool GrowsOn(DateTimeOffset begun, DateTimeOffset grown, int parts, DateTimeOffset now) =>
        parts < MostParts && (IsGuardians ? now - begun < AnEvening : now - grown < AMoment);

    /// <summary>The parts with one more; it takes the place of an earlier one of its slot.</summary>
    public static IReadOnlyList<GrownPart> With(IReadOnlyList<GrownPart> parts, GrownPart part) => [.. parts.Where(one => one.Slot != part.Slot), part];

    /// <summary>The message that all the parts make.</summary>
    public string Text(IReadOnlyList<GrownPart> parts, Phrases phrases) => parts.Count == 1
        ? parts[0].Text
        : string.Join('\n', parts.Select(part => part.Line).Prepend(IsGuardians ? phrases.GuardiansJoined(parts.Count) : null).OfType<string>());

    /// <summary>The buttons of several parts: of guardians, the class with all of them.</summary>
    public Keyboard Keyboard(long unitId, Phrases phrases) => IsGuardians
        ? Buttons.Keyboard.Row(new Button(phrases.SeeGuardiansButton, ButtonData.Standing(Verbs.ClassPage, ButtonData.Number(unitId), "0")))
        : Buttons.Keyboard.None;

    private bool IsGuardians => Key.StartsWith(Guardians, StringComparison.Ordinal);
}
