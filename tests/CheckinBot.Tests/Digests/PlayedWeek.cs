using System.Globalization;
using System.Text;
using CheckinBot.Conversations;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// The county of <see cref="TwoSchools"/> with an account for everybody. All that happens in it is sent: messages, edits, commands and
/// buttons go the way that those from Telegram go, at the time at which they were sent.
/// </summary>
internal sealed partial class PlayedWeek(ScheduledSchool school, int seed)
{
    private readonly Random _random = new(seed);
    private int _message = 100;

    /// <summary>What was sent, and what came back, to be read where numbers differ.</summary>
    public StringBuilder Journal { get; } = new();

    /// <summary>What everybody meant.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>More people, the second school, and an account for each.</summary>
    public async Task Begin()
    {
        await TwoSchools.Enter(school);
        await school.Write(session => session.Execute(
            """
            insert into account (user_id, language, first_seen_at)
                select 5000 + id, 'zh-Hans', '2026-01-01T00:00:00.000Z' from person where id not in (33, 21, 11);
            delete from link where user_id in (1001, 1002, 1003);
            insert into link (user_id, person_id, kind, display_name, linked_at)
                select 5000 + id, id, case role when 'student' then 'guardian' else 'self' end, '家', '2026-01-01T00:00:00.000Z'
                from person where id not in (33, 21, 11);
            insert into link (user_id, person_id, kind, display_name, linked_at) values (1002, 31, 'guardian', '爸', '2026-01-01T00:00:00.000Z');
            """,
            null, default));
        await Command(UserOf(Officer), "settings", "Slots morning,noon");
    }

    private static long UserOf(long person) => person switch
    {
        33 => ScheduledSchool.ClassTeacher,
        Officer => ScheduledSchool.Officer,
        Official => ScheduledSchool.Official,
        _ => 5000 + person,
    };

    /// <summary>The clock moves on, and whatever the school day has planned until then happens.</summary>
    private Task Until(DateOnly day, string time) => school.RunAt($"{day:yyyy-MM-dd} {time}");

    private async Task<int> Say(long user, string text, DateTimeOffset? sentAt = null)
    {
        var id = ++_message;
        await Handle(new ConversationEvent.TextReceived(id, text)
        {
            Chat = new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "家"),
            SentAt = sentAt ?? school.Time.GetUtcNow(),
        });
        return id;
    }

    private Task Edit(long user, int message, string text, DateTimeOffset firstSent) => Handle(new ConversationEvent.TextEdited(message, text)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "家"),
        SentAt = school.Time.GetUtcNow(),
        FirstSentAt = firstSent,
    });

    private Task Forward(long user, string text) => Handle(new ConversationEvent.TextReceived(++_message, text)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "家"),
        SentAt = school.Time.GetUtcNow(),
        IsForwarded = true,
    });

    private Task ForwardPicture(long user, string caption) => Handle(new ConversationEvent.MediaReceived(++_message, MediaKind.Photo, caption)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "家"),
        SentAt = school.Time.GetUtcNow(),
        IsForwarded = true,
    });

    private Task Command(long user, string command, string arguments = "") => Handle(new ConversationEvent.CommandReceived(++_message, command, arguments)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "家"),
        SentAt = school.Time.GetUtcNow(),
    });

    private Task Press(long user, string verb, params string[] arguments) => Handle(
        new ConversationEvent.ButtonPressed("callback", ++_message, ButtonData.Standing(verb, arguments).ToString())
        {
            Chat = new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "家"),
        });

    private Task SayInGroup(long user, string text) => Handle(new ConversationEvent.TextReceived(++_message, text)
    {
        Chat = new ChatRef(ScheduledSchool.ClassGroup, ChatKind.Group),
        From = new Sender(user, "家"),
        SentAt = school.Time.GetUtcNow(),
    });

    private async Task Handle(ConversationEvent @event)
    {
        var said = @event switch
        {
            ConversationEvent.TextReceived text => text.Text,
            ConversationEvent.TextEdited edited => $"(edit) {edited.Text}",
            ConversationEvent.CommandReceived command => $"/{command.Command} {command.Arguments}",
            ConversationEvent.ButtonPressed pressed => $"[{pressed.Data}]",
            _ => @event.GetType().Name,
        };
        var at = school.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        Journal.Append(CultureInfo.InvariantCulture, $"{at:MM-dd HH:mm} {@event.From.UserId}: {said}\n");
        await school.NewlySent();
        await school.Write(async session => await school.Services.GetRequiredService<ConversationHandler>().Handle(session, @event, default));
        foreach (var sent in await school.NewlySent())
            Journal.Append(CultureInfo.InvariantCulture, $"    {sent.ChatId}: {sent.Text.ReplaceLineEndings(" / ")}\n");
        school.Services.GetRequiredService<UnitRulesLoader>().Forget();
    }

    private Task Transfer(long person, string number, long from, long to) => school.Write(async session =>
    {
        var units = new UnitStore(session);
        var zone = (await school.Services.GetRequiredService<UnitRulesLoader>().For(session, to, default)).Schedule.TimeZone;
        await new CheckinBot.Rosters.Transfers(session, school.Time).Move(
            number, (await units.Find(from, default))!, (await units.Find(to, default))!, null, null, zone, default);
    });
}
