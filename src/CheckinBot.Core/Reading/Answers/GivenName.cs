using CheckinBot.Core.Reading.Clauses;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>How a person is called in a friendly word.</summary>
public static class GivenName
{
    /// <summary>The first word of an English name whose first word is a given name (Oliver Whitcombe); every other name whole.</summary>
    public static string Of(string name) => name.IndexOf(' ') is var space and > 0 && NameCredit.IsGivenLatin(name[..space]) ? name[..space] : name;
}
