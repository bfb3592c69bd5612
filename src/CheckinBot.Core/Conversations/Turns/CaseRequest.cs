using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What <c>/case NAME …</c> asks for: whose cases, and for which reason one is to be opened.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Reason">The words behind the name; empty where there are none.</param>
public sealed record CaseRequest(Subject Subject, string Reason)
{
    /// <summary>Those whose name, or number, begins the words; namesakes of several classes are several.</summary>
    public static IReadOnlyList<CaseRequest> Of(string arguments, IEnumerable<Subject> people)
    {
        var words = arguments.Trim();
        return [.. people.Select(subject => RestAfter(words, subject) is { } rest ? new CaseRequest(subject, rest) : null).OfType<CaseRequest>()
            .GroupBy(one => one.Reason.Length).OrderBy(longest => longest.Key).FirstOrDefault() ?? Enumerable.Empty<CaseRequest>()];
    }

    private static string? RestAfter(string words, Subject subject)
    {
        for (var end = words.Length; end > 0; end = words[..end].TrimEnd().LastIndexOf(' '))
        {
            if (subject.Person.IsCalled(words[..end])) return words[end..].Trim();
        }

        // Chinese is written without a space between the name and the reason.
        var name = NameForm.Of(subject.Person.Name);
        return name.Length >= 2 && name[0] > 0x2E80 && words.StartsWith(name, StringComparison.Ordinal)
            ? words[name.Length..].Trim(' ', '，', ',', '：', ':')
            : null;
    }
}
