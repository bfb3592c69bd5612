using CheckinBot.Conversations;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Organisation;

/// <summary>A school officer goes from counts to a class to a child, on the worker's own path and a real database.</summary>
public sealed class OfficerDeskTests
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    [Fact]
    public async Task Counts_first_then_the_names_of_the_class_that_is_pressed_then_back()
    {
        await using var school = await ScheduledSchool.At("2026-03-05 08:35");
        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Day);

        await Do(school, Command("missing", ""));
        var counts = await Shown(school);
        Assert.Contains("还有 2 人未报，在 2 个班组", counts, StringComparison.Ordinal);
        Assert.DoesNotContain("王小红", counts, StringComparison.Ordinal);
        await Do(school, Button("0.mi.3"));
        Assert.Contains("王小红", await Shown(school), StringComparison.Ordinal);
        await Do(school, Button("0.mi.2"));
        Assert.Equal(counts, await Shown(school));
    }

    [Fact]
    public async Task A_report_by_name_is_stored_and_taken_back_and_what_the_family_told_is_a_look()
    {
        await using var school = await ScheduledSchool.At("2026-03-05 08:35");
        await school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Day);

        await Do(school, Command("report", "李雷 36.6 没外出"));
        await Do(school, Command("report", "王小明 36.9 没外出") with { MessageId = 30 });
        Assert.Equal([(ScheduledSchool.Ming, 369), (ScheduledSchool.Li, 366)], await Current(school));
        Assert.Equal(
            [ScheduledSchool.Ming], await school.Read(
                async session => (await session.Query<long>("select person_id from look where reason = 'reading' and via = 'chat'", null, default)).ToList()));

        await Do(school, Command("undo", ""));
        Assert.Equal([(ScheduledSchool.Ming, 365), (ScheduledSchool.Li, 366)], await Current(school));
    }

    [Fact]
    public async Task A_temperature_typed_after_the_name_was_chosen_belongs_to_that_child()
    {
        await using var school = await ScheduledSchool.At("2026-03-05 08:35");
        await Do(school, Button($"0.rp.3.{ButtonData.Number(ScheduledSchool.Hong)}"));
        await Do(school, new ConversationEvent.TextReceived(21, "36.7 没外出") { Chat = Chat, From = From });
        Assert.Equal([(ScheduledSchool.Hong, 367)], await Current(school));
        await Do(school, new ConversationEvent.TextEdited(21, "36.8 没外出") { Chat = Chat, From = From });
        Assert.Equal([(ScheduledSchool.Hong, 368)], await Current(school));
    }

    private static ChatRef Chat => new(ScheduledSchool.Officer, ChatKind.Private);

    private static Sender From => new(ScheduledSchool.Officer, "赵校长", "zh-hans");

    private static ConversationEvent.CommandReceived Command(string command, string arguments) => new(20, command, arguments) { Chat = Chat, From = From };

    private static ConversationEvent.ButtonPressed Button(string data) => new("callback", 20, data) { Chat = Chat, From = From };

    private static Task Do(ScheduledSchool school, ConversationEvent @event) =>
        school.Write(session => school.Services.GetRequiredService<ConversationHandler>().Handle(session, @event, default).AsTask());

    private static Task<string> Shown(ScheduledSchool school) => school.Read(async session =>
        OutgoingCall.FromJson((await new OutboxStore(session).Unsent(default))[^1].Call) is var call ? call.Edit?.Text ?? call.Send!.Text : "");

    private static Task<List<(long, int)>> Current(ScheduledSchool school) => school.Read(async session =>
        (await session.Query<(long, int)>("select person_id, temperature_tenths from check_in where is_current order by person_id", null, default)).ToList());
}
