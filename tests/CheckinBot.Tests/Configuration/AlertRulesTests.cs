using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Configuration;

/// <summary>Rules that an operator adds, changes or switches off.</summary>
public sealed class AlertRulesTests
{
    [Fact]
    public void A_rule_is_added_with_its_symptoms_place_deadline_and_document()
    {
        var rules = Read(
            ("Rules:Clusters:0:Id", "norovirus"), ("Rules:Clusters:0:Pupils", "10"), ("Rules:Clusters:0:Days", "7"), ("Rules:Clusters:0:Within", "School"),
            ("Rules:Clusters:0:Symptoms:0", "Vomiting+Diarrhoea"), ("Rules:Clusters:0:DeadlineHours", "0"), ("Rules:Clusters:0:Report:0", "cdc"),
            ("Rules:Clusters:0:Source", "湖州市卫健委 2023-09-11"));
        Assert.Equal(ShippedRules.All, rules.Take(ShippedRules.All.Count));
        var added = rules[^1];
        Assert.Equal(("norovirus", RuleKind.LikeSymptoms, 10, 7, RuleScope.School), (added.Id, added.Kind, added.Pupils, added.Days, added.Scope));
        Assert.Equal([SymptomGroup.Digestive], added.Signs);
        Assert.Equal((TimeSpan.Zero, Authorities.DiseaseControl), (added.Within, added.ReportTo));
    }

    [Fact]
    public void A_rule_of_a_disease_is_added_with_its_figures_and_document()
    {
        var rule = Read(
            ("Rules:Clusters:0:Id", "hfmd_class"), ("Rules:Clusters:0:Pupils", "2"), ("Rules:Clusters:0:Days", "7"), ("Rules:Clusters:0:Within", "Class"),
            ("Rules:Clusters:0:Diseases:0", "HandFootMouth"), ("Rules:Clusters:0:Diseases:1", "Varicella+Measles"),
            ("Rules:Clusters:0:Source", "湖州市卫健委 2023-09-11"))[^1];
        Assert.Equal((RuleKind.Disease, 2, 7, RuleScope.Class), (rule.Kind, rule.Pupils, rule.Days, rule.Scope));
        Assert.Equal([Diseases.HandFootMouth, Diseases.Varicella | Diseases.Measles], rule.Diseases);
        Assert.Empty(rule.Signs);
    }

    [Fact]
    public void A_rule_counts_from_a_temperature_on() => Assert.Equal(
        380, Read(("Rules:Clusters:0:Source", "x"), ("Rules:Clusters:0:Symptoms", "Cough+SoreThroat"), ("Rules:Clusters:0:FromC", "38.0"))[^1].FromTenths);

    [Fact]
    public void A_shipped_rule_is_changed_by_its_name_and_keeps_the_rest()
    {
        var rule = Read(("Rules:Clusters:0:Id", "class_cluster_1day"), ("Rules:Clusters:0:Pupils", "2"))[0];
        Assert.Equal(ShippedRules.All[0] with { Pupils = 2 }, rule);
    }

    [Fact]
    public void A_shipped_rule_is_switched_off_by_its_name() =>
        Assert.Equal(ShippedRules.All.Skip(1), Read(("Rules:Clusters:0:Id", "class_cluster_1day"), ("Rules:Clusters:0:Enabled", "false")));

    [Fact]
    public void In_one_word_a_unit_switches_a_rule_off_or_sets_its_number()
    {
        var rules = Read(("Rules:Alerts", "class_cluster_1day=4, reading_twice=off, no_answer_3days=5"));
        Assert.Equal(4, rules.Single(rule => rule.Id == "class_cluster_1day").Pupils);
        Assert.DoesNotContain(rules, rule => rule.Id == "reading_twice");
        Assert.Equal((1, 5), (rules.Single(rule => rule.Id == "no_answer_3days").Pupils, rules.Single(rule => rule.Id == "no_answer_3days").Days));
    }

    [Theory]
    [InlineData("Rules:Clusters:0:Pupils", "0", "Rules:Clusters:0:Pupils = '0' is not allowed: a whole number from 1 to 1000")]
    [InlineData("Rules:Clusters:0:Within", "Street", "Rules:Clusters:0:Within = 'Street' is not allowed: Class or Dormitory or ClassOrDormitory or School")]
    [InlineData("Rules:Clusters:0:Symptoms", "Hiccups", "Rules:Clusters:0:Symptoms = 'Hiccups' is not allowed: fever, respiratory")]
    [InlineData("Rules:Clusters:0:Diseases", "Hiccups", "Rules:Clusters:0:Diseases = 'Hiccups' is not allowed: Influenza, Covid, HandFootMouth")]
    [InlineData("Rules:Clusters:0:DeadlineHours", "soon", "Rules:Clusters:0:DeadlineHours = 'soon' is not allowed: hours from 0")]
    [InlineData("Rules:Clusters:0:Report", "police", "Rules:Clusters:0:Report = 'police' is not allowed: cdc, education or none")]
    [InlineData("Rules:Clusters:0:Days", "3", "Rules:Clusters:0:Source = '' is not allowed: the document that the rule is from")]
    [InlineData("Rules:Alerts", "class_cluster_9day=3", "Rules:Alerts = 'class_cluster_9day=3' is not allowed: RULE=off or RULE=PUPILS")]
    [InlineData("Rules:AcknowledgeMinutes", "1", "Rules:AcknowledgeMinutes = '1' is not allowed: a whole number from 5 to 1440")]
    public void A_rule_that_makes_no_sense_is_refused_in_one_line(string key, string value, string line) => Assert.StartsWith(
        line, Assert.Throws<BadConfigurationException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    private static IReadOnlyList<AlertRule> Read(params (string Key, string Value)[] values) => Settings
        .Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build()).Rules.Alerts;
}
