using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>The class teacher or an officer ends early what somebody is monitored for: asked once more, because nobody counts them after that.</summary>
internal static class MonitoringDesk
{
    private const string Sure = "y";
    private const string Not = "n";

    /// <summary>Asks, and then ends it or leaves it.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (data.NumberAt(0) is not { } id || turn.Subject(id) is not { } subject || !Authority.May(turn.Context, Permission.CheckIn, subject.Unit))
        {
            turn.Toast(turn.Phrases.NotAllowed, alert: true);
            return;
        }

        var name = subject.Person.Name;
        switch (data.Arguments.Count > 1 ? data.Arguments[1] : "")
        {
            case Sure:
                turn.Add(new Effect.EndMonitored(id, subject.Window.Day, MonitoredEnd.Released, AlertDesk.NameOf(turn)));
                turn.Say(turn.Phrases.MonitoringEnded(name));
                break;
            case Not:
                turn.Say(turn.Phrases.MonitoringGoesOn(name));
                break;
            default:
                turn.Toast(null);
                turn.SendTo(turn.Phrases.EndMonitoringAsk(name), Keyboard.Row(
                    Choice(turn.Phrases.EndMonitoringSure, Sure), Choice(turn.Phrases.EndMonitoringNot, Not)));
                break;
        }

        Button Choice(string text, string choice) => new(text, ButtonData.Standing(Verbs.EndMonitored, data.Arguments[0], choice));
    }
}
