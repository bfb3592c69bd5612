using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>The name of a pupil is pressed on a report that is not right.</summary>
public sealed class CorrectingTests
{
    private const long Presser = 9, Parent = 7;
    private static readonly Unit SchoolUnit = new(2, 1, "第一小学", "示范县/第一小学", UnitKind.School);
    private static readonly Unit County = new(1, null, "示范县", "示范县", UnitKind.Area);

    [Fact]
    public void A_school_officer_sees_what_was_told_and_that_look_is_logged()
    {
        var outcome = Press(Role.SchoolOfficer, SchoolUnit);
        var look = Assert.Single(outcome.Effects.OfType<Effect.LogLook>());
        Assert.Equal((LookReason.Reading, LookVia.Chat, 100L), (look.Reason, look.Via, Assert.Single(look.PersonIds)));
        Assert.Contains("38.2", Assert.Single(outcome.Effects.OfType<Effect.Send>()).Message.Text, StringComparison.Ordinal);
        Assert.True(outcome.Conversation.State is ConversationState.AwaitingTemperature { Topic.IsChange: true });
    }

    [Fact]
    public void The_class_teacher_sees_it_unlogged()
    {
        var outcome = Press(Role.ClassTeacher, School.Class);
        Assert.Empty(outcome.Effects.OfType<Effect.LogLook>());
        Assert.Contains("38.2", Assert.Single(outcome.Effects.OfType<Effect.Send>()).Message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Official)]
    [InlineData(Role.DutyOfficer)]
    [InlineData(Role.Admin)]
    public void Nobody_else_sees_or_changes_anything_even_with_the_button_of_another(Role role)
    {
        var outcome = Press(role, County);
        Assert.True(Assert.Single(outcome.Effects) is Effect.AnswerButton { Alert: true });
        Assert.True(outcome.Conversation.State is ConversationState.Idle);
    }

    [Fact]
    public void What_starts_over_is_missing_at_once_and_asked_anew()
    {
        var school = With(Role.SchoolOfficer, SchoolUnit, out var context);
        var opened = Press(context, Conversation.New(Key), Data(school));
        var startOver = opened.Effects.OfType<Effect.Send>().Single().Message.Keyboard.Rows.SelectMany(row => row).Single(button => button.Label == "作废重填");
        var outcome = Press(context, opened.Conversation, startOver.Data!);
        var stored = Assert.Single(outcome.Effects.OfType<Effect.Record>()).CheckIn;
        Assert.Equal((CheckInStatus.Missing, CheckInSource.Teacher, 100L), (stored.Answer.Status, stored.Source, stored.PersonId));
        Assert.True(outcome.Conversation.State is ConversationState.AwaitingTemperature);
    }

    [Fact]
    public void The_button_of_an_older_question_of_the_same_kind_is_out_of_date()
    {
        var school = With(Role.SchoolOfficer, SchoolUnit, out var context);
        var opened = Press(context, Conversation.New(Key), Data(school));
        var startOver = opened.Effects.OfType<Effect.Send>().Single().Message.Keyboard.Rows.SelectMany(row => row).Single(button => button.Label == "作废重填");
        var newer = opened.Conversation with { Epoch = opened.Conversation.Epoch + 1 };
        var outcome = Press(context, newer, startOver.Data!);
        Assert.Empty(outcome.Effects.OfType<Effect.Record>());
        Assert.Equal(newer.State, outcome.Conversation.State);
    }

    private static ConversationKey Key { get; } = new(1, Presser, 0, Presser);

    private static Outcome Press(Role role, Unit at)
    {
        var school = With(role, at, out var context);
        return Press(context, Conversation.New(Key), Data(school));
    }

    private static string Data(School school) => ButtonData.Standing(
        Verbs.Correct, ButtonData.Number(School.Class.Id), ButtonData.Day(school.Today), CheckInWindow.Morning, ButtonData.Number(100)).ToString();

    private static Outcome Press(Func<Conversation, ConversationEvent, ConversationContext> context, Conversation conversation, string data)
    {
        var pressed = new ConversationEvent.ButtonPressed(
            "callback", 9, data)
        { Chat = new ChatRef(Presser, ChatKind.Private), From = new Sender(Presser, "赵", "zh-hans") };
        return Conversation.Handle(conversation, pressed, context(conversation, pressed));
    }

    /// <summary>
    /// A pupil with a fever, and a member of staff with that post; the host gives a class only to those who may correct in it,
    /// here everybody gets it.
    /// </summary>
    private static School With(Role role, Unit at, out Func<Conversation, ConversationEvent, ConversationContext> context)
    {
        var school = new School();
        var pupil = school.AddPerson("王小明");
        school.Link(Parent, "妈妈", pupil);
        var staff = school.AddPerson("赵校长", Role.ClassTeacher);
        school.Link(Presser, "赵", staff);
        school.CheckIns.Add(
            new CheckIn(pupil.Id, school.Today, CheckInWindow.Morning, 1, new CheckInAnswer { TemperatureTenths = 382, Travel = Travel.No },
                CheckInSource.Private, Parent, school.Now));
        context = (conversation, @event) => school.ContextFor(conversation, @event) with { Posts = [new Post(staff.Id, at, role)], PressedUnit = School.Class };
        return school;
    }
}
