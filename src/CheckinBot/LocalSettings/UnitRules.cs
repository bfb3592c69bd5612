using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.LocalSettings;

/// <summary>What holds in a unit: its own values, else those of the nearest unit above, else the configuration's.</summary>
/// <param name="Schedule">Time zone, calendar and slots.</param>
/// <param name="Health">Fever lines, key areas, home area.</param>
/// <param name="Language">The language of texts to its group.</param>
/// <param name="Settings">All that holds there, by the parts of the configuration.</param>
internal sealed record UnitRules(SchoolDaySchedule Schedule, HealthRules Health, Language Language, UnitSettings Settings);
