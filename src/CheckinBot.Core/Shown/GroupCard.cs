using CheckinBot.Core.Buttons;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>The card of a class group for a day and slot: counts without names, and one button. Kept up to date by editing.</summary>
/// <param name="UnitId">The class.</param>
/// <param name="UnitName">Its name as parents know it.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="Reported">People with a temperature.</param>
/// <param name="Excused">People who are absent by name and reason.</param>
/// <param name="Expected">People who are to check in.</param>
public sealed record GroupCard(long UnitId, string UnitName, DateOnly Day, string Slot, int Reported, int Excused, int Expected)
{
    /// <summary>Of the expected, those who are no pupils.</summary>
    public int Staff { get; init; }

    /// <summary>What follows <c>?start=</c> in the card's link.</summary>
    public const string StartParameter = "checkin";

    /// <summary>What the card says. Equal texts need no edit.</summary>
    public string Text(Language language) => new Phrases(language).CardText(UnitName, Day, Slot, Reported, Excused, Expected, Staff);

    /// <summary>What is stored about a card that was shown, namely its text and the kind of its button, so that a change can be noticed.</summary>
    public string Shown(Language language, bool ephemeral) => ephemeral ? Text(language) + PressMark : Text(language);

    /// <summary>Whether the stored card had the button that begins the check-in in the group.</summary>
    public static bool HadButton(string? shown) => shown is not null && shown.EndsWith(PressMark, StringComparison.Ordinal);

    private const string PressMark = "\n[+]";

    /// <summary>A harmless text to one member. Sending it shows whether the card may have the button.</summary>
    public static OutgoingMessage Proof(long chatId, long userId, Language language) =>
        new(chatId, new Phrases(language).CardIsPrivate) { OnlyFor = new(userId) { IsProof = true } };

    /// <summary>
    /// The button: a link into the private chat or, where ephemeral messages are proven to work in this group,
    /// one that begins the check-in in the group, unseen by the others.
    /// </summary>
    public Keyboard Keyboard(Language language, string botUserName, bool ephemeral)
    {
        var label = new Phrases(language).CardButton;
        return Buttons.Keyboard.Row(ephemeral
            ? new Button(label, ButtonData.Standing(Verbs.Card, ButtonData.Number(UnitId)))
            : Button.Link(label, $"https://t.me/{botUserName}?start={StartParameter}"));
    }
}
