using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>Commands in private.</summary>
internal static class Commands
{
    /// <summary>Handles a command; one that nobody knows gets one line of help.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        switch (command.Command)
        {
            case "start":
                Linking.Start(turn, command.Arguments.Trim());
                break;
            case "undo":
                Undoing.Handle(turn);
                break;
            case "cancel":
                Cancel(turn);
                break;
            case "status":
                Status(turn);
                break;
            case "language":
                Languages.Ask(turn, command.Arguments.Trim());
                break;
            case "me":
                AboutMe.Show(turn);
                break;
            case "class":
                ClassGuardians.Handle(turn, command.Arguments.Trim());
                break;
            case "missing":
                TeacherDesk.Missing(turn, command);
                break;
            case "report":
                TeacherReport.Handle(turn, command);
                break;
            case "digest":
                DigestAsking.Handle(turn, command);
                break;
            case "cases":
                AlertDesk.Cases(turn);
                break;
            case "settings":
                SettingsDesk.Handle(turn, command);
                break;
            case "transfer":
                TransferDesk.Handle(turn, command);
                break;
            case "looks":
                LooksDesk.Handle(turn, command);
                break;
            case "bind":
                turn.Say(turn.Phrases.BindInGroup);
                break;
            default:
                Help(turn);
                break;
        }
    }

    private static void Help(Turn turn)
    {
        var posts = turn.Context.Posts;
        var text = turn.Phrases.Help(turn.Context.Own.Count > 0, posts.Any(post => Permissions.Allows(post.Role, Permission.SeeMissing, Relation.AtUnit)));
        if (posts.Any(post => Permissions.Allows(post.Role, Permission.Transfer, Relation.AtUnit))) text += turn.Phrases.HelpWithTransfer;
        if (posts.Any(post => Permissions.Allows(post.Role, Permission.SettleSettings, Relation.AtUnit))) text += turn.Phrases.HelpForOfficers;
        // Whoever was given a post by a later roster finds it in the menu from now on.
        if (posts.Count > 0) Offer(turn, posts.Select(post => post.Role));
        turn.Say(text);
    }

    /// <summary>Brings the menu of the chat up to date for somebody with these roles.</summary>
    public static void Offer(Turn turn, IEnumerable<Role> roles) =>
        turn.Add(new Effect.OfferCommands(turn.UserId, turn.Phrases.Language, [.. roles.Distinct()]));

    /// <summary>Stops asking. What was recorded stays; what was not is named.</summary>
    public static void Cancel(Turn turn)
    {
        var lost = Expiry.Unsaved(turn);
        turn.Close();
        turn.Say(lost is null ? turn.Phrases.Cancelled : $"{turn.Phrases.Cancelled}\n{lost}");
    }

    private static void Status(Turn turn)
    {
        var own = turn.Context.Own;
        if (own.Count == 0)
        {
            Linking.Unlinked(turn);
            return;
        }

        var lines = own.Select(subject => turn.Phrases.StatusLine(
            turn.NameOf(subject), subject.Unit.ShortName, AnswerLines.Facts(turn.Phrases, turn.AnswerOf(subject, subject.Window.Day)),
            subject.Current is { Answer.Status: not CheckInStatus.Missing } current ? subject.Window.LocalTime(current.ReportedAt) : null));
        turn.Say(turn.Phrases.StatusOf(own[0].Window.Day, string.Join('\n', lines)));
    }
}
