using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/status</c>: what is known today of the user's own people.</summary>
internal static class TodayStatus
{
    /// <summary>One line a person.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var own = turn.Context.Own;
        if (own.Count == 0)
        {
            Linking.Unlinked(turn);
            return;
        }

        var lines = own.Select(subject => turn.Phrases.StatusLine(
            turn.NameOf(subject), subject.Unit.ShortName, Facts(turn, subject),
            subject.Current is { Answer.Status: not CheckInStatus.Missing } current ? subject.Window.LocalTime(current.ReportedAt) : null));
        turn.Say(turn.Phrases.StatusOf(own[0].Window.Day, string.Join('\n', lines)));
    }

    /// <summary>What is known, and that travel is still to be told where only the number is.</summary>
    private static string Facts(Turn turn, Subject subject)
    {
        var answer = turn.AnswerOf(subject, subject.Window.Day);
        var facts = AnswerLines.Facts(turn.Phrases, answer);
        return answer is { TemperatureTenths: not null, Absence: Absence.None, Travel: Travel.Unknown } ? turn.Phrases.AndTravelIsOpen(facts) : facts;
    }
}
