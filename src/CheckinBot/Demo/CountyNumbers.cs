namespace CheckinBot.Demo;

internal static class CountyNumbers
{
    public static Task<string> Of(DemoSession session, DateOnly day, CancellationToken cancellationToken) => Task.FromResult(session.Told.Latest.Count + " told, " + day + cancellationToken.IsCancellationRequested);
}
