using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Tells whether a message is about its own sender (本人36.4).</summary>
public static class SelfMention
{
    /// <summary>The text speaks of the sender.</summary>
    public static bool In(string text) => Terms.In(NormalisedText.Word(text), Term.SelfMention);
}
