namespace CheckinBot.Core.CheckIns;

/// <summary>
/// How a person stands on a day and slot: the one answer to who has reported and who has not. Everything that counts or lists people asks here:
/// the card, <c>/missing</c>, the ping, escalations, digests, files and exports.
/// </summary>
public enum Accounted
{
    /// <summary>No temperature and no absence; whoever told something else only is among them (未报).</summary>
    Missing,

    /// <summary>Told to be absent, and nobody has said why (没说原因). Open, like the missing: somebody has to ask.</summary>
    NoReason,

    /// <summary>The temperature is known (已报).</summary>
    Reported,

    /// <summary>Absent by name and reason (请假).</summary>
    Excused,
}

/// <summary>What follows from how somebody stands.</summary>
public static class AccountedRule
{
    /// <summary>Somebody still has to ask about this person.</summary>
    public static bool IsOpen(this Accounted accounted) => accounted is Accounted.Missing or Accounted.NoReason;
}
