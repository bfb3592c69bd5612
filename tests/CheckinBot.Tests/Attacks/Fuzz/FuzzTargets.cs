namespace CheckinBot.Tests.Attacks.Fuzz;

/// <summary>All ways in that are fuzzed.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
        [new ReaderTarget(), new MessageTarget(), new ButtonTarget(), new DataTarget(), new WebhookTarget(), new CsvTarget(), new WorkbookTarget()];
}
