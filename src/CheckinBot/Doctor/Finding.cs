namespace CheckinBot.Doctor;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="IsFault">Something is to be done.</param>
/// <param name="Text">What was found, and with a fault what to do about it.</param>
internal sealed record Finding(string Subject, bool IsFault, string Text)
{
    public static Finding Ok(string subject, string text) => new(subject, false, text);

    public static Finding Fault(string subject, string text) => new(subject, true, text);

    /// <inheritdoc/>
    public override string ToString() => $"{(IsFault ? "FAULT" : "ok   ")}  {Subject,-13}  {Text}";
}
