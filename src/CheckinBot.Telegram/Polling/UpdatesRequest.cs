using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Telegram.Polling;

/// <summary><c>getUpdates</c>, of which each update is read by itself.</summary>
internal sealed class UpdatesRequest() : RequestBase<ReceivedUpdate[]>("getUpdates")
{
    /// <summary>Confirms every update below it.</summary>
    public long? Offset { get; init; }

    /// <summary>Updates at most, 1 to 100.</summary>
    public required int Limit { get; init; }

    /// <summary>Seconds to wait for the first update.</summary>
    public required int? Timeout { get; init; }

    public required IEnumerable<UpdateType> AllowedUpdates { get; init; }

    /// <summary>The same question, answered at once with what there is.</summary>
    public UpdatesRequest WithoutWaiting() => new() { Offset = Offset, Limit = Limit, Timeout = 0, AllowedUpdates = AllowedUpdates };
}
