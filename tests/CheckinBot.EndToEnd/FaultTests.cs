using CheckinBot.Benchmarks.Faults;

namespace CheckinBot.EndToEnd;

/// <summary>
/// The quick ones of <c>CheckinBot.Benchmarks -- faults</c>: the worker in a process of its own while its database, its files, its numbers or
/// another worker do what they should not.
/// </summary>
public sealed class FaultTests
{
    [SkippableFact]
    public async Task Connections_that_are_ended_again_and_again_and_a_server_that_is_restarted_lose_nothing()
    {
        Skip.IfNot(ScratchPostgres.IsThere, "There is no PostgreSQL here (apt-get install postgresql).");
        await using var server = await ScratchPostgres.Start();
        IsWhole(await BrokenConnections.Again(server, 200, isWebhook: false));
        IsWhole(await BrokenConnections.Restart(server, 50));
    }

    [Fact]
    public async Task Numbers_that_begin_again_are_no_duplicates() => IsWhole(await RestartedNumbers.Run());

    [Fact]
    public async Task A_message_that_is_to_wait_for_years_holds_up_no_other() => IsWhole(await HugePauses.OfOneMessage());

    [Fact]
    public async Task A_truncated_database_is_refused_and_put_back_by_the_way_that_is_named() => IsWhole(await DamagedFiles.Truncated());

    [Fact]
    public async Task A_database_that_is_deleted_under_the_worker_ends_it_and_nothing_is_confirmed() => IsWhole(await DamagedFiles.Deleted());

    [Fact]
    public async Task A_database_that_may_only_be_read_is_named_at_the_start_and_by_doctor() => IsWhole(await DamagedFiles.ReadOnly());

    [Fact]
    public async Task What_a_killed_worker_left_is_sent_by_another_and_only_what_was_in_flight_twice() =>
        IsWhole(await TwoWorkers.OneIsKilled(isElsewhere: false));

    private static void IsWhole(FaultResult result) => Assert.True(result.IsWhole, result.Told);
}
