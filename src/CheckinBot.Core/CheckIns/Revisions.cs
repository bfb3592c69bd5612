namespace CheckinBot.Core.CheckIns;

/// <summary>What the revisions of one answer say together: which of them stand, and who told what is known now.</summary>
public static class Revisions
{
    /// <summary>Those that stand, the oldest first: each undo has taken away those of one message.</summary>
    /// <param name="revisions">All revisions of a person, day and slot.</param>
    public static List<CheckIn> Standing(IEnumerable<CheckIn> revisions)
    {
        List<CheckIn> standing = [];
        foreach (var revision in revisions.OrderBy(one => one.Revision))
        {
            if (revision.Source != CheckInSource.Undo)
            {
                standing.Add(revision);
                continue;
            }

            if (standing.Count == 0) continue;
            var undone = standing[^1];
            standing.RemoveAll(one => AreOfOneMessage(one, undone));
        }

        return standing;
    }

    /// <summary>The answers to the questions of one check-in carry the message that began it, and are taken back together.</summary>
    public static bool AreOfOneMessage(CheckIn one, CheckIn other) =>
        one.ReporterUserId == other.ReporterUserId && one.Source == other.Source
        && one.ChatId == other.ChatId && one.MessageId == other.MessageId
        && (other.MessageId is not null || one.ReportedAt == other.ReportedAt);

    /// <summary>
    /// The revision that told the present temperature or absence. A later one may only have answered a question on top of it, or
    /// have restored it; null where nothing stands.
    /// </summary>
    /// <param name="revisions">All revisions of a person, day and slot.</param>
    public static CheckIn? Teller(IEnumerable<CheckIn> revisions)
    {
        var standing = Standing(revisions);
        CheckIn? teller = null;
        for (var i = standing.Count - 1; i >= 0 && Main(standing[i]) == Main(standing[^1]); i--) teller = standing[i];
        return teller;

        static (int?, bool, Absence) Main(CheckIn one) => (one.Answer.TemperatureTenths, one.Answer.NoThermometer, one.Answer.Absence);
    }
}
