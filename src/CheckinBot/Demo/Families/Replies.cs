using CheckinBot.Core.Buttons;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Demo.Families;

/// <summary>Answers the bot's questions by pressing its buttons, or typing where it asks for words, until it confirms.</summary>
/// <param name="phone">Whose phone.</param>
/// <param name="names">Names of the children, by which "whose is it?" is answered.</param>
/// <param name="tell">Notes down what has been told, once it has.</param>
internal sealed class Replies(Phone phone, IReadOnlyList<string> names, Action<Facts> tell)
{
    /// <summary>Nobody waits longer than this for a bot that says nothing more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Goes on until the bot confirms or is silent.</summary>
    /// <param name="facts">How it is.</param>
    /// <param name="told">What of it has been told already.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Give(Facts facts, Facts told, CancellationToken cancellationToken)
    {
        var cough = facts.Coughs;
        while (await phone.Next(Patience, cancellationToken) is { } message)
        {
            var buttons = Phone.Buttons(message).ToList();
            if (buttons.Any(b => b.Data.Verb is Verbs.Change or Verbs.Undo)) return;
            if (Choose(buttons, facts, ref cough) is { } button)
            {
                await phone.Think(15, cancellationToken);
                if (!TryPress(message, button)) continue;
                if (facts.Coughs && !cough && Phone.Meaning(button) is { Verb: Verbs.Symptom, Arguments: ["ok"] }) tell(told = told with { Coughs = true });
            }
            else if (Type(buttons, facts) is { } text)
            {
                await phone.Think(30, cancellationToken);
                phone.Write(text);
                if (text == facts.Place) tell(told = told with { Place = text });
            }
        }
    }

    private InlineButton? Choose(List<(InlineButton Button, ButtonData Data)> buttons, Facts facts, ref bool cough)
    {
        if (cough && Find(Verbs.Symptom, b => b.Button.Text.Contains('咳') || b.Button.Text.Contains("ough", StringComparison.Ordinal)) is { } symptom)
        {
            cough = false;
            return symptom;
        }

        return Find(Verbs.Symptom, b => First(b) == (facts.Coughs ? "ok" : "no"))
            ?? Find(Verbs.Doctor, b => First(b) == "n")
            ?? Find(Verbs.Travel, b => First(b) == (facts.Place is null ? "n" : "y"))
            ?? Find(Verbs.Travel, b => facts.Place is not null && First(b) != "n")
            ?? Find(Verbs.Return, b => b.Data.NumberAt(0) == facts.DaysBack)
            ?? Find(Verbs.Likely, b => First(b) == "y")
            ?? Find(Verbs.Whose, b => names.Any(name => b.Button.Text.Contains(name, StringComparison.Ordinal)))
            ?? Find(Verbs.CardTemperature, b => b.Data.NumberAt(1) == facts.Tenths)
            ?? Find(Verbs.CardTravel, b => First(b) == "n");

        InlineButton? Find(string verb, Func<(InlineButton Button, ButtonData Data), bool> fits) =>
            buttons.Where(b => b.Data.Verb == verb && fits(b)).Select(b => b.Button).FirstOrDefault();
    }

    private static string? Type(List<(InlineButton Button, ButtonData Data)> buttons, Facts facts)
    {
        if (buttons.Any(b => b.Data.Verb is Verbs.Later or Verbs.NoThermometer)) return facts.Tenths is { } tenths ? Wording.Degrees(tenths) : null;
        return buttons.Any(b => b.Data.Verb == Verbs.Skip) ? facts.Place : null;
    }

    private bool TryPress(SimMessage message, InlineButton button)
    {
        try
        {
            phone.Press(message, button);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The message went while the person was thinking.
            return false;
        }
    }

    private static string First((InlineButton Button, ButtonData Data) b) => b.Data.Arguments.Count > 0 ? b.Data.Arguments[0] : "";
}
