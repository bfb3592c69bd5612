using System.Reflection;
using System.Text.RegularExpressions;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Architecture;

/// <summary>What holds for every store: it is held to the same contract on both databases.</summary>
public sealed partial class StoreTests
{
    private static readonly List<string> Contracts =
        [.. Repository.SourcesBelow("tests/CheckinBot.Tests").Select(File.ReadAllText).Where(text => Contract().IsMatch(text))];

    public static TheoryData<string> Stores =>
        [.. typeof(CheckinBot.Storage.Engine.Database).Assembly.GetExportedTypes().Select(type => type.Name).Where(name => name.EndsWith("Store", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_store_is_held_to_a_contract(string store) =>
        Assert.Contains(Contracts, text => text.Contains($"new {store}(session)", StringComparison.Ordinal));

    [Fact]
    public void Every_contract_is_checked_on_both_databases()
    {
        var types = Assembly.GetExecutingAssembly().GetTypes();
        var contracts = Contracts.SelectMany(text => Contract().Matches(text)).Select(match => match.Groups[1].Value).Except([nameof(StoreContract)]).ToList();
        Assert.NotEmpty(contracts);
        var checkedOn = types.Where(type => type.IsSealed && contracts.Contains(type.BaseType?.Name!)).Select(type => type.Name);
        Assert.Equal(contracts.SelectMany(name => (string[])[$"Postgres{name}", $"Sqlite{name}"]).Order(), checkedOn.Order());
    }

    [GeneratedRegex(@"abstract class (\w+)\(TestDatabase ")]
    private static partial Regex Contract();
}
