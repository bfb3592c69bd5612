namespace CheckinBot.Core.Digests;

/// <summary>A unit without school on a day on which the units above it have school: its people are not expected, and it is shown with who set it.</summary>
/// <param name="UnitPath">The highest unit that has no school.</param>
/// <param name="People">How many people of it and below are not asked.</param>
/// <param name="By">Who last changed its calendar, by name; null where the configuration or the operator did.</param>
/// <param name="At">When (UTC); null where nobody changed it in the chat or at the command line.</param>
public sealed record NoSchoolUnit(string UnitPath, int People, string? By, DateTimeOffset? At);

/// <summary>A rule that a unit has set less strict than the level above, as that level sees it.</summary>
/// <param name="UnitPath">The unit.</param>
/// <param name="Key">The setting, as in the configuration; for a rule its name.</param>
/// <param name="Own">What holds in the unit.</param>
/// <param name="Above">What holds above; both as one writes them.</param>
public sealed record RelaxedRule(string UnitPath, string Key, string Own, string Above);
