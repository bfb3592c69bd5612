namespace CheckinBot.Telegram;

/// <summary>
/// How long Telegram asks to wait (<c>retry_after</c>), as far as it is obeyed: to the second up to five minutes. Telegram names no longest
/// pause; asking once in five minutes costs one refused call, and a pause that is really longer is asked for again then.
/// </summary>
public static class AskedPause
{
    /// <summary>The longest pause that is made of one answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="seconds">What the answer says; null where it does not tell, which is one second.</param>
    public static TimeSpan Of(int? seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds ?? 1, 0, (int)Longest.TotalSeconds));
}
