using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Which check-in a dialog is about.</summary>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot.</param>
/// <param name="PersonIds">Everybody who is in the one confirmation at the end, in the order told.</param>
/// <param name="OriginMessageId">The message that began it; every revision of the dialog carries it, so that an edit or an undo finds them all.</param>
public sealed record CheckInTopic(DateOnly Day, string Slot, IReadOnlyList<long> PersonIds, int OriginMessageId)
{
    /// <summary>How it came in.</summary>
    public CheckInSource Source { get; init; } = CheckInSource.Private;

    /// <summary>What was asked already, so that "none" is not asked again.</summary>
    public IReadOnlyList<AskedQuestion> Asked { get; init; } = [];

    /// <summary>A message that was no answer has already got a gentle word; a second one gets none.</summary>
    public bool Repeated { get; init; }

    /// <summary>How often the same thing was asked for again, because the answer could not be used.</summary>
    public int Tries { get; init; }

    /// <summary>The check-in corrects what was recorded before.</summary>
    public bool IsChange { get; init; }
}

/// <summary>What was told under a name that nobody knows yet.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Told">What was told.</param>
public sealed record NamedAnswer(string Name, CheckInAnswer Told);

/// <summary>What was told about somebody and is not stored yet.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Told">What was told.</param>
public sealed record ToldAnswer(long PersonId, CheckInAnswer Told);
