using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <content>What happens, drawn by the seed: who says what, who thinks better of it, and what schools do besides.</content>
internal sealed partial class PlayedWeek
{
    private const long Leaver = 35, Mover = 31;

    private const string Morning = CheckInWindow.Morning, Noon = SlotSchedule.NoonId;

    private static readonly Meant Well = new() { Degrees = [36.5], Away = false };

    /// <summary>How people write in the morning, and what they mean.</summary>
    private static readonly (string Text, Meant Meant)[] Openings =
    [
        ("36.5 没外出", Well),
        ("36度4，没出门", Well with { Degrees = [36.4] }),
        ("98.2F 没外出", Well with { Degrees = [36.8] }),
        ("36.4", new() { Degrees = [36.4] }),
        ("37.9 没外出", new() { Degrees = [37.9], Away = false }),
        ("38.2 咳嗽 没外出", new() { Degrees = [38.2], Symptom = true, Away = false }),
        ("36.7 头痛 没外出", new() { Degrees = [36.7], Symptom = true, Away = false }),
        ("36.6 昨天从武汉回来", new() { Degrees = [36.6], Away = true, InKeyArea = true }),
        ("36.6 昨天从长沙回来", new() { Degrees = [36.6], Away = true }),
        ("36.5 没外出，在居家隔离", Well with { Isolated = true }),
        // Influenza is a column of the morning check as well: it counts as a symptom too.
        ("36.5 没外出 得了流感", Well with { Diagnosed = true, Symptom = true }),
        ("没外出", new() { Away = false }),
        ("没有体温计", new()),
        ("今天不到校", new() { Absent = true, WithoutReason = true }),
        ("今天请假，有事", new() { Absent = true }),
        ("发烧38.5，今天在家休息不去学校", new() { Degrees = [38.5], Absent = true, IllAtHome = true }),
    ];

    private readonly Dictionary<long, (int Message, DateTimeOffset Sent)> _written = [];

    /// <summary>A day of all, up to four in the afternoon.</summary>
    public async Task Play(DateOnly day)
    {
        var number = day.DayNumber - Monday.DayNumber;
        await Until(day, "06:40");
        if (number > 0) await LateFrom(day.AddDays(-1));
        if (number == 3)
        {
            await Command(UserOf(SecondOfficer), "settings", $"放假 {day:yyyy-MM-dd}");
            Ledger.HasHoliday(SecondSchool, day);
        }

        await Until(day, "07:00");
        foreach (var person in Places.Keys.Where(person => person != Leaver || number < 2))
        {
            await Answers(person, day);
            if (number > 0 && !(IsHoliday(number - 1) && PlaceSchool(person) == SecondSchool) && _random.Next(8) == 0) await TellsOfYesterday(person, day);
        }

        await Staff(day, number);
        await Until(day, "12:40");
        foreach (var person in Places.Keys.Where(person => person != Leaver || number < 2)) await InTheAfternoon(person, day);
        await Until(day, "16:00");
    }

    private async Task Answers(long person, DateOnly day)
    {
        _written.Remove(person);
        if (_random.Next(7) == 0) return;
        var (text, meant) = Openings[_random.Next(Openings.Length)];
        var sent = school.Time.GetUtcNow();
        var message = await Say(UserOf(person), text);
        Ledger[person, day, Morning] = meant;
        school.Time.Advance(TimeSpan.FromMinutes(2));
        switch (_random.Next(14))
        {
            case 0:
                await Command(UserOf(person), "undo");
                Ledger[person, day, Morning] = null;
                break;
            case 1:
                await Edit(UserOf(person), message, "36.9 没外出", sent);
                Ledger[person, day, Morning] = Well with { Degrees = [36.9] };
                break;
            case 2:
                // A mere reaction: the same words once more.
                await Edit(UserOf(person), message, text, sent);
                break;
            case 3 when !meant.Absent:
                await Say(UserOf(person), "刚才发错了，是36.7");
                Ledger[person, day, Morning] = meant with { Degrees = [36.7] };
                break;
            case 4:
                await ForwardPicture(UserOf(person), "39.5 没外出");
                await Forward(UserOf(person), "39.6 从武汉回来");
                break;
            case 5 when meant is { Symptom: true, Degrees: [38.2] }:
                await Say(UserOf(person), "没有咳嗽，刚才说错了");
                Ledger[person, day, Morning] = meant with { Symptom = false };
                break;
            case 6 when meant.Away is null && !meant.Absent:
                await Say(UserOf(person), "没外出");
                Ledger[person, day, Morning] = meant with { Away = false };
                break;
            case 7 when !meant.Absent:
                await Say(UserOf(person), "又量了一次，37.8");
                Ledger[person, day, Morning] = meant with { Degrees = [.. meant.Degrees, 37.8] };
                break;
            case 8 when meant is { Symptom: true, Degrees: [38.2] }:
                await Say(UserOf(person), "不咳了");
                Ledger[person, day, Morning] = meant with { Symptom = false };
                break;
            case 9:
                await Command(UserOf(person), "undo");
                await Command(UserOf(person), "undo");
                await Say(UserOf(person), "36.3 没外出");
                Ledger[person, day, Morning] = Well with { Degrees = [36.3] };
                break;
            case 10:
                await Edit(UserOf(person), message, "37.7 没外出", sent);
                school.Time.Advance(TimeSpan.FromMinutes(1));
                await Edit(UserOf(person), message, "36.7 没外出", sent);
                Ledger[person, day, Morning] = Well with { Degrees = [36.7] };
                break;
            case 11 when !meant.Absent:
                // It is edited only after the noon check has begun.
                _written[person] = (message, sent);
                break;
            case 12 when person == Mover && !meant.Absent:
                await Say(ScheduledSchool.FatherOfMing, "36.8 没外出");
                Ledger[person, day, Morning] = meant with { Degrees = [.. meant.Degrees, 36.8], Away = false, InKeyArea = false };
                break;
        }
    }

