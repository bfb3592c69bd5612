using System.Collections.Concurrent;
using CheckinBot.Demo.Population;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Demo.Families;

/// <summary>Lets everybody in the county live through a school day. Whoever a visitor speaks for falls silent.</summary>
internal sealed class DayOfPeople(
    World world, County county, IReadOnlyList<ClassGroup> groups, Switchboard board, Told told, TimeZoneInfo zone, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _silence = [];

    /// <summary>From now on the visitor speaks for this person: their script stops, and does not begin on the days to come.</summary>
    public void TakeOver(long userId) => SilenceOf(userId).Cancel();

    /// <summary>One day; ends when everybody is done with it.</summary>
    public async Task Live(DateOnly date, CancellationToken cancellationToken)
    {
        var day = new SchoolMorning(date, zone, time);
        var lives = county.Households.Where(home => home.Carers.Count > 0).Select(home => Family(home, day, cancellationToken))
            .Concat(county.Staff.Select(member => Staff(member, day, cancellationToken)))
            .Concat(Chatter.Lines.Select(line => Chat(line, day, cancellationToken)));
        await Task.WhenAll(lives);
    }

    private Task Family(Household home, SchoolMorning day, CancellationToken cancellationToken)
    {
        var draw = Draw(home.Carers[0].Account, day);
        var life = new FamilyLife(
            home,
            [.. home.Carers.Select(carer => Phone(carer.Account, draw))],
            [.. home.Pupils.Select(pupil => GroupOf(pupil.ClassPath))],
            board, told);
        return Script([.. home.Carers.Select(carer => carer.Account.UserId)], token => new HouseholdDay(life, day, draw, token).Live(), cancellationToken);
    }

    private Task Staff(StaffMember member, SchoolMorning day, CancellationToken cancellationToken)
    {
        var draw = Draw(member.Account, day);
        var group = groups.FirstOrDefault(g => g.Room.Teacher == member);
        var withoutPhone = county.Households.Where(home => home.Carers.Count == 0)
            .SelectMany(home => home.Pupils).Where(pupil => pupil.ClassPath == member.UnitPath);
        return Script([member.Account.UserId],
            token => new StaffDay(member, Phone(member.Account, draw), group, [.. withoutPhone], told, day, draw, token).Live(), cancellationToken);
    }

    private Task Chat((TimeOnly At, int Class, int Family, string Text) line, SchoolMorning day, CancellationToken cancellationToken)
    {
        var group = groups[line.Class];
        var speaker = county.Households.Where(home => home.Carers.Count > 0 && home.Pupils[0].ClassPath == group.Room.Path)
            .ElementAt(line.Family).Carers[0].Account;
        return Script([speaker.UserId], async token =>
        {
            await day.Until(line.At, token);
            world.SendText(speaker.UserId, group.ChatId, line.Text);
        }, cancellationToken);
    }

    private async Task Script(long[] users, Func<CancellationToken, Task> script, CancellationToken cancellationToken)
    {
        using var ours = CancellationTokenSource.CreateLinkedTokenSource([cancellationToken, .. users.Select(user => SilenceOf(user).Token)]);
        try
        {
            await script(ours.Token);
        }
        catch (OperationCanceledException)
        {
            // A visitor speaks for this family now, or the demo ends.
        }
        catch (InvalidOperationException)
        {
            // A visitor has taken this person out of the group, or blocked the bot: nothing more to say here.
        }
    }

    private CancellationTokenSource SilenceOf(long userId) => _silence.GetOrAdd(userId, _ => new CancellationTokenSource());

    private Phone Phone(Account account, Random draw) => new(account, world, board, time, draw);

    private ClassGroup GroupOf(string classPath) => groups.First(group => group.Room.Path == classPath);

    /// <summary>Random choices that are the same in every run, but differ from day to day.</summary>
    private static Random Draw(Account account, SchoolMorning day) => new(unchecked((int)account.UserId * 31 + day.Day.DayNumber % 7));
}
