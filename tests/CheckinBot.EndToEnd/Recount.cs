using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Families;
using CheckinBot.Demo.Population;

namespace CheckinBot.EndToEnd;

/// <summary>Counts by hand what the made-up families have told, with no help from the worker or its database.</summary>
internal static class Recount
{
    /// <summary>At the armpit and where nothing else is said, 37.3 ℃ and more is a fever.</summary>
    private const int FeverTenths = 373;

    public static DigestNumbers Of(County county, Told told, string unitPath)
    {
        var expected = county.Pupils.Select(pupil => (Unit: pupil.ClassPath, pupil.Number))
            .Concat(county.Staff.Where(member => member.Role != Role.Official).Select(member => (Unit: member.UnitPath, member.Number)))
            .Where(person => person.Unit == unitPath || person.Unit.StartsWith(unitPath + "/", StringComparison.Ordinal))
            .ToList();
        var answers = expected.Select(person => told.Latest.GetValueOrDefault(person)).OfType<Facts>().ToList();
        var reported = answers.Where(facts => !facts.OnLeave && facts.Tenths is not null).ToList();
        return new DigestNumbers
        {
            Expected = expected.Count,
            Staff = county.Staff.Count(member => member.Role != Role.Official && $"{member.UnitPath}/".StartsWith(unitPath + "/", StringComparison.Ordinal)),
            Reported = reported.Count,
            Exempt = answers.Count(facts => facts.OnLeave),
            Missing = expected.Count - reported.Count - answers.Count(facts => facts.OnLeave),
            Normal = reported.Count(facts => facts.Tenths < FeverTenths && !facts.Coughs),
            Fever = reported.Count(facts => facts.Tenths >= FeverTenths),
            Symptomatic = answers.Count(facts => facts.Coughs || facts.OnLeave),
            SymptomaticAbsent = answers.Count(facts => facts.OnLeave),
            Travelled = answers.Count(facts => facts.Place is not null),
            UnderFollowUp = answers.Count(facts => facts.Tenths >= FeverTenths || facts.Coughs || facts.OnLeave),
        };
    }
}
