namespace CheckinBot.Core.Digests;

/// <summary>
/// The counts of a unit for a day and slot. Additive: a unit's numbers are the sum of those of its people and of the
/// units below it. <c>Reported + Missing + Exempt = Expected</c>, always.
/// </summary>
public readonly record struct DigestNumbers
{
    /// <summary>People who are to check in (应报).</summary>
    public int Expected { get; init; }

    /// <summary>Of the expected, those who are no pupils (教职工): where they are counted, it is said.</summary>
    public int Staff { get; init; }

    /// <summary>People with a temperature (已报); travel may still be unknown.</summary>
    public int Reported { get; init; }

    /// <summary>People without a temperature or an exemption (未报). Whoever told only something else is among them.</summary>
    public int Missing { get; init; }

    /// <summary>People excused by name: on leave, ill at home, in hospital (免报).</summary>
    public int Exempt { get; init; }

    /// <summary>Those of the exempt whose reason nobody has told yet. They prevent a zero report.</summary>
    public int ExemptWithoutReason { get; init; }

    /// <summary>
    /// Those of the reported whom nobody has to follow up: see <see cref="UnderFollowUp"/>. The missing are never among them, nor is
    /// anybody in quarantine or back from a key area.
    /// </summary>
    public int Normal { get; init; }

    /// <summary>People at or above the fever line of their measuring site, or with fever told in words, exempt ones too.</summary>
    public int Fever { get; init; }

    /// <summary>Those of the feverish who are not among the reported: absent, or missing and told to be ill.</summary>
    public int FeverAbsent { get; init; }

    /// <summary>People with a symptom other than fever, exempt ones too.</summary>
    public int Symptomatic { get; init; }

    /// <summary>Those of them who are not among the reported.</summary>
    public int SymptomaticAbsent { get; init; }

    /// <summary>People who have left the home area within the monitored days.</summary>
    public int Travelled { get; init; }

    /// <summary>Those of the travelled who were in a key area.</summary>
    public int KeyArea { get; init; }

    /// <summary>People in quarantine at home.</summary>
    public int IsolatedHome { get; init; }

    /// <summary>People in quarantine in a centre.</summary>
    public int IsolatedCentral { get; init; }

    /// <summary>People told to have an infectious disease, or to be suspected of one (确诊或疑似).</summary>
    public int Diagnosed { get; init; }

    /// <summary>
    /// People whom somebody has to follow up, each once: with fever, a symptom or an infectious disease, ill at home or in
    /// hospital, back from a key area, in contact with a case, in quarantine.
    /// </summary>
    public int UnderFollowUp { get; init; }

    /// <summary>Of the reported, in the slot in which travel is asked, those who have not answered it and for whom nobody has waived it by name.</summary>
    public int TravelUnanswered { get; init; }

    /// <summary>People of units that have no school on the day. They are not expected; what they answered all the same counts as health.</summary>
    public int NoSchool { get; init; }

    /// <summary>People about whom somebody still has to ask: the missing, and the exempt without a reason.</summary>
    public int Open => Missing + ExemptWithoutReason;

    /// <summary>People who are absent by name and reason (请假).</summary>
    public int Excused => Exempt - ExemptWithoutReason;

    /// <summary>Of the reported, those whom somebody has to follow up: with <see cref="Normal"/> they are all of them.</summary>
    public int ReportedFollowUp => Reported - Normal;

    /// <summary>People to be followed up who are not among the reported.</summary>
    public int AbsentFollowUp => UnderFollowUp - ReportedFollowUp;

    /// <summary>People who have reported or are exempt with a reason.</summary>
    public int Covered => Expected - Open;

    /// <summary>True where every expected person has reported or is exempt by name and reason. A unit without people is.</summary>
    public bool Complete => Open == 0;

    /// <summary>Complete, and nobody owes the answer about travel: only then may somebody sign that there is nothing to report.</summary>
    public bool MayBeSigned => Complete && TravelUnanswered == 0;

    /// <summary>The covered of the expected, in whole percent rounded down: 100 means all.</summary>
    public int CoveragePercent => Expected == 0 ? 100 : (int)((long)Covered * 100 / Expected);

    /// <summary>
    /// A short mark of these numbers for a button to carry, so that only the numbers that were shown can be signed. It is
    /// no secret; two marks are equal by chance once in two thousand million.
    /// </summary>
    public string Mark()
    {
        // FNV-1a over the counts: the same in every process and version, which a HashCode is not.
        uint mark = 2166136261;
        ReadOnlySpan<int> counts =
        [
            Expected, Reported, Missing, Exempt, ExemptWithoutReason, Normal, Fever, Symptomatic, Travelled,
            KeyArea, IsolatedHome, IsolatedCentral, UnderFollowUp, Diagnosed, TravelUnanswered, NoSchool,
            Staff, FeverAbsent, SymptomaticAbsent,
        ];
        foreach (var count in counts)
        {
            for (var shift = 0; shift < 32; shift += 8) mark = (mark ^ ((uint)count >> shift & 0xff)) * 16777619;
        }

        return mark.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The numbers of a unit that has no school on the day: nobody is expected and nobody is missing, and what was answered all the
    /// same counts as health.
    /// </summary>
    public DigestNumbers WithoutSchool() => this with
    {
        Expected = 0,
        Reported = 0,
        Missing = 0,
        Exempt = 0,
        ExemptWithoutReason = 0,
        Normal = 0,
        TravelUnanswered = 0,
        NoSchool = Expected + NoSchool,
    };

    /// <summary>The sum of two units' numbers.</summary>
    public static DigestNumbers operator +(DigestNumbers left, DigestNumbers right) => new()
    {
        Expected = left.Expected + right.Expected,
        Reported = left.Reported + right.Reported,
        Missing = left.Missing + right.Missing,
        Exempt = left.Exempt + right.Exempt,
        ExemptWithoutReason = left.ExemptWithoutReason + right.ExemptWithoutReason,
        Normal = left.Normal + right.Normal,
        Fever = left.Fever + right.Fever,
        Symptomatic = left.Symptomatic + right.Symptomatic,
        Travelled = left.Travelled + right.Travelled,
        KeyArea = left.KeyArea + right.KeyArea,
        IsolatedHome = left.IsolatedHome + right.IsolatedHome,
        Diagnosed = left.Diagnosed + right.Diagnosed,
        IsolatedCentral = left.IsolatedCentral + right.IsolatedCentral,
        UnderFollowUp = left.UnderFollowUp + right.UnderFollowUp,
        TravelUnanswered = left.TravelUnanswered + right.TravelUnanswered,
        NoSchool = left.NoSchool + right.NoSchool,
        Staff = left.Staff + right.Staff,
        FeverAbsent = left.FeverAbsent + right.FeverAbsent,
        SymptomaticAbsent = left.SymptomaticAbsent + right.SymptomaticAbsent,
    };

    /// <summary>The same as the operator.</summary>
    public static DigestNumbers Add(DigestNumbers left, DigestNumbers right) => left + right;
}
