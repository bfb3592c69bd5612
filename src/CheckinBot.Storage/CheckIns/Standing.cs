namespace CheckinBot.Storage.CheckIns;

/// <summary>
/// How a person stands, for statements: <see cref="Core.CheckIns.CheckInAnswer.Accounted"/> of the current check-in <c>c</c>, whose
/// columns are null where there is none. Every statement that counts or lists people takes its words from here.
/// </summary>
internal static class Standing
{
    /// <summary>No temperature and no absence (未报).</summary>
    public const string Missing = "coalesce(c.status, 'missing') in ('missing', 'partial')";

    /// <summary>Told to be absent, and nobody has said why (没说原因).</summary>
    public const string NoReason = "(c.status = 'exempt' and c.absence = 'unspecified')";

    /// <summary>Absent by name and reason (请假).</summary>
    public const string Excused = "(c.status = 'exempt' and c.absence <> 'unspecified')";

    /// <summary>Somebody still has to ask about this person: the missing, and the absent without a reason.</summary>
    public const string Open = $"({Missing} or {NoReason})";

    /// <summary>
    /// Has a temperature, and owes the answer about travel. The first part is the condition of the index <c>check_in_travel_open</c>
    /// word for word; the rest is that nobody answered in another slot of the day, because travel is asked once.
    /// </summary>
    public const string TravelOpen = """
        (c.is_current and c.status = 'reported' and c.travel = 'unknown' and c.travel_waiver = 'none' and not exists (
            select 1 from check_in o
            where o.person_id = c.person_id and o.day = c.day and o.slot <> c.slot and o.is_current
              and (o.travel <> 'unknown' or o.travel_waiver <> 'none')))
        """;
}
