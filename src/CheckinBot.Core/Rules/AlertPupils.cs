namespace CheckinBot.Core.Rules;

/// <summary>Some pupils of an alert, as one reader may know them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">Their names; null for a reader who may know only how many.</param>
public sealed record AlertPupils(int Count, IReadOnlyList<string>? Names);
