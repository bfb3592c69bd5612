using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>
/// The columns that the header of a chain asks for (姓名+体温+是否外出; 孩子体温 家长体温), and the answers of the yes-or-no ones at the end of
/// a line (36.5 否; 36.3 是 长沙).
/// </summary>
internal sealed class ChainColumns
{
    private const WordClass OfParent = WordClass.Relation;

    private readonly List<Column> _asked = [];
    private readonly List<bool> _isOfParent = [];
    private string? _place;

    private enum Column
    {
        Other,
        Travel,
        Staying,
    }

    /// <summary>Takes the columns of one more line of the header.</summary>
    public void Add(Message header)
    {
        for (var i = 0; i < header.Tokens.Count; i++)
        {
            if (header.Is(i, WordClass.Thermo) && header.Is(i, Term.BodyHeat)) _isOfParent.Add(header.Is(i - 1, OfParent));
            if (header.Is(i, Term.Whether))
                i = AddWhether(header, i) - 1;
            // 旅遊史+體溫
            else if (header.Is(i, Term.TravelHistory) || (header.Is(i, WordClass.Leave) && Lexicon.IsLatin(header.First(i))))
                _asked.Add(Column.Travel);
        }
    }

    /// <summary>The line without the columns that are not of the child's temperature, and what they answer.</summary>
    public (string Text, ReadingEntry Told) Split(Message line, string text)
    {
        var told = new ReadingEntry();
        var end = line.Tokens.Count;
        if (_asked.Count > 0 && Answers(line, ref end) is { } answers && answers.Count == _asked.Count && line.Is(end - 1, TokenKind.Number))
            told = Told(answers);
        else
            end = line.Tokens.Count;
        var values = ValuesOf(line, end);
        if (values.Count > 1 && values.Count == _isOfParent.Count && _isOfParent.IndexOf(false) is var own and >= 0)
        {
            var (first, value) = (line.Tokens[values[0]], line.Tokens[values[own]]);
            return (line.Text.Typed(line.Tokens[0].Start, first.Start) + line.Text.Typed(value.Start, value.End), told);
        }

        return end == line.Tokens.Count ? (text, told) : (line.Text.Typed(line.Tokens[0].Start, line.Tokens[end - 1].End), told);
    }

    /// <summary>是否在郑, 在郑: the place that the header asks for is the home of all.</summary>
    public ReadingEntry AtHome(ReadingEntry entry) =>
        _asked.Contains(Column.Staying) && entry.Travel == Travel.Yes && entry.Place == _place ? entry with { Travel = Travel.No, Place = null } : entry;

    private int AddWhether(Message header, int at)
    {
        var column = Column.Other;
        var end = at + 1;
        for (; end < header.Tokens.Count && header.Tokens[end].Kind is not (TokenKind.Mark or TokenKind.LineEnd); end++)
        {
            if (header.Is(end, WordClass.Leave | WordClass.Away) || (header.Is(end, TokenKind.Place) && column == Column.Other)) column = Column.Travel;
            // 是否在郑: the home of all
            if (header.Is(end, TokenKind.Place) && header.Is(end - 1, WordClass.At)) column = Column.Staying;
            if (header.Is(end, TokenKind.Place)) _place ??= header.Typed(end);
        }

        _asked.Add(column);
        return end;
    }

    private ReadingEntry Told(List<string?> answers)
    {
        var column = _asked.FindIndex(c => c != Column.Other);
        if (column < 0) return new();
        var answer = answers[column];
        if (_asked[column] == Column.Staying) return answer is { Length: 0 } ? new() { Travel = Travel.No } : new();
        return answer is not null ? new() { Travel = Travel.Yes, Place = answer is { Length: > 0 } place ? place : _place } : new() { Travel = Travel.No };
    }

    private static List<int> ValuesOf(Message line, int end)
    {
        var values = new List<int>();
        for (var i = 0; i < end; i++)
        {
            if (line.Is(i, TokenKind.Number) && line.Tokens[i].Form == NumberForm.Decimal) values.Add(i);
        }

        return values;
    }

    // Null for no, empty for yes, a place for yes with the place. The end is moved in front of them.
    private static List<string?> Answers(Message line, ref int end)
    {
        var answers = new List<string?>();
        string? place = null;
        for (var i = end - 1; i >= 0; i--)
        {
            if (line.Is(i, TokenKind.Mark))
                continue;
            if (line.Is(i, TokenKind.Place) && place is null && !line.Signs(i))
                place = line.Typed(i);
            else if (line.Is(i, Term.AnswerNo) && place is null)
                answers.Insert(0, null);
            else if (line.Is(i, Term.AnswerYes))
                (answers, place) = ([place ?? "", .. answers], null);
            else
                break;
            end = i;
        }

        if (place is not null) answers.Insert(0, place);
        return answers;
    }
}
