using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Texts;

/// <summary>Who is monitored until when, and how that is ended.</summary>
public readonly partial record struct Phrases
{
    /// <summary>What somebody is monitored for, and the last day of it.</summary>
    public string MonitoredUntil(Monitored monitored) => Say(
        $"{MonitoredFor(monitored)}，监测到 {Date(monitored.Until)}",
        $"{MonitoredFor(monitored)}，監測到 {Date(monitored.Until)}",
        $"{MonitoredFor(monitored)}, monitored until {Date(monitored.Until)}");

    /// <summary>The same, in the list of open cases.</summary>
    public string CaseMonitored(Monitored monitored) => Say(
        $"　{MonitoredUntil(monitored)}", $"　{MonitoredUntil(monitored)}", $"   {MonitoredUntil(monitored)}");

    /// <summary>The button that ends it.</summary>
    public string EndMonitoringButton(string name) => Say($"结束监测：{name}", $"結束監測：{name}", $"End monitoring: {name}");

    /// <summary>Asks once more.</summary>
    public string EndMonitoringAsk(string name) => Say(
        $"提前结束对{name}的监测吗？结束后，今天起不再算重点地区、隔离和跟进人数。",
        $"提前結束對{name}的監測嗎？結束後，今天起不再計入重點地區、隔離和追蹤人數。",
        $"End the monitoring of {name} early? From today they no longer count under key areas, isolation and follow-up.");

    /// <summary>Yes.</summary>
    public string EndMonitoringSure => Say("确定结束", "確定結束", "Yes, end it");

    /// <summary>No.</summary>
    public string EndMonitoringNot => Say("先不结束", "先不結束", "Not yet");

    /// <summary>It is ended.</summary>
    public string MonitoringEnded(string name) => Say(
        $"✅ 已结束对{name}的监测。", $"✅ 已結束對{name}的監測。", $"✅ {name} is no longer monitored.");

    /// <summary>It goes on.</summary>
    public string MonitoringGoesOn(string name) => Say($"好的，继续监测{name}。", $"好的，繼續監測{name}。", $"All right, {name} stays monitored.");

    private string MonitoredFor(Monitored monitored) => monitored.Kind switch
    {
        MonitoredKind.KeyArea => Say($"去过{monitored.Place}", $"去過{monitored.Place}", $"was in {monitored.Place}"),
        MonitoredKind.Contact => HadContact,
        MonitoredKind.IsolationHome => IsolationAt(Isolation.Home),
        MonitoredKind.IsolationCentral => IsolationAt(Isolation.Central),
        _ => throw new ArgumentOutOfRangeException(nameof(monitored), monitored.Kind, null),
    };
}
