namespace CheckinBot.Core.Places;

/// <summary>The numbers that bring police or an ambulance, by the time zone of a school.</summary>
public static class EmergencyNumbers
{
    /// <summary>Reaches help from mobile phones of every network (3GPP TS 22.101), where no better number is known.</summary>
    private static readonly string[] Everywhere = ["112"];

    /// <summary>The numbers of a region, the police first.</summary>
    /// <param name="timeZone">The IANA name of the school's time zone.</param>
    public static IReadOnlyList<string> Of(string timeZone) => timeZone switch
    {
        "Asia/Shanghai" or "Asia/Urumqi" or "Asia/Chongqing" or "Asia/Harbin" or "PRC" => ["110", "120"],
        "Asia/Taipei" or "ROC" => ["110", "119"],
        "Asia/Hong_Kong" or "Asia/Macau" or "Asia/Kuala_Lumpur" or "Asia/Kuching" or "Europe/London" => ["999"],
        "Asia/Singapore" => ["999", "995"],
        "Asia/Tokyo" => ["110", "119"],
        "Asia/Seoul" => ["112", "119"],
        "Pacific/Auckland" => ["111"],
        _ when timeZone.StartsWith("Australia/", StringComparison.Ordinal) => ["000"],
        _ when timeZone.StartsWith("America/", StringComparison.Ordinal) || timeZone.StartsWith("US/", StringComparison.Ordinal) => ["911"],
        _ => Everywhere,
    };
}
