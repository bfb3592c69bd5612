namespace CheckinBot.Core.Conversations;

/// <summary>What staff do in private about their class: which flow takes it.</summary>
internal static class TeacherConversation
{
    /// <summary>A button of the teacher's desk; false where it is none.</summary>
    public static bool Pressed(Turn turn, ConversationEvent.ButtonPressed pressed, ButtonData data)
    {
        switch (data.Verb)
        {
            case Verbs.Missing:
                TeacherDesk.MissingAgain(turn, pressed, data);
                return true;
            case Verbs.NudgeAll:
                TeacherDesk.NudgeAll(turn, pressed, data);
                return true;
            case Verbs.ReportFor:
                TeacherDesk.ReportFor(turn, pressed, data);
                return true;
            case Verbs.LeaveFor:
                TeacherDesk.LeaveFor(turn, pressed, data);
                return true;
            case Verbs.Settle:
                ChainDoubts.Settle(turn, pressed, data);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A command of the teacher's desk; false where it is none.</summary>
    public static bool Command(Turn turn, ConversationEvent.CommandReceived command)
    {
        switch (command.Command)
        {
            case "missing":
                TeacherDesk.Missing(turn);
                return true;
            case "report":
                TeacherReport.Handle(turn, command);
                return true;
            case "bind":
                GroupSetup.Bind(turn, command);
                return true;
            default:
                return false;
        }
    }
}
