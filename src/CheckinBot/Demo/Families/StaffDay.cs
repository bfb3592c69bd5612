using CheckinBot.Core.Buttons;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;

namespace CheckinBot.Demo.Families;

/// <summary>A member of staff's school day: the own check-in, and what the post asks for.</summary>
/// <param name="group">The class's group, for a class teacher.</param>
/// <param name="withoutPhone">Pupils of the class whose families have no phone, told to the teacher by a call.</param>
internal sealed class StaffDay(
    StaffMember member, Phone phone, ClassGroup? group, IReadOnlyList<Pupil> withoutPhone, Told told,
    SchoolMorning day, Random draw, CancellationToken cancellationToken)
{
    public Task Live() => Task.WhenAll(CheckIn(), member.Role switch
    {
        Role.ClassTeacher => LookAfterClass(),
        Role.SchoolOfficer => AskForDigest(new TimeOnly(9, 36)),
        Role.Official => AskForDigest(new TimeOnly(9, 40)),
        _ => Task.CompletedTask,
    });

    private async Task CheckIn()
    {
        if (!member.Role.IsExpectedToCheckIn()) return;
        // Whoever signs for others reports first: a visitor who takes their place later finds it done.
        var signs = member.Role is Role.ClassTeacher or Role.SchoolOfficer;
        await day.Until(new TimeOnly(6, signs ? 21 : 32).Add(TimeSpan.FromMinutes((signs ? 2 : 70) * draw.NextDouble())), cancellationToken);
        var tenths = 362 + draw.Next(5);
        phone.Write($"本人{Wording.Degrees(tenths)}，在校值班，未离开本市");
        told.Tell(member.UnitPath, member.Number, new Facts(tenths));
    }

    private async Task LookAfterClass()
    {
        await day.Until(new TimeOnly(6, 45), cancellationToken);
        group!.BeginChain();
        phone.WriteInGroup(group.ChatId, "各位家长早上好，请今天8:30前报孩子的体温和行程，可以接龙。格式：姓名 体温 有无外出，例：张三 36.5 未外出");

        await day.Until(new TimeOnly(8, 29), cancellationToken);
        phone.Forget();
        await Nudge();
        foreach (var pupil in withoutPhone)
        {
            await phone.Think(180, cancellationToken);
            var tenths = 363 + draw.Next(4);
            phone.Write($"/report {pupil.Name} {Wording.Degrees(tenths)} 没外出");
            told.Tell(pupil.ClassPath, pupil.Number, new Facts(tenths));
        }

        await day.Until(new TimeOnly(9, 29), cancellationToken);
        phone.Forget();
        await SignOff();
    }

    /// <summary>Signs the class's report under the digest, where the class is whole.</summary>
    private async Task SignOff()
    {
        while (await phone.Next(TimeSpan.FromMinutes(6), cancellationToken) is { } message)
        {
            var sign = Phone.Buttons(message).FirstOrDefault(b => b.Data.Verb == Verbs.SignOff);
            if (sign.Button is null) continue;
            await phone.Think(60, cancellationToken);
            phone.Press(message, sign.Button);
            return;
        }
    }

    /// <summary>Presses "nudge all" under the list of the missing.</summary>
    private async Task Nudge()
    {
        while (await phone.Next(TimeSpan.FromMinutes(20), cancellationToken) is { } message)
        {
            var nudge = Phone.Buttons(message).FirstOrDefault(b => b.Data.Verb == Verbs.NudgeAll);
            if (nudge.Button is null) continue;
            await phone.Think(90, cancellationToken);
            phone.Press(message, nudge.Button);
            return;
        }
    }

    private async Task AskForDigest(TimeOnly at)
    {
        await day.Until(at, cancellationToken);
        phone.Write("/digest");
    }
}
