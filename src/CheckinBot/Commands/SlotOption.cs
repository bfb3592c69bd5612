using System.CommandLine;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Commands;

/// <summary>The option that names a slot of the day. Any name is allowed, since a unit may have slots that the configuration does not have.</summary>
internal static class SlotOption
{
    public static Option<string?> Create() => new Option<string?>("--slot")
    {
        HelpName = "SLOT",
        Description = "morning, noon or evening; the slot that is open by default, and the first of a past day.",
    }.AcceptOnlyFromAmong(SlotSchedule.Ids);
}
