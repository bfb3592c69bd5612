using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Tests.Jobs;

namespace CheckinBot.Tests.Organisation;

/// <summary>What cannot be done again at once is asked about before it is done, whichever button leads to it.</summary>
public sealed class DestructiveTapTests(RightsAtWorkTests.Place place) : IClassFixture<RightsAtWorkTests.Place>
{
    // The ids of the class, of a pupil and of a guardian in the places where buttons have them.
    private static string[] Arguments =>
        ["", $".3.{Ming}", $".{Ming}.3", $".{Ming}.{ButtonData.Number(ScheduledSchool.FatherOfMing)}", $".{Ming}.{ButtonData.Day(new(2026, 3, 5))}", ".ask"];

    private static string Ming => ButtonData.Number(ScheduledSchool.Ming);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_single_tap_ends_a_link_an_account_or_a_binding_or_moves_a_pupil(Role role)
    {
        // The button of a transfer is the answer to the question whether to do it.
        foreach (var entry in ButtonTable.All.Where(entry => entry is { Question: null, Verb: not TransferDesk.SureVerb }))
            foreach (var arguments in Arguments)
                foreach (var by in (long[])[ScheduledSchool.FatherOfMing, 1_500])
                {
                    var way = new RightsAtWorkTests.Way($"0.{entry.Verb}{arguments}", [], _ => false, InGroup: entry.Chat == ChatKind.Group);
                    var effects = await place.Try(new Post(0, place.Unit(RightsAtWorkTests.Place.School), role), way, by: by);
                    Assert.DoesNotContain(effects, effect => effect is Effect.Unlink or Effect.DeleteAccount or Effect.UnbindGroup or Effect.Transfer);
                }
    }
}
