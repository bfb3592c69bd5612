using CheckinBot.Jobs;
using CheckinBot.Storage.Digests;

namespace CheckinBot.Tests.Jobs;

public sealed class FamiliesTests
{
    private const long Mother = 1, Father = 2, Aunt = 3, Ming = 31, Hong = 32, Lan = 33;

    [Fact]
    public void The_guardian_of_both_children_is_asked_and_nobody_else()
    {
        PossibleReporter[] reporters = [Of(Ming, Father), Of(Ming, Mother), Of(Hong, Mother)];
        Assert.Equal([Mother], Asked(reporters, turn: 0));
        Assert.Equal([Mother], Asked(reporters, turn: 1));
    }

    [Fact]
    public void Where_one_guardian_keeps_silent_the_other_is_asked_the_next_time()
    {
        PossibleReporter[] reporters = [Of(Ming, Mother), Of(Ming, Father), Of(Hong, Mother), Of(Hong, Father)];
        Assert.Equal([Mother], Asked(reporters, turn: 0));
        Assert.Equal([Father], Asked(reporters, turn: 1));
        Assert.Equal([Mother], Asked(reporters, turn: 2));
    }

    [Fact]
    public void A_patchwork_family_is_asked_as_often_as_nobody_can_answer_for_all()
    {
        PossibleReporter[] reporters = [Of(Ming, Mother), Of(Hong, Father), Of(Hong, Mother), Of(Lan, Father)];
        Assert.Equal([Mother, Father], Asked(reporters, turn: 0));
    }

    [Fact]
    public void Families_that_share_nobody_are_asked_each()
    {
        PossibleReporter[] reporters = [Of(Ming, Mother), Of(Lan, Aunt)];
        Assert.Equal([Mother, Aunt], Asked(reporters, turn: 0));
    }

    [Fact]
    public void Every_missing_person_has_exactly_somebody_asked()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var reporters = Enumerable.Range(0, 12).SelectMany(person => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(person, random.Next(100, 112))))
                .DistinctBy(one => (one.PersonId, one.UserId)).ToArray();
            var asked = Asked(reporters, run % 3);
            Assert.Equal(asked.Distinct(), asked);
            Assert.All(reporters.GroupBy(one => one.PersonId), person => Assert.Contains(person, one => asked.Contains(one.UserId)));
        }
    }

    private static List<long> Asked(IReadOnlyList<PossibleReporter> reporters, int turn) =>
        [.. Families.OneOfEach(reporters, turn).Select(one => one.UserId)];

    private static PossibleReporter Of(long person, long user) => new() { PersonId = person, UserId = user, UnitId = 3 };
}
