using CheckinBot.Core.Buttons;
using CheckinBot.Tests.Conversations;

namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>What a button carries, read alone: it is none of ours, or says the same again once written.</summary>
internal sealed class DataTarget : IFuzzTarget
{
    public string Name => "data";

    public string Try(Random random)
    {
        var typed = random.Next(4) == 0 ? Mutator.Text(random, Examples.Buttons, 200) : ButtonTarget.Carried(random);
        if (ButtonData.Parse(typed) is not { } data) return "none of ours";
        for (var at = 0; at <= data.Arguments.Count; at++)
        {
            if (data.DayAt(at) is { } day && ButtonData.Day(day).Length > 4) throw new InvalidOperationException($"{typed}: no day");
            if (data.NumberAt(at) is { } number && number != long.MinValue && ButtonData.Of(0, "v", ButtonData.Number(number)).NumberAt(0) != number)
                throw new InvalidOperationException($"{typed}: {number} is written as another number");
            _ = data.PageAt(at);
        }

        var again = ButtonData.Parse(data.ToString());
        if (again is not null && (again.Epoch, again.Verb) != (data.Epoch, data.Verb)) throw new InvalidOperationException($"{typed}: {again}");
        return "ours";
    }
}
