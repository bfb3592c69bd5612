using CheckinBot.Core.Buttons;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>A part of a message that grows.</summary>
/// <param name="Slot">A later part of the same slot takes its place.</param>
/// <param name="Text">What it says when it stands alone.</param>
/// <param name="Line">What it says as a line among others.</param>
public sealed record GrownPart(string Slot, string Text, string Line)
{
    /// <summary>The rule that fired and that the reader may take on by a button below the message; null for none.</summary>
    public long? Take { get; init; }
}

/// <summary>
/// Notices that belong together become one message that grows by editing, instead of a flood: who became a guardian on an enrolment
/// evening, and what is told of one child within a minute. A rule that fires for that child minutes after joins them.
/// </summary>
/// <param name="Key">The matter, one message a reader.</param>
public sealed record GrowingNotice(string Key)
{
    // Telegram takes 4096 characters.
    private const int MostParts = 60;

    private const string Guardians = "guardians/";

    private static readonly TimeSpan AnEvening = TimeSpan.FromHours(12);

    private static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    private const string Health = "health/";

    private const string Alert = "alert/";

    // A rule is judged a minute after what made it fire was told.
    private static readonly TimeSpan AlertsJoin = TimeSpan.FromMinutes(5);

    /// <summary>The matter of a notice; null for one that stands alone.</summary>
    public static GrowingNotice? Of(Notice notice, long unitId) => notice switch
    {
        Notice.GuardianJoined => new GrowingNotice($"{Guardians}{unitId}"),
        Notice.Unwell unwell => OfChild(unwell.PersonId),
        Notice.AlertCorrected corrected => OfChild(corrected.PersonId),
        Notice.FeverCourse course => OfChild(course.PersonId),
        Notice.KeyArea area => OfChild(area.PersonId),
        _ => null,
    };

    /// <summary>The matter of one child's health.</summary>
    public static GrowingNotice OfChild(long personId) => new($"{Health}{personId}");

    /// <summary>What a rule that fired for the child adds to it.</summary>
    public static GrownPart Part(long firingId, string text, bool mayTake) => new($"{Alert}{firingId}", text, text) { Take = mayTake ? firingId : null };

    /// <summary>The rules that fired which a message of a matter tells of.</summary>
    public static IEnumerable<long> Firings(IReadOnlyList<GrownPart> parts) => parts
        .Where(part => part.Slot.StartsWith(Alert, StringComparison.Ordinal))
        .Select(part => long.Parse(part.Slot.AsSpan(Alert.Length), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether a rule that fires now joins a message that last grew at an instant.</summary>
    public static bool AlertJoins(DateTimeOffset grown, DateTimeOffset now) => now - grown < AlertsJoin;

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
    public static IReadOnlyList<GrownPart> With(IReadOnlyList<GrownPart> parts, GrownPart part) => parts.Any(one => one.Slot == part.Slot)
        ? [.. parts.Select(one => one.Slot == part.Slot ? part : one)]
        : [.. parts, part];

    /// <summary>The message that all the parts make.</summary>
    public string Text(IReadOnlyList<GrownPart> parts, Phrases phrases) => parts.Count == 1
        ? parts[0].Text
        : string.Join('\n', parts.Select(part => part.Line).Prepend(IsGuardians ? phrases.GuardiansJoined(parts.Count) : null).OfType<string>());

    /// <summary>The buttons of several parts: of guardians, the class with all of them; of a child, to take on what fired.</summary>
    public Keyboard Keyboard(IReadOnlyList<GrownPart> parts, long unitId, Phrases phrases) => IsGuardians
        ? parts.Count == 1
            ? Buttons.Keyboard.None
            : Buttons.Keyboard.Row(new Button(phrases.SeeGuardiansButton, ButtonData.Standing(Verbs.ClassPage, ButtonData.Number(unitId), "0")))
        : Buttons.Keyboard.Column([.. parts.Where(part => part.Take is not null).Select(part =>
            new Button(phrases.AlertTakeButton, ButtonData.Standing(Verbs.TakeAlert, ButtonData.Number(part.Take!.Value))))]);

    private bool IsGuardians => Key.StartsWith(Guardians, StringComparison.Ordinal);
}
