namespace CheckinBot.EndToEnd;

/// <summary>Tests of the demo's day run one after another: each keeps a machine busy.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection
{
    public const string Name = "demo";
}
