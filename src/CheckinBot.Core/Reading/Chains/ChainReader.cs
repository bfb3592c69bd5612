using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Reading.Verdicts;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>Reads a chain: its header says what it is about, each line is of one person.</summary>
internal sealed class ChainReader
{
    private const WordClass OtherHeader = WordClass.OtherTopic | WordClass.OtherUnit | WordClass.OtherCue | WordClass.OtherMatter;

    private readonly Chain _chain;
    private readonly ReadingContext _context;
    private readonly KnownNames _known;
    private readonly ChainColumns _columns = new();
    private readonly List<ReadingEntry> _entries = [];
    private readonly List<string> _doubtful = [];
    private int _good, _bad;
    private bool _measured;

    // 李雷, and on the next line 36.9
    private string? _nameAbove;

    private ChainReader(Chain chain, ReadingContext context, KnownNames known) =>
        (_chain, _context, _known) = (chain, context with { Setting = ReadingSetting.GroupJielong }, known);

    public static TextReading Read(string text, ReadingContext context, KnownNames known)
    {
        var reader = new ChainReader(Chain.Parse(text), context, known);
        var (saysTemperature, saysOther) = reader.About();
        if (saysOther && !saysTemperature) return TextReading.NotCheckin;
        // One numbered line in a group may be anything; it is read as strictly as free text.
        if (context.Setting == ReadingSetting.Group && reader._chain is { IsNumbered: true, Lines: [var only], Header: [] })
            return MessageReader.Read(Message.Of(only.Text, context, known));
        foreach (var line in reader._chain.Lines) reader.Take(line);
        return reader.Result(saysTemperature);
    }

    private void Take(ChainLine line)
    {
        var message = Message.Of(line.Text, _context, _known);
        if (message.Any(WordClass.Sample)) return;
        var (body, told) = _columns.Split(message, line.Text);
        if (!ReferenceEquals(body, line.Text)) message = Message.Of(body, _context, _known);
        _measured |= TellsValue(message);
        var reading = MessageReader.Read(message);
        if (_nameAbove is not null && reading is { Kind: ReadingKind.Checkin, Entries: [{ Name: null }] })
        {
            _entries.RemoveAt(_entries.Count - 1);
            message = Message.Of(_nameAbove + " " + line.Text, _context, _known);
            reading = MessageReader.Read(message);
        }

        reading = Named(reading, message);
        _nameAbove = null;
        if (reading.Kind is ReadingKind.Checkin or ReadingKind.CheckinMany or ReadingKind.Partial)
        {
            _good++;
            _entries.AddRange(reading.Entries.Count == 1 ? [_columns.AtHome(MergedEntries.Of(reading.Entries[0], told))] : reading.Entries);
        }
        else if (reading.Kind == ReadingKind.NotCheckin && MessageReader.NameOnly(message) is { } blank)
        {
            _entries.Add(blank);
            _nameAbove = _chain.IsNumbered ? null : line.Text;
        }
        else
        {
            _bad++;
            if (reading.Kind == ReadingKind.AskAgain || _chain.IsNumbered) _doubtful.Add(line.Typed);
            // 3. 林志明 已到校: of him, though nothing is told that can be taken.
            if (reading.Kind == ReadingKind.AskAgain) _entries.AddRange(reading.Entries);
            else if (_chain.IsNumbered && MessageReader.Owner(message) is { } owner) _entries.Add(owner);
        }
    }

    private TextReading Result(bool saysTemperature)
    {
        if (_good == 0 && _bad == 1 && _entries is [{ LikelyTenths: not null }])
            return new(ReadingKind.AskAgain, _entries) { DoubtfulLines = _doubtful, Hint = ReadingHint.Implausible };
        // 园游会接龙 1. 王小明 36: whole numbers under a header that speaks of no temperature may be anything.
        var isOfOther = !saysTemperature && _chain.Header.Count > 0 && !_measured;
        // Without a header that says so, most of the lines must be of temperatures.
        return isOfOther || _good == 0 || (!saysTemperature && _bad > _good)
            ? TextReading.NotCheckin
            : new(ReadingKind.CheckinMany, Latest(_entries)) { DoubtfulLines = _doubtful };
    }

    // A value of a body, or a word for one; 98.5 alone may be a mark.
    private static bool TellsValue(Message message) =>
        message.Any(WordClass.Thermo | WordClass.Site | WordClass.CelsiusUnit)
        || message.Tokens.Exists(t => t.Kind == TokenKind.Number && ((t.Form == NumberForm.Decimal && t.Hundredths < 4500) || t.HasDegrees));

    // 1. 齐心36.6: of somebody whom the line begins with, if it is a list of several.
    private TextReading Named(TextReading reading, Message message)
    {
        if (_chain is { IsNumbered: false, Lines.Count: < 2 } || message.People.Found.Count > 0 || reading.Entries is [{ Name: not null }, ..]
            || ChainLead.Of(message) is not var (name, rest))
            return reading;
        var told = MessageReader.Read(Message.Of(rest, _context, _known));
        return told is { Kind: ReadingKind.Checkin, Entries: [{ Name: null, TemperatureTenths: not null } only] }
            ? told with { Entries = [only with { Name = name }] }
            : reading;
    }

    private (bool Temperature, bool Other) About()
    {
        var (temperature, other) = (false, false);
        foreach (var line in _chain.Header)
        {
            var message = Message.Of(line, _context, _known);
            _columns.Add(message);
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
