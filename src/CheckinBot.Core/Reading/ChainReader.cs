namespace CheckinBot.Core.Reading;

/// <summary>Reads a chain: its header says what it is about, each line is of one person.</summary>
internal static class ChainReader
{
    public static TextReading Read(string text, ReadingContext context, KnownNames known)
    {
        var lineContext = context with { Setting = ReadingSetting.GroupJielong };
        var entries = new List<ReadingEntry>();
        var doubtful = new List<string>();
        var numbered = text.AsSpan().EnumerateLines();
        var hasNumbers = false;
        foreach (var line in numbered)
            hasNumbers |= Chain.NumberLength(line) > 0;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0)
                continue;
            var number = Chain.NumberLength(line);
            if (hasNumbers && number == 0)
            {
                if (IsOtherMatter(Message.Of(line, lineContext, known)))
                    return TextReading.NotCheckin;
                continue;
            }

            var message = Message.Of(line[number..], lineContext, known);
            if (message.Any(WordClass.Sample))
                continue;
            var reading = MessageReader.Read(message);
            if (reading.Kind == ReadingKind.NotCheckin)
            {
                doubtful.Add(line);
                continue;
            }

            if (reading.Kind == ReadingKind.AskAgain)
                doubtful.Add(line);
            entries.AddRange(reading.Entries);
        }

        if (entries.Count == 0)
            return TextReading.NotCheckin;
        return new(ReadingKind.CheckinMany, Latest(entries)) { DoubtfulLines = doubtful };
    }

    private static bool IsOtherMatter(Message message) => !message.Any(WordClass.Sample) && message.Any(WordClass.OtherTopic | WordClass.OtherUnit | WordClass.OtherCue) && !message.Any(WordClass.Thermo);

    // The later line of a child is the correction of the earlier one.
    private static List<ReadingEntry> Latest(List<ReadingEntry> entries)
    {
        var latest = new List<ReadingEntry>();
        foreach (var entry in entries)
        {
            var at = entry.Name is null ? -1 : latest.FindIndex(e => e.Name == entry.Name);
            if (at >= 0)
                latest[at] = entry;
            else
                latest.Add(entry);
        }

        return latest;
    }
}