    // A fever of yesterday that is told this morning is a fact of yesterday.
    private async Task TellsOfYesterday(long person, DateOnly day)
    {
        if (_written.ContainsKey(person) || Ledger[person, day, Morning] is { Absent: true }) return;
        await Say(UserOf(person), "昨天38.4，今天36.6 没外出");
        var (today, yesterday) = (Ledger[person, day, Morning], Ledger[person, day.AddDays(-1), Morning]);
        Ledger[person, day, Morning] = (today ?? new()) with { Degrees = [.. today?.Degrees ?? [], 36.6], Away = false, InKeyArea = false };
        Ledger[person, day.AddDays(-1), Morning] = (yesterday ?? new()) with { Degrees = [38.4, .. yesterday?.Degrees ?? []] };
    }

    private async Task InTheAfternoon(long person, DateOnly day)
    {
        var told = Ledger[person, day, Morning];
        var hasNoon = PlaceSchool(person) == FirstSchool;
        if (told is { Absent: true })
        {
            // What holds in the morning holds at noon until somebody says otherwise.
            if (hasNoon) Ledger[person, day, Noon] = new() { Absent = true, WithoutReason = told.WithoutReason, IllAtHome = told.IllAtHome };
            return;
        }

        if (_written.TryGetValue(person, out var written))
        {
            await Edit(UserOf(person), written.Message, "36.2 没外出", written.Sent);
            Ledger[person, day, Morning] = told = Well with { Degrees = [36.2] };
        }

        if (_random.Next(3) == 0) return;
        var degrees = _random.Next(4) == 0 ? 38.1 : 36.9;
        await Say(UserOf(person), degrees > 37 ? "38.1" : "吃了退烧药，36.9");
        if (hasNoon) Ledger[person, day, Noon] = new Meant { Degrees = [degrees], Away = told?.Away, InKeyArea = told?.InKeyArea == true };
        else Ledger[person, day, Morning] = (told ?? new()) with { Degrees = [.. told?.Degrees ?? [], degrees] };
    }

    // A message that the bot gets on the next morning only belongs to the evening on which it was sent.
    private async Task LateFrom(DateOnly yesterday)
    {
        var (person, slot) = ((long)62, Morning);
        if (Ledger[person, yesterday, slot] is not null) return;
        await Say(UserOf(person), "37.6 没外出", ScheduledSchool.Instant($"{yesterday:yyyy-MM-dd} 20:00"));
        Ledger[person, yesterday, slot] = new() { Degrees = [37.6], Away = false };
    }

    private async Task Staff(DateOnly day, int number)
    {
        await Until(day, "09:40");
        // Who owes the answer about travel is let off by name, of one class.
        foreach (var pupil in (long[])[61, 62])
        {
            if (Ledger[pupil, day, Morning] is not { Reported: true, Away: null } told || IsHoliday(number)) continue;
            await Press(UserOf(63), Verbs.TravelFor, ButtonData.Number(ThirdClass), ButtonData.Number(pupil), "u");
            Ledger[pupil, day, Morning] = told with { TravelWaived = true };
        }

        // A classmate's parent tells of others: it counts for their own child alone.
        if (Ledger[34, day, Morning] is null && Ledger[32, day, Morning] is null)
        {
            await SayInGroup(UserOf(34), "#接龙\n1. 韩梅梅 36.6 没外出\n2. 王小红 39.1 没外出");
            Ledger[34, day, Morning] = new() { Degrees = [36.6], Away = false };
        }

        // The class teacher reports for a silent family.
        if (Ledger[32, day, Morning] is null)
        {
            await Command(UserOf(33), "report", "王小红 36.8 没外出");
            Ledger[32, day, Morning] = Well with { Degrees = [36.8] };
        }

        switch (number)
        {
            case 1:
                await Transfer(Mover, "1", FirstClass, SecondClass);
                Ledger.Moves(Mover, day, SecondClass);
                break;
            case 2:
                await school.Write(session => session.Execute("update person set active = false where id = 35", null, default));
                Ledger.Leaves(Leaver);
                break;
            case 4:
                // A class that is let off, and a school that is closed for the day: nobody is asked, and who is missing stays missing.
                await Press(UserOf(Officer), Verbs.Waive, ButtonData.Number(SecondClass), ButtonData.Day(day), ButtonData.Number((int)WaiverReason.Outing));
                await Press(UserOf(Official), Verbs.Waive, ButtonData.Number(SecondSchool), ButtonData.Day(day), ButtonData.Number((int)WaiverReason.Power));
                break;
        }
    }

    private static bool IsHoliday(int number) => number == 3;

    private static long PlaceSchool(long person) => Places[person] switch
    {
        SecondSchool or ThirdClass => SecondSchool,
        County => County,
        _ => FirstSchool,
    };
}
