using CheckinBot.Simulator.Limits;
using CheckinBot.Simulator.Visits;

namespace CheckinBot.Simulator;

/// <summary>How a simulator is started.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The clock of all that chats show and limits count; network waits run on real time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public SendingLimits Limits { get; init; } = new();

    /// <summary>False behaves as a server before Bot API 10.2: the parameter is ignored and the message is posted openly.</summary>
    public bool EphemeralSupported { get; init; } = true;

    /// <summary>False behaves as a server before Bot API 10.1: the method is not found, and an edit ignores the parameter.</summary>
    public bool RichSupported { get; init; } = true;

    /// <summary>How long a webhook may take to answer; the default is Telegram's.</summary>
    public TimeSpan WebhookPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Shows a clock panel on the page; null hides it.</summary>
    public IClockControls? Clock { get; init; }

    /// <summary>Suggestions on the page; null hides them. Asked anew on each visit.</summary>
    public Func<DemoGuide>? Guide { get; init; }

    /// <summary>Told of each thing that a visitor does on the page in a person's place, before it is done, with the person's user id.</summary>
    public Action<long>? VisitorActs { get; init; }
}
