using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Reading.Verdicts;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>Reads a chain: its header says what it is about, each line is of one person.</summary>
internal static class ChainReader
{
    private const WordClass OtherHeader = WordClass.OtherTopic | WordClass.OtherUnit | WordClass.OtherCue | WordClass.OtherMatter;

    public static TextReading Read(string text, ReadingContext context, KnownNames known)
    {
        var lineContext = context with { Setting = ReadingSetting.GroupJielong };
        var chain = Chain.Parse(text);
        var columns = new ChainColumns();
        var (saysTemperature, saysOther) = About(chain, lineContext, known, columns);
        // One numbered line in a group may be anything; it is read as strictly as free text.
        if (saysOther && !saysTemperature) return TextReading.NotCheckin;
        if (context.Setting == ReadingSetting.Group && chain is { IsNumbered: true, Lines.Count: 1, Header.Count: 0 })
            return MessageReader.Read(Message.Of(chain.Lines[0].Text, context, known));
        var (entries, doubtful) = (new List<ReadingEntry>(), new List<string>());
        var (good, bad, measured, nameAbove) = (0, 0, false, (string?)null);
        foreach (var line in chain.Lines)
        {
            var message = Message.Of(line.Text, lineContext, known);
            if (message.Any(WordClass.Sample)) continue;
            var (body, told) = columns.Split(message, line.Text);
            if (!ReferenceEquals(body, line.Text)) message = Message.Of(body, lineContext, known);
            measured |= TellsValue(message);
            var reading = MessageReader.Read(message);
            // 李雷, and on the next line 36.9
            if (nameAbove is not null && reading is { Kind: ReadingKind.Checkin, Entries: [{ Name: null }] })
            {
                entries.RemoveAt(entries.Count - 1);
                reading = MessageReader.Read(message = Message.Of(nameAbove + " " + line.Text, lineContext, known));
            }

            reading = Named(reading, message, chain, lineContext, known);
            nameAbove = null;
            if (reading.Kind is ReadingKind.Checkin or ReadingKind.CheckinMany or ReadingKind.Partial)
            {
                good++;
                entries.AddRange(reading.Entries.Count == 1 ? [columns.AtHome(MergedEntries.Of(reading.Entries[0], told))] : reading.Entries);
                continue;
            }

            var blank = MessageReader.NameOnly(message);
            if (blank is not null && reading.Kind == ReadingKind.NotCheckin)
            {
                entries.Add(blank);
                nameAbove = chain.IsNumbered ? null : line.Text;
                continue;
            }

            bad++;
            if (reading.Kind == ReadingKind.AskAgain || chain.IsNumbered) doubtful.Add(line.Typed);
            if (reading.Kind == ReadingKind.AskAgain) entries.AddRange(reading.Entries);
            // 3. 林志明 已到校: of him, though nothing is told that can be taken.
            else if (chain.IsNumbered && MessageReader.Owner(message) is { } owner)
                entries.Add(owner);
        }

        if (good == 0 && bad == 1 && entries.Count == 1 && entries[0].LikelyTenths is not null)
            return new(ReadingKind.AskAgain, entries) { DoubtfulLines = doubtful, Hint = ReadingHint.Implausible };
        // 园游会接龙 1. 王小明 36: whole numbers under a header that speaks of no temperature may be anything.
        if (!saysTemperature && chain.Header.Count > 0 && !measured) return TextReading.NotCheckin;
        // Without a header that says so, most of the lines must be of temperatures.
        if (good == 0 || (!saysTemperature && bad > good)) return TextReading.NotCheckin;
        return new(ReadingKind.CheckinMany, Latest(entries)) { DoubtfulLines = doubtful };
    }

    // A value of a body, or a word for one; 98.5 alone may be a mark.
    private static bool TellsValue(Message message) =>
        message.Any(WordClass.Thermo | WordClass.Site | WordClass.CelsiusUnit)
        || message.Tokens.Exists(t => t.Kind == TokenKind.Number && ((t.Form == NumberForm.Decimal && t.Hundredths < 4500) || t.HasDegrees));

    // 1. 齐心36.6: of somebody whom the line begins with, if it is a list of several.
    private static TextReading Named(TextReading reading, Message message, Chain chain, ReadingContext context, KnownNames known)
    {
        if (chain is { IsNumbered: false, Lines.Count: < 2 } || message.People.Found.Count > 0 || reading.Entries is [{ Name: not null }, ..]
            || ChainLead.Of(message) is not var (name, rest))
            return reading;
        var told = MessageReader.Read(Message.Of(rest, context, known));
        return told is { Kind: ReadingKind.Checkin, Entries: [{ Name: null, TemperatureTenths: not null } only] }
            ? told with { Entries = [only with { Name = name }] }
            : reading;
    }

    private static (bool Temperature, bool Other) About(Chain chain, ReadingContext context, KnownNames known, ChainColumns columns)
    {
        var (temperature, other) = (false, false);
        foreach (var line in chain.Header)
        {
            var message = Message.Of(line, context, known);
            columns.Add(message);
            temperature |= message.Any(WordClass.Thermo | WordClass.Site);
            other |= !message.Any(WordClass.Sample)
                && message.Tokens.Where((token, i) => token.Is(OtherHeader) && !SaysWhen(message, i) && !message.Is(i, Term.PersonCount)).Any();
        }

        return (temperature, other);
    }

    // 返校前14天监测·第9天
    private static bool SaysWhen(Message message, int at) =>
        message.Is(at, Term.Ordinal) || Periods.IsOfTime(message.Span(at));

    // The later line of a child is the correction of the earlier one.
    private static List<ReadingEntry> Latest(List<ReadingEntry> entries)
    {
        var latest = new List<ReadingEntry>();
        var places = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            if (entry.Name is not null && places.TryGetValue(entry.Name, out var at))
            {
                latest[at] = entry.TemperatureTenths is null && latest[at].TemperatureTenths is not null ? latest[at] : entry with { Remeasured = true };
                continue;
            }

            if (entry.Name is not null) places.Add(entry.Name, latest.Count);
            latest.Add(entry);
        }

        return latest;
    }
}
