using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <content>Seat numbers: 5号 36.4, 学号12.</content>
internal sealed partial class People
{
    // 5号 36.4, #5 36.4, 学号5：36.4, No.5 36.4; but not 5号从武汉回来.
    private (int Last, string Name)? SeatNumber(int at)
    {
        var tokens = _message.Tokens;
        var number = tokens[at].Kind == TokenKind.Number ? at : -1;
        var marked = false;
        if (number < 0)
        {
            var isHash = tokens[at].Kind == TokenKind.Mark && _message.First(at) == '#';
            if (!isHash && !_message.Is(at, Term.SeatWord)) return null;
            number = at + 1;
            while (number < tokens.Count && tokens[number].Kind == TokenKind.Mark && _message.First(number) is '.' or ':' or '#')
                number++;
            marked = true;
        }

        if (number >= tokens.Count || tokens[number] is not { Kind: TokenKind.Number, Form: NumberForm.Integer } seat
            || seat.Hundredths is 0 or > 9900 || seat.HasDegrees)
            return null;
        var last = number;
        if (_message.Is(last + 1, Term.NumberSign) && tokens[last].End == tokens[last + 1].Start)
        {
            last++;
            marked = true;
        }

        if (!marked || last + 1 >= tokens.Count) return null;
        var after = last + 1;
        while (after < tokens.Count
            && (tokens[after].Is(WordClass.Child | WordClass.SignedFor | WordClass.Thermo | WordClass.Site | WordClass.Today | WordClass.Filler)
                || tokens[after].Kind == TokenKind.LineEnd || (tokens[after].Kind == TokenKind.Mark && _message.First(after) is ':' or ',')))
            after++;
        // 5号36.5，11号请假
        var told = after < tokens.Count && (tokens[after] is { Kind: TokenKind.Number, Form: not NumberForm.Foreign }
            || (tokens[after].Is(WordClass.Absence | WordClass.NotMeasured)
                && (_message.Context.Setting == ReadingSetting.GroupJielong || (Found.Count > 0 && Found[^1].Name[0] == '#'))));
        if (!told) return null;
        return (last, "#" + (seat.Hundredths / 100).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // 姓名王小明学号12体温36.4
    private bool FollowsName(int at)
    {
        var before = at - 1;
        while (before >= 0 && !Signature[before] && (_message.Is(before, TokenKind.Mark) || _message.Is(before, WordClass.ClassWord)))
            before--;
        return before >= 0 && Found.Count > 0 && Found[^1].Token == before;
    }
}
