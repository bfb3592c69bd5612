using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>An edit changes what its message told, on its day, and nothing else.</summary>
public sealed class EditTests
{
    private const long Mother = 7, Father = 8, Teacher = 9;
    private static readonly ChatRef Room = new(-1001, ChatKind.Group, "三年级1班");
    private readonly School _school = new();
    private readonly Person _ming, _hong;

    public EditTests()
    {
        (_ming, _hong) = (_school.AddPerson("王小明"), _school.AddPerson("李小红"));
        _school.Link(Mother, "妈妈", _ming);
        _school.Link(Father, "爸爸", _ming);
        _school.Link(Teacher, "张老师", _school.AddPerson("张老师", Role.ClassTeacher));
        _school.Group = new GroupBinding(Room.Id, School.Class);
    }

    [Fact]
    public void What_the_message_stood_over_comes_back_when_a_name_is_edited_out()
    {
        Say(Mother, 1, "36.5 没外出");
        Say(Teacher, 2, "王小明 36.4 李小红 36.6", Room);
        Edit(Teacher, 2, "李小红 36.6", Room);
        Assert.Equal((CheckInStatus.Reported, 365, Travel.No), (Of(_ming).Status, Of(_ming).TemperatureTenths!.Value, Of(_ming).Travel));
        Assert.Single(Of(_ming).Readings);
        Assert.Equal(366, Of(_hong).TemperatureTenths);
        Edit(Teacher, 2, "王小明 36.4", Room);
        Assert.Equal((CheckInStatus.Missing, 364), (Of(_hong).Status, Of(_ming).TemperatureTenths!.Value));
    }

    [Fact]
    public void A_line_that_is_edited_out_of_a_chain_gives_back_what_was_told_before()
    {
        Say(Mother, 1, "36.5 没外出");
        Say(Teacher, 2, "1. 王小明 36.4\n2. 李小红 36.6", Room);
        Edit(Teacher, 2, "1. 李小红 36.6", Room);
        Assert.Equal((365, 366), (Of(_ming).TemperatureTenths!.Value, Of(_hong).TemperatureTenths!.Value));
    }

    [Theory]
    [InlineData("36.6 没外出")]
    [InlineData(" 36.6 没外出\n")]
    public void An_edit_that_changes_no_word_does_nothing_at_all(string same)
    {
        Say(Mother, 1, "36.6 没外出");
        _school.Now = _school.Now.AddHours(1);
        Say(Father, 2, "38.4 咳嗽");
        var before = _school.CheckIns.Count;
        _school.Now = _school.Now.AddHours(1);
        Assert.Empty(Edit(Mother, 1, same));
        Assert.Equal((before, 384), (_school.CheckIns.Count, Of(_ming).TemperatureTenths!.Value));
    }

    [Fact]
    public void A_changed_edit_of_an_older_message_leaves_the_newer_answer_from_elsewhere()
    {
        Say(Mother, 1, "36.6 没外出");
        _school.Now = _school.Now.AddHours(1);
        Say(Father, 2, "38.4 咳嗽");
        Edit(Mother, 1, "36.5 从武汉回来");
        Assert.Equal([365, 384], Of(_ming).Readings.Select(one => one.Tenths));
        Assert.Equal((384, Symptoms.Cough, Travel.Yes), (Of(_ming).TemperatureTenths!.Value, Of(_ming).Symptoms, Of(_ming).Travel));
    }

    [Fact]
    public void What_was_answered_by_button_stays_when_the_message_that_led_to_it_is_edited()
    {
        Say(Mother, 1, "36.6");
        Say(Mother, 2, "没有");
        Edit(Mother, 1, "36.8");
        Assert.Equal((368, Travel.No), (Of(_ming).TemperatureTenths!.Value, Of(_ming).Travel));
        Assert.Single(Of(_ming).Readings);
        Edit(Mother, 1, "36.8 咳嗽");
        Edit(Mother, 1, "36.8 头疼");
        Assert.Equal(Symptoms.Headache, Of(_ming).Symptoms);
    }

    [Fact]
    public void An_edit_of_yesterdays_chain_corrects_yesterday_and_says_nothing_of_today()
    {
        var yesterday = _school.Now;
        Say(Teacher, 1, "1. 王小明 36.7\n2. 李小红 36.8", Room);
        _school.Now = yesterday.AddDays(1);
        Edit(Teacher, 1, "1. 王小明 36.7\n2. 李小红 36.9", Room, yesterday);
        Assert.Null(_school.Current(_hong.Id, _school.Today));
        Assert.Equal(369, _school.Current(_hong.Id, _school.Today.AddDays(-1))!.Answer.TemperatureTenths);
        Assert.Equal(367, _school.Current(_ming.Id, _school.Today.AddDays(-1))!.Answer.TemperatureTenths);
    }

    [Fact]
    public void A_message_that_waited_for_the_bot_belongs_to_the_day_in_which_it_was_sent()
    {
        var sent = _school.Now;
        _school.Now = sent.AddHours(22);
        Say(Mother, 1, "38.1 咳嗽 没外出", sentAt: sent);
        Say(Teacher, 2, "李小红 36.6", Room, sent);
        Assert.Null(_school.Current(_ming.Id, _school.Today));
        Assert.Null(_school.Current(_hong.Id, _school.Today));
        var late = _school.Current(_ming.Id, _school.Today.AddDays(-1))!;
        Assert.Equal((381, sent), (late.Answer.TemperatureTenths!.Value, late.ToldAt!.Value));
        Assert.True(_school.StateOf(Mother) is ConversationState.Idle);
    }

    private CheckInAnswer Of(Person person) => _school.Current(person.Id, _school.Today)!.Answer;

    private void Say(long user, int message, string text, ChatRef? chat = null, DateTimeOffset? sentAt = null) =>
        _school.Handle(new ConversationEvent.TextReceived(message, text)
        {
            Chat = chat ?? new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "", "zh-hans"),
            SentAt = sentAt ?? _school.Now,
        });

    private IReadOnlyList<Effect> Edit(long user, int message, string text, ChatRef? chat = null, DateTimeOffset? firstSentAt = null) =>
        _school.Handle(new ConversationEvent.TextEdited(message, text)
        {
            Chat = chat ?? new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "", "zh-hans"),
            SentAt = _school.Now,
            FirstSentAt = firstSentAt,
        });
}
