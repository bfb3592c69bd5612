namespace CheckinBot.Demo.Families;

/// <summary>The habits, one method each.</summary>
internal sealed partial class HouseholdDay
{
    private async Task Complete(TimeOnly at)
    {
        await Until(at);
        await Say(Wording.Complete(tenths, Child.Language, draw), new Facts(tenths));
    }

    private async Task NumberOnly()
    {
        await Until(Early());
        await Say(Wording.NumberOnly(tenths, Child.Language, draw), new Facts(tenths));
    }

    private async Task RepliesToCard()
    {
        var card = await life.Board.Card(Group.ChatId).WaitAsync(cancellationToken);
        await Until(Around(6, 36, spread: 25));
        phone.WriteInGroup(Group.ChatId, $"{Wording.Degrees(tenths)} 没外出", card);
        await Told(new Facts(tenths));
    }

    private async Task PressesCard()
    {
        await Until(Around(6, 33, spread: 30));
        var card = await life.Board.Card(Group.ChatId).WaitAsync(cancellationToken);
        var button = card.Buttons.SelectMany(row => row).First();
        phone.Forget();
        phone.Press(card, button);

        // The in-group keyboard offers usual values; the private chat takes any.
        await Told(new Facts(365));
    }

    private async Task NamesInGroup()
    {
        await Until(Early());
        phone.WriteInGroup(Group.ChatId, $"{Child.Name} {Wording.Degrees(tenths)} 没外出");
        await Told(new Facts(tenths));
    }

    private async Task JoinsChain()
    {
        await Until(Around(6, 48, spread: 50));
        phone.WriteInGroup(Group.ChatId, Group.Chain(day.Day, $"{Child.Name} {Wording.Degrees(tenths)} {(draw.Next(2) == 0 ? "未外出" : "在家")}"));
        await Told(new Facts(tenths));
    }

    /// <summary>Answers the first message of the bot after this time: a reminder, or the class teacher's nudge.</summary>
    private async Task AfterMessage(TimeOnly from, int minutes)
    {
        await Until(from.Add(TimeSpan.FromMinutes(-1)));
        phone.Forget();
        if (await phone.Next(TimeSpan.FromHours(1), cancellationToken) is null) return;
        await day.Pause(TimeSpan.FromMinutes(1 + (minutes * draw.NextDouble())), cancellationToken);
        await Say(Wording.Complete(tenths, Child.Language, draw), new Facts(tenths));
    }

    private async Task WrongNumber()
    {
        await Until(Early());
        phone.Write("63.5");
        if (await phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await phone.Think(40, cancellationToken);
        await Say("36.5 没外出", new Facts(365));
    }

    private async Task NoPoint()
    {
        await Until(new TimeOnly(7, 29));
        phone.Forget();
        if (await phone.Next(TimeSpan.FromHours(1), cancellationToken) is null) return;
        await phone.Think(200, cancellationToken);
        await Say("365", new Facts(365));
    }

    private async Task TwoChildren()
    {
        await Until(Early());
        var second = Normal(draw);
        phone.Write($"{Child.Name}{Wording.Degrees(tenths)}，{life.Home.Pupils[1].Name}{Wording.Degrees(second)}，都没外出");
        Tell(life.Home.Pupils[1], new Facts(second));
        await Told(new Facts(tenths));
    }

    private async Task OneOfTwo()
    {
        await Until(Early());
        var second = Normal(draw);
        phone.Write($"{Child.Name}{Wording.Degrees(tenths)}没外出，{life.Home.Pupils[1].Name}还没量");
        Tell(Child, new Facts(tenths));
        await Until(Around(7, 40));
        phone.Write($"{life.Home.Pupils[1].Name} {Wording.Degrees(second)} 没外出");
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
        var facts = new Facts(tenths) { Place = Child.Number[0] == '3' ? "郑州" : "武汉" };
        if (Child.Number[0] == '3')
            await Say($"{Wording.Degrees(tenths)}，昨天从郑州回来", facts);
        else
            await Say(Wording.Degrees(tenths), facts, said: new Facts(tenths));
    }

    private async Task EditsMessage()
    {
        await Until(Around(6, 42));
        var message = phone.Write("37.6 没外出");
        Tell(Child, new Facts(376));
        await phone.Next(TimeSpan.FromMinutes(5), cancellationToken);
        await phone.Think(30, cancellationToken);
        phone.Edit(message, "36.7 没外出");
        await Told(new Facts(367));
    }

    private async Task NoThermometer()
    {
        await Until(Around(7, 0));
        phone.Write("体温计坏了，摸着不烫");
        await Until(Around(9, 5));
        await Say($"借到体温计了，{Wording.Degrees(tenths)} 没外出", new Facts(tenths));
    }

    private async Task OnLeave()
    {
        await Until(Around(7, 5));
        await Say("今天请假，感冒了", new Facts(null) { OnLeave = true });
    }

    private async Task SendsPhoto()
    {
        await Until(Around(6, 45, spread: 20));
        phone.SendPhoto(ThermometerPhoto.Png(tenths));
        if (await phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await phone.Think(60, cancellationToken);
        await Say(Wording.Complete(tenths, Child.Language, draw), new Facts(tenths));
    }

    private async Task BothAnswer()
    {
        await Complete(Around(6, 40));
        await Until(Around(7, 10));
        life.Phones[1].Write(Wording.InWords(tenths));
    }

    private async Task Later()
    {
        await Until(Around(6, 58));
        phone.Write("晚点发，开车呢");
        await Complete(Around(7, 50));
    }

    private async Task NeedsHelp()
    {
        await Until(Around(6, 45));
        phone.Write("我不会弄这个");
        if (await phone.Next(TimeSpan.FromMinutes(10), cancellationToken) is null) return;
        await phone.Think(90, cancellationToken);
        await Say(Wording.InWords(tenths), new Facts(tenths));
    }

    private async Task Undoes()
    {
        await Complete(Around(6, 52));
        await phone.Think(120, cancellationToken);
        phone.Write("/undo");
        life.Told.TakeBack(Child.ClassPath, Child.Number);
        await phone.Next(TimeSpan.FromMinutes(10), cancellationToken);
        await phone.Think(60, cancellationToken);
        await Say("36.3 没外出", new Facts(363));
    }

    /// <param name="said">What of the facts the text says; null for all.</param>
    private Task Say(string text, Facts facts, Facts? said = null)
    {
        phone.Write(text);
        return Answer(Child, facts, said ?? facts);
    }

    private Task Told(Facts facts) => Answer(Child, facts, facts);
}
