using CheckinBot.Core.CheckIns;

namespace CheckinBot.Tests.CheckIns;

/// <summary>Who told the temperature that is known, whoever has said something since.</summary>
public sealed class RevisionsTests
{
    private const long Child = 31, Mother = 1, Father = 2, Teacher = 3, TeacherPerson = 33;

    private static readonly CheckInAnswer Open = new() { TemperatureTenths = 365 }, Whole = Open with { Travel = Travel.No };

    private readonly List<CheckIn> _told = [];

    [Fact]
    public void Who_answers_the_question_about_travel_did_not_tell_the_temperature()
    {
        Tell(Open, Mother, 10);
        Tell(Whole, Teacher, null, CheckInSource.Teacher, TeacherPerson);
        Assert.Equal((1, Mother, false), Teller());
    }

    [Fact]
    public void Who_tells_another_temperature_told_it()
    {
        Tell(Whole, Mother, 10);
        Tell(Whole with { TemperatureTenths = 366 }, Teacher, 11, CheckInSource.Edit, TeacherPerson);
        Assert.Equal((2, Teacher, true), Teller());
    }

    [Fact]
    public void Whoever_takes_something_back_did_not_tell_what_comes_back()
    {
        Tell(Whole, Father, 10);
        Tell(Whole with { TemperatureTenths = 369 }, Teacher, 11, CheckInSource.Teacher, TeacherPerson);
        Tell(Whole, Teacher, null, CheckInSource.Undo, TeacherPerson);
        Assert.Equal((1, Father, false), Teller());
    }

    [Fact]
    public void Of_what_was_taken_back_there_is_no_teller()
    {
        Tell(Whole, Father, 10);
        Tell(CheckInAnswer.Empty, Father, null, CheckInSource.Undo);
        Assert.Null(Revisions.Teller(_told));
    }

    private void Tell(CheckInAnswer answer, long user, int? message, CheckInSource source = CheckInSource.Private, long? person = null)
    {
        var at = new DateTimeOffset(2026, 3, 2, 7, _told.Count, 0, TimeSpan.FromHours(8));
        _told.Add(new CheckIn(Child, new DateOnly(2026, 3, 2), CheckInWindow.Morning, _told.Count + 1, answer, source, user, at)
        {
            ChatId = message is null ? null : user,
            MessageId = message,
            ReporterPersonId = person,
        });
    }

    private (int Revision, long User, bool IsByStaff) Teller() =>
        Revisions.Teller(_told) is { } one ? (one.Revision, one.ReporterUserId!.Value, one.IsByStaff) : default;
}
