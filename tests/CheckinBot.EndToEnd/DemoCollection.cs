namespace CheckinBot.EndToEnd;

/// <summary>Tests of the demo's day run one after another and beside nothing else: a clock that runs fast and a browser need the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DemoCollection
{
    public const string Name = "demo";
}
