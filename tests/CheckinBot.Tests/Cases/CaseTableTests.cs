using CheckinBot.Core.Cases;

namespace CheckinBot.Tests.Cases;

/// <summary>What holds of every way through the table of states and moves.</summary>
public sealed class CaseTableTests
{
    private static readonly CaseState[] States = Enum.GetValues<CaseState>();
    private static readonly CaseMove[] Moves = Enum.GetValues<CaseMove>();

    [Fact]
    public void Nobody_is_back_at_school_who_was_not_cleared_before()
    {
        Assert.Equal([(CaseState.ReadyToReturn, CaseMove.Return)], Ways(to: CaseState.Returned).Where(way => way.From != CaseState.Returned));
        Assert.All(Ways(to: CaseState.ReadyToReturn).Where(way => way.From != CaseState.ReadyToReturn), way => Assert.Equal(CaseMove.Clear, way.Move));
        Assert.DoesNotContain(States, state => state != CaseState.Returned && CaseTable.MayClose(CaseMatter.Illness, state, CaseClosing.Recovered));
    }

    [Fact]
    public void Every_case_but_a_closed_one_can_be_taken_on_and_closed_with_a_reason_and_nothing_leads_out_of_a_closed_one()
    {
        foreach (var state in States.Where(state => state != CaseState.Closed))
        {
            Assert.NotNull(CaseTable.After(state, CaseMove.TakeOn));
            Assert.Equal(CaseState.Closed, CaseTable.After(state, CaseMove.Close));
            foreach (var matter in Enum.GetValues<CaseMatter>())
                Assert.Contains(Enum.GetValues<CaseClosing>(), reason => CaseTable.MayClose(matter, state, reason));
        }

        Assert.All(Moves, move => Assert.Null(CaseTable.After(CaseState.Closed, move)));
        Assert.All(Enum.GetValues<CaseClosing>(), reason => Assert.False(CaseTable.MayClose(CaseMatter.Other, CaseState.Closed, reason)));
    }

    [Fact]
    public void From_every_open_state_there_is_a_way_back_to_school_and_an_illness_can_be_settled_by_it_alone()
    {
        foreach (var state in States.Where(state => state != CaseState.Closed))
        {
            var reached = new HashSet<CaseState> { state };
            for (var before = 0; before != reached.Count;)
            {
                before = reached.Count;
                reached.UnionWith(reached.ToList().SelectMany(one => Moves, (one, move) => CaseTable.After(one, move)).OfType<CaseState>());
            }

            Assert.Contains(CaseState.Returned, reached);
        }

        Assert.DoesNotContain(States, state => CaseTable.MayClose(CaseMatter.Illness, state, CaseClosing.TimeOver));
        Assert.DoesNotContain(States, state => CaseTable.MayClose(CaseMatter.Illness, state, CaseClosing.Settled));
    }

    [Fact]
    public void Whoever_is_ill_again_is_cleared_anew_before_coming_back()
    {
        CaseState[] afterRelapse = [.. States.Select(state => CaseTable.After(state, CaseMove.Relapse)).OfType<CaseState>().Distinct()];
        Assert.Equal([CaseState.TakenOn], afterRelapse);
        Assert.Null(CaseTable.After(CaseState.TakenOn, CaseMove.Return));
    }

    private static IEnumerable<(CaseState From, CaseMove Move)> Ways(CaseState to) =>
        States.SelectMany(state => Moves, (state, move) => (state, move)).Where(way => CaseTable.After(way.state, way.move) == to);
}
