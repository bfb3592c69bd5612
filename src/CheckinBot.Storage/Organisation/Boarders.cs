using CheckinBot.Core.CheckIns;

namespace CheckinBot.Storage.Organisation;

/// <summary>Conditions that say who is asked in which slot: in the evening only boarders, who are the pupils with a dormitory.</summary>
internal static class Boarders
{
    /// <summary>Person <c>p</c> is a boarder.</summary>
    public const string Condition = "(p.role = 'student' and p.dormitory is not null)";

    /// <summary>Person <c>p</c> is to check in, in <c>@slot</c>.</summary>
    public const string Expected = $"p.active and p.expected and (@slot <> '{SlotSchedule.EveningId}' or {Condition})";
}
