using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>王小明36.5，一切安好: what only looks like a name, behind a reading, among words that tell nothing of a person.</summary>
internal static class StrayNames
{
    private const WordClass Telling = WordClass.NotMeasured | WordClass.Later | WordClass.Symptom | WordClass.Absence
        | WordClass.Isolation | WordClass.Home | WordClass.NotOut
        | WordClass.Normal | WordClass.Recovered | WordClass.Doctor | WordClass.Leave | WordClass.Went | WordClass.Back | WordClass.From
        | WordClass.And | WordClass.Both | WordClass.All | WordClass.ChildName;

    public static void Drop(Message message, People people)
    {
        var end = message.Tokens.Count;
        for (var i = people.Found.Count - 1; i >= 0; i--)
        {
            var named = people.Found[i];
            if ((i > 0 ? named.Known < 0 : !NameCredit.IsTrusted(message, named)) && IsStray(message, people, named.Token, end))
                people.Found.RemoveAt(i);
            end = named.Token;
        }
    }

    private static bool IsStray(Message message, People people, int name, int end)
    {
        for (var i = name; i < end; i++)
        {
            if (message.Tokens[i].Kind is TokenKind.Number or TokenKind.Place || message.Is(i, Telling) || message.Is(i, Term.Too))
                return false;
        }

        // A name that stands alone, or before any reading, is somebody: 王小明36.5，李雷
        var amongWords = Enumerable.Range(name, end - name).Any(i => !people.Signature[i] && message.SameClause(i, name) && IsOtherWord(message.Tokens[i]));
        for (var i = name - 1; i >= 0; i--)
        {
            if (message.Is(i, TokenKind.Number)) return amongWords;
            amongWords |= message.SameClause(i, name) && IsOtherWord(message.Tokens[i]);
        }

        return false;
    }

    private static bool IsOtherWord(Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Unknown && !token.Is(WordClass.SignedFor | WordClass.Relation | WordClass.ClassWord);
}
