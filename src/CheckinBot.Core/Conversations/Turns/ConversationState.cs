using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>
/// What the bot has asked and not yet heard. What people tell is stored at once as check-ins,
/// so that a state holds only the question, never an answer that could be lost with it.
/// The exceptions, a reading of an unknown child or slot and a value to be confirmed, are told to the person when they expire.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(Lost), "lost")]
[JsonDerivedType(typeof(AwaitingTemperature), "awaitingTemperature")]
[JsonDerivedType(typeof(AwaitingWhose), "awaitingWhose")]
[JsonDerivedType(typeof(AwaitingLikely), "awaitingLikely")]
[JsonDerivedType(typeof(AwaitingAbsence), "awaitingAbsence")]
[JsonDerivedType(typeof(AwaitingSymptoms), "awaitingSymptoms")]
[JsonDerivedType(typeof(AwaitingDoctor), "awaitingDoctor")]
[JsonDerivedType(typeof(AwaitingFeverReducer), "awaitingFeverReducer")]
[JsonDerivedType(typeof(AwaitingTravel), "awaitingTravel")]
[JsonDerivedType(typeof(AwaitingPlace), "awaitingPlace")]
[JsonDerivedType(typeof(AwaitingReturn), "awaitingReturn")]
[JsonDerivedType(typeof(AwaitingRecovery), "awaitingRecovery")]
[JsonDerivedType(typeof(ConfirmingDeletion), "confirmingDeletion")]
[JsonDerivedType(typeof(ConfirmingUnlink), "confirmingUnlink")]
[JsonDerivedType(typeof(Unlinked), "unlinked")]
[JsonDerivedType(typeof(AwaitingUnit), "awaitingUnit")]
[JsonDerivedType(typeof(AwaitingSetting), "awaitingSetting")]
[JsonDerivedType(typeof(OnCard), "onCard")]
[JsonDerivedType(typeof(ToldToLink), "toldToLink")]
[JsonDerivedType(typeof(AwaitingWaiver), "awaitingWaiver")]
[JsonDerivedType(typeof(AwaitingSignNote), "awaitingSignNote")]
[JsonDerivedType(typeof(AwaitingSlot), "awaitingSlot")]
public abstract record ConversationState
{
    private ConversationState()
    {
    }

    /// <summary>Nothing is asked.</summary>
    public static ConversationState Nothing { get; } = new Idle();

    /// <summary>Nothing is asked.</summary>
    public sealed record Idle : ConversationState;

    /// <summary>A stored state that this version does not know; handled as idle, with a polite word.</summary>
    public sealed record Lost : ConversationState;

    /// <summary>A question about a check-in.</summary>
    /// <param name="Topic">The check-in.</param>
    public abstract record InCheckIn(CheckInTopic Topic) : ConversationState;

    /// <summary>"What is the temperature of …?"</summary>
    public sealed record AwaitingTemperature(CheckInTopic Topic, IReadOnlyList<long> PersonIds) : InCheckIn(Topic)
    {
        /// <summary>The user said that they answer later: the next reminder is promised.</summary>
        public bool SaidLater { get; init; }
    }

    /// <summary>"Whose is it?" A reading that may be any of several people's.</summary>
    public sealed record AwaitingWhose(CheckInTopic Topic, IReadOnlyList<long> Candidates, CheckInAnswer Told) : InCheckIn(Topic)
    {
        /// <summary>The name that was typed; null where none was. With a name it cannot be everybody.</summary>
        public string? TypedName { get; init; }

        /// <summary>Further names of the same message that nobody knows yet, with what was told about them.</summary>
        public IReadOnlyList<NamedAnswer> Rest { get; init; } = [];
    }

    /// <summary>"Did you mean 36.5?" A value that is probably meant is offered, with what else the message told.</summary>
    public sealed record AwaitingLikely(CheckInTopic Topic, long PersonId, CheckInAnswer Likely) : InCheckIn(Topic)
    {
        /// <summary>A second value, in tenths of a degree Celsius, where the message told two.</summary>
        public IReadOnlyList<int> Others { get; init; } = [];

        /// <summary>What was typed is no temperature of a body; the likely one is offered.</summary>
        public bool IsSlip { get; init; }
    }

    /// <summary>"Why absent?"</summary>
    public sealed record AwaitingAbsence(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Any of these symptoms?" Several may be chosen; each is stored as it is pressed.</summary>
    public sealed record AwaitingSymptoms(CheckInTopic Topic, long PersonId) : InCheckIn(Topic)
    {
        /// <summary>What was recorded is shown to be changed; else the question is new.</summary>
        public bool Replaces { get; init; }
    }

    /// <summary>"Seen a doctor?"</summary>
    public sealed record AwaitingDoctor(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Was a fever reducer taken?"</summary>
    public sealed record AwaitingFeverReducer(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Been away?"</summary>
    public sealed record AwaitingTravel(CheckInTopic Topic, IReadOnlyList<long> PersonIds) : InCheckIn(Topic);

    /// <summary>"Where?"</summary>
    public sealed record AwaitingPlace(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Back since when?"</summary>
    public sealed record AwaitingReturn(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Is that for the morning or for noon?" A number came while an earlier slot was being changed and the next one had opened.</summary>
    public sealed record AwaitingSlot(DateOnly Day, string Slot, int OriginMessageId, IReadOnlyList<ToldAnswer> Told) : ConversationState;

    /// <summary>"How is … today?"</summary>
    public sealed record AwaitingRecovery(CheckInTopic Topic, long PersonId) : InCheckIn(Topic);

    /// <summary>"Really delete what is stored about you?"</summary>
    public sealed record ConfirmingDeletion : ConversationState;

    /// <summary>"Is that really not your child?"</summary>
    public sealed record ConfirmingUnlink(long PersonId) : ConversationState;

    /// <summary>The user has ended a tie and may take that back; what is needed for it is kept here.</summary>
    public sealed record Unlinked(long PersonId, Role Role, string Name, string UnitName, bool IsClass) : ConversationState;

    /// <summary>"Why is this unit let off today?" The path of the unit is kept, so that the right can be judged anew when the answer comes.</summary>
    public sealed record AwaitingWaiver(long UnitId, string Path, UnitKind Kind, DateOnly Day, string Slot) : ConversationState;

    /// <summary>"What is done about the alert?" The words go with the signature under the numbers that were shown.</summary>
    public sealed record AwaitingSignNote(long UnitId, string Path, UnitKind Kind, DateOnly Day, string Slot, string Mark) : ConversationState;

    /// <summary>"Which unit?" The command goes on once it is told.</summary>
    public sealed record AwaitingUnit(string Command, string Arguments) : ConversationState;

    /// <summary>A setting of a unit is shown; what is typed next is its new value.</summary>
    public sealed record AwaitingSetting(long UnitId, string Key) : ConversationState;

    /// <summary>In a group, seen by the user alone: choosing on the card. <paramref name="PersonIds"/> are still to come.</summary>
    public sealed record OnCard(DateOnly Day, string Slot, IReadOnlyList<long> PersonIds) : ConversationState
    {
        /// <summary>Those who are done.</summary>
        public IReadOnlyList<long> Done { get; init; } = [];
    }

    /// <summary>In a group, the user was told on that day that they are linked to nobody.</summary>
    public sealed record ToldToLink(DateOnly Day) : ConversationState;
}
