namespace CheckinBot.Demo.Families;

/// <summary>The habits, one method each.</summary>
internal sealed partial class HouseholdDay
{
    private async Task Complete(TimeOnly at)
    {
        await Until(at);
        await Say(Wording.Complete(_tenths, Child.Language, draw), new Facts(_tenths));
    }

    private async Task NumberOnly()
    {
        await Until(Early());
        await Say(Wording.NumberOnly(_tenths, Child.Language, draw), new Facts(_tenths));
    }

    private async Task RepliesToCard()
    {
        var card = await life.Board.Card(Group.ChatId).WaitAsync(cancellationToken);
        await Until(Around(6, 36, spread: 25));
        _phone.WriteInGroup(Group.ChatId, $"{Wording.Degrees(_tenths)} 没外出", card);
        await Told(new Facts(_tenths));
    }

    private async Task PressesCard()
    {
        await Until(Around(6, 33, spread: 30));
        var card = await life.Board.Card(Group.ChatId).WaitAsync(cancellationToken);
        var button = card.Buttons.SelectMany(row => row).First();
        _phone.Forget();
        _phone.Press(card, button);

        // The in-group keyboard offers usual values; the private chat takes any.
        await Told(new Facts(365));
    }

    private async Task NamesInGroup()
    {
        await Until(Early());
        _phone.WriteInGroup(Group.ChatId, $"{Child.Name} {Wording.Degrees(_tenths)} 没外出");
        await Told(new Facts(_tenths));
    }

    private async Task JoinsChain()
    {
        await Until(Around(6, 48, spread: 50));
        _phone.WriteInGroup(Group.ChatId, Group.Chain(day.Day, $"{Child.Name} {Wording.Degrees(_tenths)} {(draw.Next(2) == 0 ? "未外出" : "在家")}"));
        await Told(new Facts(_tenths));
    }

    /// <summary>Answers the first message of the bot after this time: a reminder, or the class teacher's nudge.</summary>
    private async Task AfterMessage(TimeOnly from, int minutes)
    {
        await Until(from.Add(TimeSpan.FromMinutes(-1)));
        _phone.Forget();
        if (await _phone.Next(TimeSpan.FromHours(1), cancellationToken) is null) return;
        await day.Pause(TimeSpan.FromMinutes(1 + (minutes * draw.NextDouble())), cancellationToken);
        await Say(Wording.Complete(_tenths, Child.Language, draw), new Facts(_tenths));
    }

    private async Task WrongNumber()
    {
        await Until(Early());
        _phone.Write("63.5");
        if (await _phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await _phone.Think(40, cancellationToken);
        await Say("36.5 没外出", new Facts(365));
    }

    private async Task NoPoint()
    {
        await Until(new TimeOnly(7, 29));
        _phone.Forget();
        if (await _phone.Next(TimeSpan.FromHours(1), cancellationToken) is null) return;
        await _phone.Think(200, cancellationToken);
        await Say("365", new Facts(365));
    }

    private async Task TwoChildren()
    {
        await Until(Early());
        var second = Normal(draw);
        _phone.Write($"{Child.Name}{Wording.Degrees(_tenths)}，{life.Home.Pupils[1].Name}{Wording.Degrees(second)}，都没外出");
        Tell(life.Home.Pupils[1], new Facts(second));
        await Told(new Facts(_tenths));
    }

    private async Task OneOfTwo()
    {
        await Until(Early());
        var second = Normal(draw);
        _phone.Write($"{Child.Name}{Wording.Degrees(_tenths)}没外出，{life.Home.Pupils[1].Name}还没量");
        Tell(Child, new Facts(_tenths));
        await Until(Around(7, 40));
        _phone.Write($"{life.Home.Pupils[1].Name} {Wording.Degrees(second)} 没外出");
        await Answer(life.Home.Pupils[1], new Facts(second), new Facts(second));
    }

    private async Task Fever()
    {
        await Until(Around(6, 50));
        var facts = new Facts(380 + draw.Next(6)) { Coughs = true };
        await Say($"{Wording.Degrees(facts.Tenths!.Value)}，没外出", facts, said: new Facts(facts.Tenths));
    }

    private async Task BackFromTrip()
    {
        await Until(Around(6, 55));
        var facts = new Facts(_tenths) { Place = Child.Number[0] == '3' ? "郑州" : "武汉" };
        if (Child.Number[0] == '3')
            await Say($"{Wording.Degrees(_tenths)}，昨天从郑州回来", facts);
        else
            await Say(Wording.Degrees(_tenths), facts, said: new Facts(_tenths));
    }

    private async Task EditsMessage()
    {
        await Until(Around(6, 42));
        var message = _phone.Write("37.6 没外出");
        Tell(Child, new Facts(376));
        await _phone.Next(TimeSpan.FromMinutes(5), cancellationToken);
        await _phone.Think(30, cancellationToken);
        _phone.Edit(message, "36.7 没外出");
        await Told(new Facts(367));
    }

    private async Task NoThermometer()
    {
        await Until(Around(7, 0));
        _phone.Write("体温计坏了，摸着不烫");
        await Until(Around(9, 5));
        await Say($"借到体温计了，{Wording.Degrees(_tenths)} 没外出", new Facts(_tenths));
    }

    private async Task OnLeave()
    {
        await Until(Around(7, 5));
        await Say("今天请假，感冒了", new Facts(null) { OnLeave = true });
    }

    private async Task SendsPhoto()
    {
        await Until(Around(6, 45, spread: 20));
        _phone.SendPhoto(ThermometerPhoto.Png(_tenths));
        if (await _phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await _phone.Think(60, cancellationToken);
        await Say(Wording.Complete(_tenths, Child.Language, draw), new Facts(_tenths));
    }

    private async Task BothAnswer()
    {
        await Complete(Around(6, 40));
        await Until(Around(7, 10));
        life.Phones[1].Write(Wording.InWords(_tenths));
    }

    private async Task Later()
    {
        await Until(Around(6, 58));
        _phone.Write("晚点发，开车呢");
        await Complete(Around(7, 50));
    }

    private async Task NeedsHelp()
    {
        await Until(Around(6, 45));
        _phone.Write("我不会弄这个");
        if (await _phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await _phone.Think(90, cancellationToken);
        await Say(Wording.InWords(_tenths), new Facts(_tenths));
    }

    private async Task Undoes()
    {
        await Complete(Around(6, 52));
        await _phone.Think(120, cancellationToken);
        _phone.Write("/undo");
        life.Told.TakeBack(Child.ClassPath, Child.Number);
        await _phone.Next(TimeSpan.FromMinutes(10), cancellationToken);
        await _phone.Think(60, cancellationToken);
        await Say("36.3 没外出", new Facts(363));
    }

    /// <param name="said">What of the facts the text says; null for all.</param>
    private Task Say(string text, Facts facts, Facts? said = null)
    {
        _phone.Write(text);
        return Answer(Child, facts, said ?? facts);
    }

    private Task Told(Facts facts) => Answer(Child, facts, facts);
}
