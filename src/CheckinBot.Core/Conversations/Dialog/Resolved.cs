using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>The entries of a message, sorted by how clear it is whom they mean.</summary>
internal sealed class Resolved
{
    public List<(Subject Subject, ReadingEntry Entry)> Clear { get; } = [];

    public List<(ReadingEntry Entry, IReadOnlyList<Subject> Candidates)> Unclear { get; } = [];

    public List<string> NotYours { get; } = [];

    public void Add(IEnumerable<Subject> subjects, ReadingEntry entry) => Clear.AddRange(subjects.Select(subject => (subject, entry)));
}
