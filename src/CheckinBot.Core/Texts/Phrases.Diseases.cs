using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Texts;

/// <summary>Infectious diseases by name.</summary>
public readonly partial record struct Phrases
{
    /// <summary>A disease, by the name that schools use.</summary>
    public string Disease(Diseases disease) => disease switch
    {
        Diseases.Influenza => Say("流感", "流感", "influenza"),
        Diseases.Covid => Say("新冠", "新冠肺炎", "COVID-19"),
        Diseases.HandFootMouth => Say("手足口病", "手足口病（腸病毒）", "hand, foot and mouth disease"),
        Diseases.Varicella => Say("水痘", "水痘", "chickenpox"),
        Diseases.Mumps => Say("流行性腮腺炎", "流行性腮腺炎", "mumps"),
        Diseases.Measles => Say("麻疹", "麻疹", "measles"),
        Diseases.Rubella => Say("风疹", "德國麻疹", "rubella"),
        Diseases.ScarletFever => Say("猩红热", "猩紅熱", "scarlet fever"),
        Diseases.Norovirus => Say("诺如病毒感染", "諾羅病毒感染", "norovirus"),
        Diseases.InfectiousDiarrhoea => Say("感染性腹泻", "感染性腹瀉", "infectious diarrhoea"),
        Diseases.Dysentery => Say("痢疾", "痢疾", "dysentery"),
        Diseases.Conjunctivitis => Say("红眼病", "紅眼症", "infectious conjunctivitis"),
        Diseases.Hepatitis => Say("病毒性肝炎", "病毒性肝炎", "viral hepatitis"),
        Diseases.Typhoid => Say("伤寒", "傷寒", "typhoid"),
        Diseases.Tuberculosis => Say("肺结核", "肺結核", "tuberculosis"),
        Diseases.Pertussis => Say("百日咳", "百日咳", "whooping cough"),
        Diseases.Dengue => Say("登革热", "登革熱", "dengue"),
        Diseases.Meningitis => Say("流行性脑脊髓膜炎", "流行性腦脊髓膜炎", "meningococcal meningitis"),
        _ => Say("传染病", "傳染病", "an infectious disease"),
    };

    /// <summary>Diseases in a row; empty for none.</summary>
    public string DiseaseNames(Diseases diseases)
    {
        var phrases = this;
        return string.Join(Say("、", "、", ", "), Enum.GetValues<Diseases>().Where(one => one != Diseases.None && diseases.HasFlag(one)).Select(phrases.Disease));
    }

    /// <summary>What a family told of a diagnosis.</summary>
    public string Diagnosed(Diseases diseases, bool onlySuspected) => onlySuspected
        ? Say($"疑似{DiseaseNames(diseases)}", $"疑似{DiseaseNames(diseases)}", $"suspected {DiseaseNames(diseases)}")
        : DiseaseNames(diseases);

    /// <summary>To the family: an earlier diagnosis no longer counts.</summary>
    public string DiagnosisClosed(string name, DateOnly day, Diseases diseases) => Say(
        $"{name} {Date(day)}报的{DiseaseNames(diseases)}已撤下，学校会看到。",
        $"{name} {Date(day)}回報的{DiseaseNames(diseases)}已撤下，學校會看到。",
        $"{name}: {DiseaseNames(diseases)} told on {Date(day)} no longer stands, and the school sees that.");
}
