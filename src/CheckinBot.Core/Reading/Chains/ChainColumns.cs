using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>
/// The yes-or-no columns that the header of a chain asks for (姓名+体温+是否外出), and their answers at the end of a line (36.5 否).
/// </summary>
internal sealed class ChainColumns
{
    private readonly List<bool> _isTravel = [];
    private string? _place;

    /// <summary>Takes the columns of one more line of the header.</summary>
    public void Add(Message header)
    {
        for (var i = 0; i < header.Tokens.Count; i++)
        {
            if (!header.Is(i, Term.Whether)) continue;
            var travel = false;
            for (var k = i + 1; k < header.Tokens.Count && header.Tokens[k].Kind is not (TokenKind.Mark or TokenKind.LineEnd); k++)
            {
                travel |= header.Is(k, WordClass.Leave | WordClass.Away) || header.Is(k, TokenKind.Place);
                if (header.Is(k, TokenKind.Place)) _place ??= header.Typed(k);
            }

            _isTravel.Add(travel);
        }
    }

    /// <summary>The entry with what the columns of its line tell of travel; as it was where they do not fit the header.</summary>
    public ReadingEntry Fill(ReadingEntry entry, Message line)
    {
        var column = _isTravel.IndexOf(true);
        if (column < 0 || entry.Travel != Travel.Unknown || Answers(line) is not { } answers || answers.Count != _isTravel.Count)
            return entry;
        return answers[column] ? entry with { Travel = Travel.Yes, Place = _place } : entry with { Travel = Travel.No };
    }

    private static List<bool> Answers(Message line)
    {
        var answers = new List<bool>();
        for (var i = line.Tokens.Count - 1; i >= 0; i--)
        {
            if (line.Is(i, TokenKind.Mark)) continue;
            if (line.Is(i, Term.AnswerNo))
                answers.Insert(0, false);
            else if (line.Is(i, Term.AnswerYes))
                answers.Insert(0, true);
            else
                break;
        }

        return answers;
    }
}
