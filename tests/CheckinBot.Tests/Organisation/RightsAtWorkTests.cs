using CheckinBot.Conversations;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Organisation;

/// <summary>Every way in obeys the one table when it acts: role × action × relation, on a real database.</summary>
public sealed class RightsAtWorkTests(RightsAtWorkTests.Place place) : IClassFixture<RightsAtWorkTests.Place>
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    private static readonly string Of = $"{ButtonData.Number(Place.Room)}.{ButtonData.Day(Day)}.morning";

    /// <summary>A way in, what it asks of the table (all of it; of those after a bar one), and how one sees that it was let through.</summary>
    private static readonly Way[] Ways =
    [
        Private("0.mi.3", [Permission.SeeMissing], Says("王小红")),
        Private("0.nu.3", [Permission.Nudge], Does<Effect.Nudge>()),
        Private($"0.rp.3.{Ming}", [Permission.CheckIn], Says("王小明")),
        Private($"0.lv.3.{Ming}.{(int)Absence.Leave}", [Permission.CheckIn], Does<Effect.Record>()),
        Private($"0.st.{Ming}.{ButtonData.Number(366)}.{ButtonData.Day(Day)}", [Permission.CheckIn], Does<Effect.Record>()),
        Private($"0.ch.{ButtonData.Day(Day)}.{Ming}", [Permission.CheckIn], Says("36.5")),
        Private("/report 王小红 36.6 没外出", [Permission.CheckIn], Does<Effect.Record>()),
        Private("0.cl.3.0", [Permission.ManageGuardians], Says("1班")),
        Private($"0.gu.3.{Ming}", [Permission.ManageGuardians], Says("爸")),
        Private("/class 王小明", [Permission.ManageGuardians], Says("爸")),
        Private($"0.rg.{Ming}.{ButtonData.Number(ScheduledSchool.FatherOfMing)}.y", [Permission.ManageGuardians], Does<Effect.Unlink>()),
        Private($"0.dg.{Of}", [Permission.SeeDigest], Does<Effect.ShowDigest>()),
        Private($"0.dg.{Of}.n", [Permission.SeeDigest], Does<Effect.ShowDigest>()) with { AnyOf = [Permission.SeeMissing, Permission.SeeCases] },
        Private($"0.zs.{Of}.x", [Permission.SeeDigest, Permission.SignOff], Does<Effect.ShowDigest>()),
        Private($"0.zc.{Of}.{Ming}", [Permission.SeeDigest, Permission.CheckIn], Says("36.5")),
        Private($"0.zq.{Of}", [Permission.SeeDigest, Permission.QuestionReport], Does<Effect.ShowDigest>()),
        Private($"0.fx.{Of}", [Permission.SeeDigest], Does<Effect.SendFile>()),
        Private($"0.fp.{Of}", [Permission.SeeDigest], Does<Effect.SendFile>()),
        Private($"0.fo.{Of}", [], Does<Effect.Send>()) with { AnyOf = [Permission.Export, Permission.SeeDigest] },
        Private($"0.ff.{Of}.class-register.x", [Permission.Export], Does<Effect.SendFile>()),
        Private($"0.ff.{Of}.county-daily.p", [Permission.SeeDigest], Does<Effect.SendFile>()),
        Private("0.at.1", [Permission.AcknowledgeAlert], Does<Effect.TakeAlert>()),
        Private($"0.em.{Ming}.y", [Permission.CheckIn], Does<Effect.EndMonitored>()),
        Private($"0.wv.3.{ButtonData.Day(Day)}.{(int)WaiverReason.Outing}", [Permission.WaiveToday], Does<Effect.Waive>()),
        Private("0.wb.4", [Permission.WaiveToday], Does<Effect.Unwaive>()) with { Unit = Place.OtherRoom },
        Private("0.se.3.6.1", [Permission.SettleSettings], Does<Effect.ChangeSetting>()),
        Private("0.se.3", [Permission.SettleSettings], Says("开始打卡")),
        Private($"0.tf.3", [Permission.Transfer], Says("谁要转班")),
        Private($"0.tt.3.{Ming}", [Permission.Transfer], Says("转到哪个班", "没有别的班")),
        Private("/transfer 王小明", [Permission.Transfer], Says("是哪一位")),
        InGroup("0.gb.3", [Permission.BindGroup], Does<Effect.BindGroup>()),
        InGroup("/bind 1班", [Permission.BindGroup], Does<Effect.BindGroup>()),
        InGroup("/unbind", [Permission.BindGroup], Does<Effect.UnbindGroup>()),
        InGroup("/tidy off", [Permission.BindGroup], Does<Effect.SetTidy>()),
        InGroup("/digest", [Permission.SeeDigest], Does<Effect.ShowDigest>()),
        InGroup("王小红 36.6 没外出", [Permission.CheckIn], Does<Effect.Record>()),
    ];

    /// <summary>Commands that are about the unit of the user's own post.</summary>
    private static readonly Way[] OfOwnUnit =
    [
        Private("/missing", [Permission.SeeMissing], Says("王小红", "2 人未报")),
        Private("/class", [Permission.ManageGuardians], Says("1班", "哪个班")),
        Private("/digest", [Permission.SeeDigest], Does<Effect.ShowDigest>()),
        Private("/cases", [Permission.SeeCases], Does<Effect.ShowCases>()),
        Private("/settings", [Permission.SettleSettings], Says("开始", "卡片")),
        Private("/transfer", [Permission.Transfer], Says("现在在哪个班")),
        Private("/looks", [Permission.SeeLooks], Says("没有人查看")),
    ];

    private static string Ming => ButtonData.Number(ScheduledSchool.Ming);

    public static TheoryData<Role, Relation> Posts
    {
        get
        {
            var posts = new TheoryData<Role, Relation>();
            foreach (var role in Enum.GetValues<Role>())
                foreach (var relation in (Relation[])[Relation.None, Relation.AtUnit, Relation.Above])
                    posts.Add(role, relation);
            return posts;
        }
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Each_way_lets_through_whom_the_table_lets_and_nobody_else(Role role, Relation relation)
    {
        foreach (var way in Ways)
        {
            var at = relation switch { Relation.None => Place.OtherSchool, Relation.AtUnit => way.Unit, _ => Place.School };
            var effects = await place.Try(new Post(0, place.Unit(at), role), way);
            var may = way.All.All(permission => Permissions.Allows(role, permission, relation))
                && (way.AnyOf.Length == 0 || way.AnyOf.Any(permission => Permissions.Allows(role, permission, relation)));
            Assert.True(may == way.Done(effects), $"{role} {relation}: {way.Input} {(may ? "is refused" : "is let through")}: {string.Join("; ", effects)}");
            if (!may) Harmless(effects, way, mayBeSilent: way.InGroup);
        }
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Commands_are_for_those_whom_the_table_lets_at_their_own_unit(Role role, Relation relation)
    {
        if (relation == Relation.None) return;
        foreach (var way in OfOwnUnit)
        {
            var effects = await place.Try(new Post(0, place.Unit(relation == Relation.AtUnit ? Place.Room : Place.School), role), way);
            var may = Permissions.Allows(role, way.All[0], Relation.AtUnit);
            // Of a school, a class teacher's command shows its own people, who are none here.
            if (role == Role.ClassTeacher && relation == Relation.Above) continue;
            Assert.True(may == way.Done(effects), $"{role} {relation}: {way.Input} {(may ? "is refused" : "is let through")}: {string.Join("; ", effects)}");
            if (!may) Harmless(effects, way, mayBeSilent: false);
        }
    }

    public static TheoryData<string> Strangers => ["nobody", "a parent of another class", "a teacher who lost the post", "an officer of another school"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Each_button_pressed_by_somebody_without_the_right_says_so_and_changes_nothing(string who)
    {
        foreach (var way in Ways.Where(way => way.Input.StartsWith("0.", StringComparison.Ordinal))) Harmless(await TryAs(who, way), way, mayBeSilent: false);
        // Whatever verb there is.
        foreach (var verb in ButtonTable.All.Select(entry => entry.Verb).Distinct())
        {
            if (verb is Verbs.Begin or Languages.Verb or AboutMe.DeleteVerb or AboutMe.ExportVerb or Verbs.Keep or Verbs.Undo) continue;
            foreach (var arguments in Arguments)
                foreach (var epoch in (string[])["0", "1"])
                {
                    var way = Private($"{epoch}.{verb}{arguments}", [], Does<Effect.Record>());
                    Harmless(await TryAs(who, way), way, mayBeSilent: false);
                }
        }
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_button_does_nothing_for_a_role_without_the_permission_that_its_line_names(Role role)
    {
        var post = new Post(0, place.Unit(Place.Room), role);
        foreach (var entry in ButtonTable.All.Where(entry => entry is { Chat: ChatKind.Private, May: not null }))
        {
            if (Permissions.Allows(role, entry.May!.Value, Relation.AtUnit)) continue;
            foreach (var arguments in Arguments)
            {
                var way = Private($"0.{entry.Verb}{arguments}", [entry.May.Value], Does<Effect.Record>());
                Harmless(await place.Try(post, way), way, mayBeSilent: false);
            }
        }
    }

    // The ids of the class and the child in every place.
    private static string[] Arguments =>
        ["", $".3.{Ming}", $".{Ming}.3", $".{Ming}.{ButtonData.Number(366)}.{ButtonData.Day(Day)}", $".{ButtonData.Day(Day)}.{Ming}"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Each_command_of_staff_by_somebody_without_a_post_there_names_nobody_and_changes_nothing(string who)
    {
        foreach (var way in Ways.Concat(OfOwnUnit)
            .Where(way => way.Input.StartsWith('/') && !way.InGroup
                && !(way.Input.StartsWith("/settings", StringComparison.Ordinal) && who.Contains("officer", StringComparison.Ordinal))))
        {
            var effects = await TryAs(who, way);
            // The officer of another school may have the digest and the cases of that one.
            Harmless([.. effects.Where(effect => !(who.Contains("officer", StringComparison.Ordinal) && effect is Effect.ShowDigest or Effect.ShowCases))],
                way, mayBeSilent: true);
        }
    }

    [Fact]
    public async Task A_question_that_a_teacher_opened_is_not_answered_by_who_lost_the_post_meanwhile()
    {
        var asked = new ConversationState.AwaitingTemperature(
            new CheckInTopic(Day, CheckInWindow.Morning, [ScheduledSchool.Ming], 1) { Source = CheckInSource.Teacher }, [ScheduledSchool.Ming]);
        var typed = Private("36.6 没外出", [], Does<Effect.Record>());
        Assert.Contains(await place.Try(new Post(0, place.Unit(Place.Room), Role.ClassTeacher), typed, asked), effect =>
            effect is Effect.Record { CheckIn.PersonId: ScheduledSchool.Ming });
        Assert.DoesNotContain(await place.Try(null, typed, asked), effect => effect is Effect.Record { CheckIn.PersonId: ScheduledSchool.Ming });
    }

    [Fact]
    public async Task Who_sees_by_a_post_above_what_a_family_told_is_in_the_log_and_the_class_teacher_is_not()
    {
        var change = Private($"0.ch.{ButtonData.Day(Day)}.{Ming}", [Permission.CheckIn], Says("36.5"));
        var look = Assert.Single((await place.Try(new Post(0, place.Unit(Place.School), Role.SchoolOfficer), change)).OfType<Effect.LogLook>());
        Assert.Equal((LookReason.Reading, LookVia.Chat, ScheduledSchool.Ming), (look.Reason, look.Via, Assert.Single(look.PersonIds)));
        Assert.Empty((await place.Try(new Post(0, place.Unit(Place.Room), Role.ClassTeacher), change)).OfType<Effect.LogLook>());
    }

    private Task<IReadOnlyList<Effect>> TryAs(string who, Way way) => who switch
    {
        "nobody" => place.Try(null, way, by: 9_999),
        "a parent of another class" => place.Try(null, way, by: ScheduledSchool.MotherOfLi),
        "a teacher who lost the post" => place.Try(null, way),
        _ => place.Try(new Post(0, place.Unit(Place.OtherSchool), Role.SchoolOfficer), way),
    };

    private static void Harmless(IReadOnlyList<Effect> effects, Way way, bool mayBeSilent)
    {
        Assert.All(effects, effect => Assert.True(
            effect is Effect.AnswerButton or Effect.Send or Effect.Edit or Effect.RemoveButtons, $"{way.Input}: {effect}"));
        // The example of how /report is used has a name of its own.
        var said = Texts(effects).Select(text => text.Replace(new Phrases(Language.ZhHans).ReportUsage, "(usage)", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(said, text => text.Contains("王小", StringComparison.Ordinal) && !way.Input.Contains("王小", StringComparison.Ordinal));
        Assert.DoesNotContain(said, text => text.Contains("36.5", StringComparison.Ordinal) && text.Contains("王小明", StringComparison.Ordinal));
        if (!mayBeSilent) Assert.Contains(said, text => text.Length > 5);
    }

    private static IEnumerable<string> Texts(IEnumerable<Effect> effects) => effects.Select(effect => effect switch
    {
        Effect.Send send => send.Message.Text,
        Effect.Edit edit => edit.Text,
        Effect.AnswerButton answer => answer.Text ?? "",
        _ => "",
    });

    private static Func<IReadOnlyList<Effect>, bool> Says(params string[] any) => effects =>
        effects.Any(effect => effect is Effect.Send or Effect.Edit)
            && Texts(effects).Any(text => any.Any(word => text.Contains(word, StringComparison.Ordinal)));

    private static Func<IReadOnlyList<Effect>, bool> Does<T>() => effects => effects.Any(effect => effect is T);

    private static Way Private(string input, Permission[] all, Func<IReadOnlyList<Effect>, bool> done) => new(input, all, done, InGroup: false);

    private static Way InGroup(string input, Permission[] all, Func<IReadOnlyList<Effect>, bool> done) => new(input, all, done, InGroup: true);

    public sealed record Way(string Input, Permission[] All, Func<IReadOnlyList<Effect>, bool> Done, bool InGroup)
    {
        public Permission[] AnyOf { get; init; } = [];

        public long Unit { get; init; } = Place.Room;
    }

    /// <summary>Two schools; the worker's own loader gives each event its facts, and nothing that is decided is applied.</summary>
    public sealed class Place : IAsyncLifetime
    {
        public const long School = 2, Room = 3, OtherRoom = 4, OtherSchool = 90;
        private const long Actor = 1_500, ActorPerson = 95;

        private ScheduledSchool? _school;
        private IReadOnlyDictionary<long, Unit> _units = new Dictionary<long, Unit>();

        public Unit Unit(long id) => _units[id];

        public async Task InitializeAsync()
        {
            _school = await ScheduledSchool.At("2026-03-05 08:00");
            await _school.Write(async session =>
            {
                await session.Execute("""
                    insert into unit (id, parent_id, name, path, kind, school_id) values (90, 1, '第二小学', '示范县/第二小学', 'school', 90);
                    insert into unit_ancestor (unit_id, ancestor_id, distance) values (90, 90, 0), (90, 1, 1);
                    insert into person (id, unit_id, role, name, number, expected) values (95, 90, 'teacher', '某人', 'Z9', false);
                    insert into link (user_id, person_id, kind, display_name, linked_at) values (1500, 95, 'self', '某人', '2026-01-01T00:00:00.000Z');
                    insert into rule_firing (id, unit_id, rule, scope, dormitory, signs, diseases, first_day, last_day, fired_at, stage)
                        values (1, 3, 'class_cluster_1day', 'class', '', 0, 0, '2026-03-05', '2026-03-05', '2026-03-05T00:00:00.000Z', 0);
                    insert into waiver (unit_id, day, slot, by_user_id, by_name, reason, at)
                    values (4, '2026-03-05', 'morning', 1, '某', 'outing', '2026-03-05T00:00:00.000Z');
                    """, null, default);
            });
            await _school.Answer(ScheduledSchool.Ming, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Day);
            _units = (await _school.Read(session => new UnitStore(session).All(default))).ToDictionary(unit => unit.Id);
        }

        public Task DisposeAsync() => _school!.DisposeAsync().AsTask();

        /// <summary>What would be done if somebody with that one post tried it.</summary>
        public async Task<IReadOnlyList<Effect>> Try(Post? post, Way way, ConversationState? asked = null, long by = Actor)
        {
            await using var session = await _school!.Database.OpenWrite(default);
            if (post is not null) await new RosterStore(session).AddPost(ActorPerson, post.Unit.Id, post.Role, default);
            var chat = way.InGroup ? new ChatRef(ScheduledSchool.ClassGroup, ChatKind.Group) : new ChatRef(by, ChatKind.Private);
            var from = new Sender(by, "某人", "zh-hans");
            ConversationEvent @event = way.Input switch
            {
                ['/', .. var command] =>
                    new ConversationEvent.CommandReceived(9, command.Split(' ')[0], command.Contains(' ', StringComparison.Ordinal)
                        ? command[(command.IndexOf(' ', StringComparison.Ordinal) + 1)..]
                        : "")
                    { Chat = chat, From = from },
                [_, '.', ..] => new ConversationEvent.ButtonPressed("callback", 9, way.Input) { Chat = chat, From = from },
                var text => new ConversationEvent.TextReceived(9, text) { Chat = chat, From = from },
            };
            var conversation = Conversation.New(new ConversationKey(1, chat.Id, 0, by));
            if (asked is not null) conversation = conversation with { State = asked, Epoch = 1, ExpiresAt = _school.Time.GetUtcNow().AddHours(1) };
            var context = await _school.Services.GetRequiredService<ContextLoader>().Load(session, conversation, @event, default);
            return Conversation.Handle(conversation, @event, context).Effects;
        }
    }
}
