using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;

namespace CheckinBot.Tests.Cases;

/// <summary>What an answer does to the cases of a person, and who looks after them.</summary>
public sealed class CaseOpeningTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Unit County = new(1, null, "示范县", "示范县", UnitKind.Area);
    private static readonly Unit School = new(2, 1, "第一小学", "示范县/第一小学", UnitKind.School);
    private static readonly Unit Class = new(3, 2, "1班", "示范县/第一小学/1班", UnitKind.Class);
    private static readonly HealthRules Rules = HealthRules.Default with { KeyAreas = [new KeyArea("武汉")] };
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 366, Travel = Travel.No };
    private static readonly CheckInAnswer Fever = Well with { TemperatureTenths = 382 };

    public static TheoryData<CheckInAnswer, CaseMatter[]> Told => new()
    {
        { Well, [] },
        { Fever, [CaseMatter.Illness] },
        { Well with { Symptoms = Symptoms.Cough }, [CaseMatter.Illness] },
        { Well with { Diseases = Diseases.Varicella }, [CaseMatter.Illness] },
        { new() { Absence = Absence.IllAtHome }, [CaseMatter.Illness] },
        { new() { Absence = Absence.Leave }, [] },
        { Well with { Contact = true }, [CaseMatter.Contact] },
        { Well with { Isolation = Isolation.Home }, [CaseMatter.Contact] },
        { Well with { Travel = Travel.Yes, Place = "武汉" }, [CaseMatter.KeyArea] },
        { Well with { Travel = Travel.Yes, Place = "长沙" }, [] },
        { Fever with { Contact = true, Travel = Travel.Yes, Place = "武汉" }, [CaseMatter.Illness, CaseMatter.Contact, CaseMatter.KeyArea] },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void An_answer_opens_a_case_for_each_matter_and_none_where_nobody_has_to_follow_it_up(CheckInAnswer answer, CaseMatter[] matters)
    {
        Assert.Equal(matters, CaseOpening.Changes([], answer, CheckInAnswer.Empty, Monday, Rules).Opened);
        Assert.Equal(Rules.NeedsFollowUp(answer, Monday), matters.Length > 0);
    }

    [Fact]
    public void What_is_told_later_joins_the_open_case()
    {
        var open = File(CaseState.TakenOn, told: Fever);
        Assert.Empty(CaseOpening.Changes([open], Fever with { Symptoms = Symptoms.Cough }, Fever, Monday, Rules).Opened);
    }

    [Fact]
    public void What_was_told_by_mistake_closes_a_case_that_nobody_has_touched_and_no_other()
    {
        Assert.Single(CaseOpening.Changes([File(CaseState.Open)], Well, Fever, Monday, Rules).Mistaken);
        Assert.Empty(CaseOpening.Changes([File(CaseState.Open, told: Fever)], Well, Fever, Monday, Rules).Mistaken);
        var taken = File(CaseState.TakenOn) with { Entries = [new(DateTimeOffset.UnixEpoch, CaseMove.TakeOn, "陈老师")] };
        Assert.Empty(CaseOpening.Changes([taken], Well, Fever, Monday, Rules).Mistaken);
        Assert.Empty(CaseOpening.Changes([File(CaseState.Open) with { Matter = CaseMatter.Other }], Well, Fever, Monday, Rules).Mistaken);
    }

    [Fact]
    public void A_fever_after_the_mend_is_a_relapse_and_a_cough_is_none()
    {
        Assert.Equal([CaseMove.Relapse], Moves(CaseState.Recovering, Fever, Well));
        Assert.Equal([CaseMove.Relapse], Moves(CaseState.ReadyToReturn, Fever, CheckInAnswer.Empty));
        Assert.Empty(Moves(CaseState.Recovering, Well with { Symptoms = Symptoms.Cough }, Well));
        Assert.Empty(Moves(CaseState.TakenOn, Fever, Well));
    }

    [Fact]
    public void Hospital_and_a_diagnosis_bring_a_case_on_and_a_suspicion_does_not()
    {
        Assert.Equal([CaseMove.SeeDoctor], Moves(CaseState.Open, new() { Absence = Absence.Hospital }, CheckInAnswer.Empty));
        Assert.Equal([CaseMove.Diagnose], Moves(CaseState.AtHospital, Fever with { Diseases = Diseases.Influenza }, Fever));
        Assert.Empty(Moves(CaseState.AtHospital, Fever with { Diseases = Diseases.Influenza, OnlySuspected = true }, Fever));
        Assert.Empty(Moves(CaseState.Closed, Fever, Well));
    }

    [Fact]
    public void A_case_falls_to_the_class_teacher_else_to_the_school_and_whoever_took_it_on_keeps_it_while_they_may()
    {
        (Post, string) teacher = (new Post(33, Class, Role.ClassTeacher), "陈老师");
        (Post, string) officer = (new Post(21, School, Role.SchoolOfficer), "高校长");
        (Post, string) official = (new Post(11, County, Role.Official), "程科长");
        Assert.Equal(["陈老师"], Owners(null, teacher, officer, official));
        Assert.Equal(["高校长"], Owners(null, officer, official));
        Assert.Equal(["高校长"], Owners(new CaseHolder(21, "高校长"), teacher, officer));
        // Who has left the class, or the school, has no case of it any more.
        Assert.Equal(["陈老师"], Owners(new CaseHolder(99, "旧老师"), teacher, officer));
        Assert.Empty(Owners(null, official));
    }

    [Fact]
    public void A_case_that_nobody_has_is_due_within_minutes_outside_of_quiet_hours_and_any_other_on_the_next_school_day()
    {
        var schedule = new SchoolDaySchedule { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
        var due = new CaseDue(schedule, TimeSpan.FromMinutes(30), MonitorDays: 14);
        var friday = new DateOnly(2026, 3, 6);
        var (noon, night) = (schedule.TimeZone.ToInstant(friday, new TimeOnly(12, 0)), schedule.TimeZone.ToInstant(friday, new TimeOnly(23, 30)));
        Assert.Equal(noon.AddMinutes(30), due.After(CaseMatter.Illness, CaseState.Open, friday, noon));
        Assert.Equal(schedule.AfterQuiet(night).AddMinutes(30), due.After(CaseMatter.Illness, CaseState.Open, friday, night));
        Assert.Equal(new DateOnly(2026, 3, 9), schedule.DayOf(due.After(CaseMatter.Illness, CaseState.TakenOn, friday, noon)));
        // Two weeks from Friday end on a Friday; the next school day after them is a Monday.
        Assert.Equal(new DateOnly(2026, 3, 23), schedule.DayOf(due.After(CaseMatter.KeyArea, CaseState.TakenOn, friday, noon)));
    }

    private static IEnumerable<CaseMove> Moves(CaseState state, CheckInAnswer answer, CheckInAnswer before) => CaseOpening.Moves(state, answer, before, Rules);

    private static IEnumerable<string> Owners(CaseHolder? takenBy, params (Post, string)[] staff) =>
        CaseOwner.Of(takenBy, staff, Class).Select(one => one.Name);

    private static CaseFile File(CaseState state, params CheckInAnswer[] told) =>
        new(1, new Person(31, 3, Role.Student, "王小明"), Class, CaseMatter.Illness, state, Monday, DateTimeOffset.UnixEpoch)
        {
            Told = [.. told.Select(answer => new CheckIn(31, Monday, CheckInWindow.Morning, 1, answer, CheckInSource.Private, 1, DateTimeOffset.UnixEpoch))],
        };
}
