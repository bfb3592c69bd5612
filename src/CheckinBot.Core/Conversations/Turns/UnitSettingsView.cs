using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A setting that holds in a unit.</summary>
/// <param name="Key">Its key, as in the configuration.</param>
/// <param name="Value">Its value, as one would write it.</param>
/// <param name="From">The unit that sets it; null where the configuration does.</param>
public sealed record SettingLine(string Key, string Value, Unit? From);

/// <summary>A key that somebody named and the change that they want, after it was judged.</summary>
/// <param name="Key">The key; what was typed where no key is meant.</param>
/// <param name="Value">The value; null to take the unit's own away, or where nothing is to be changed.</param>
/// <param name="IsChange">Something is to be changed.</param>
public sealed record ProposedSetting(string Key, string? Value, bool IsChange)
{
    /// <summary>Why the change is refused, in the user's language; null where it is allowed.</summary>
    public string? Refused { get; init; }

    /// <summary>What holds after the change; null where nothing is changed or the change is refused.</summary>
    public SettingLine? After { get; init; }
}

/// <summary>The settings of a unit, as somebody who may change them sees them.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Lines">Every key that it may override.</param>
public sealed record UnitSettingsView(Unit Unit, IReadOnlyList<SettingLine> Lines)
{
    /// <summary>The unit right above; null at the top.</summary>
    public Unit? Above { get; init; }

    /// <summary>The units right below, in the order of the tree.</summary>
    public IReadOnlyList<Unit> Below { get; init; } = [];

    /// <summary>The key that the event names; null where it names none.</summary>
    public ProposedSetting? Proposed { get; init; }

    /// <summary>The line of a key.</summary>
    public SettingLine? Line(string key) => Lines.FirstOrDefault(line => line.Key == key);
}
