using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>Puts the stages together for a message that is no chain: whom, what, and whether it is safe to take.</summary>
internal static class MessageReader
{
    public static TextReading Read(Message message)
    {
        var people = People.Read(message);
        var numbers = Temperatures.Read(message);
        numbers.RemoveAll(n => people.Signature[n.Token]);
        var entries = Entries.Build(message, people, numbers, out var forAll);
        return Intent.Decide(message, people, numbers, entries, forAll);
    }
}
