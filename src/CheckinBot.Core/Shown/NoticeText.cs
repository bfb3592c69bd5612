using CheckinBot.Core.Buttons;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>Notices in words, in the language of each recipient.</summary>
public static class NoticeText
{
    /// <summary>The private message to one recipient.</summary>
    public static OutgoingMessage Render(Notice notice, long userId, Phrases phrases) => new(userId, Text(notice, phrases))
    {
        Lane = notice switch
        {
            Notice.GuardianRemoved or Notice.GuardianReadmitted => Lane.Answers,
            Notice.HeardOfChild => Lane.Reminders,
            Notice.ReportedForYou or Notice.GuardianUnreachable or Notice.PupilsLeft or Notice.PupilsJoined or Notice.ChildrenMoved => Lane.Reminders,
            _ => Lane.Alerts,
        },
        Keyboard = notice switch
        {
            Notice.GuardianJoined joined => Keyboard.Row(new Button(
                phrases.RemoveButton(joined.GuardianName),
                ButtonData.Standing(Verbs.RemoveGuardian, ButtonData.Number(joined.PersonId), ButtonData.Number(joined.GuardianUserId)))),
            Notice.DoubtfulLines doubts => DoubtButtons(phrases, doubts),
            Notice.Heard heard => HeardButtons.OfClass(phrases, heard.UnitId, heard.Told, heard.Day, heard.Slot),
            Notice.HeardOfChild heard => HeardButtons.OfChild(phrases, heard.PersonId, heard.Day, heard.Slot),
            Notice.ReportQuestioned questioned => Keyboard.Row(DigestKeyboard.CorrectButton(questioned.Unit, questioned.Moment, phrases.CheckReportButton)),
            Notice.SignatureOutdated outdated => Keyboard.Row(DigestKeyboard.OpenButton(outdated.Unit, outdated.Moment, phrases)),
            _ => Keyboard.None,
        },
    };

    private static string Text(Notice notice, Phrases phrases) => notice switch
    {
        Notice.Unwell unwell => phrases.NoticeUnwell(unwell.Name, unwell.UnitName, AnswerLines.Facts(phrases, unwell.Answer)),
        Notice.AlertCorrected corrected => phrases.NoticeAlertCorrected(corrected.Name, corrected.UnitName, AnswerLines.Facts(phrases, corrected.Answer)),
        Notice.FeverCourse course => phrases.NoticeFeverCourse(course.Name, course.UnitName, AnswerLines.Facts(phrases, course.Answer)),
        Notice.UnwellEarlier earlier =>
            phrases.NoticeUnwellEarlier(earlier.Name, earlier.UnitName, earlier.Day, AnswerLines.Facts(phrases, earlier.Answer)),
        Notice.KeyArea area => phrases.NoticeKeyArea(area.Name, area.UnitName, AnswerLines.Facts(phrases, area.Answer)),
        Notice.InDistress told => phrases.NoticeInDistress(told.Kind, told.Writer, told.Children, told.UnitName),
        Notice.ReportedForYou reported => phrases.NoticeReportedForYou(reported.Name, AnswerLines.Facts(phrases, reported.Answer)),
        Notice.ReturnCleared cleared => phrases.NoticeReturnCleared(cleared.Name, cleared.UnitName),
        Notice.GuardianJoined joined => phrases.NoticeGuardianJoined(phrases.GuardianOf(joined.GuardianName, joined.Name), joined.Name, joined.UnitName),
        Notice.GuardianRemoved removed => phrases.NoticeGuardianRemoved(removed.Name, removed.UnitName),
        Notice.GuardianUnreachable unreachable => phrases.NoticeGuardianUnreachable(unreachable.Names, unreachable.UnitName),
        Notice.PupilsLeft left => phrases.NoticePupilsLeft(left.Names, left.UnitName, left.ToUnitName),
        Notice.PupilsJoined joined => phrases.NoticePupilsJoined(joined.Names, joined.UnitName, joined.FromUnitName),
        Notice.ChildrenMoved moved => phrases.NoticeChildrenMoved(moved.Names, moved.UnitName),
        Notice.DoubtfulLines doubts => phrases.DoubtfulLines(doubts.UnitName, doubts.Lines),
        Notice.GroupClaimed claimed => phrases.NoticeGroupClaimed(claimed.UnitName, claimed.By),
        Notice.GuardianReadmitted readmitted => phrases.NoticeGuardianReadmitted(readmitted.Name, readmitted.UnitName),
        Notice.Heard heard => phrases.InSlot(heard.Slot, phrases.NoticeHeard(heard.UnitName, heard.By, [.. heard.Told.Take(HeardButtons.Most)
            .Select(one => phrases.Line(one.Name, AnswerLines.Facts(phrases, one.Answer)))], heard.Told.Count)),
        Notice.HeardOfChild heard => phrases.InSlot(heard.Slot, phrases.NoticeHeardOfChild(heard.Name, heard.By, AnswerLines.Facts(phrases, heard.Answer))),
        Notice.ReportQuestioned questioned =>
            phrases.InSlot(questioned.Moment.Slot, phrases.ReportQuestioned(questioned.Unit.ShortName, questioned.Moment.Day, questioned.By)),
        Notice.SignatureOutdated outdated =>
            phrases.SignatureOutdated(outdated.Unit.ShortName, outdated.Moment.Day, outdated.SignedAt, outdated.Signed, outdated.Now),
        _ => "",
    };

    private static Keyboard DoubtButtons(Phrases phrases, Notice.DoubtfulLines notice) => Keyboard.Grid(2, notice.Choices.Select(choice => new Button(
        phrases.SettleButton(choice.Name, Phrases.Degrees(choice.Tenths)),
        ButtonData.Standing(Verbs.Settle, ButtonData.Number(choice.PersonId), ButtonData.Number(choice.Tenths), ButtonData.Day(notice.Day)))));
}
