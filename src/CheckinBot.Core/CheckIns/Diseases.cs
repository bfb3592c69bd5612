namespace CheckinBot.Core.CheckIns;

/// <summary>
/// Infectious diseases that a school reports, as a family tells of a diagnosis. Those of the notifiable categories
/// (传染病防治法 第三条) that pupils get, and varicella, of which 国家突发公共卫生事件相关信息报告管理工作规范（试行） counts
/// cases of one school.
/// </summary>
[Flags]
public enum Diseases
{
    /// <summary>None told.</summary>
    None = 0,

    /// <summary>Influenza (流感).</summary>
    Influenza = 1 << 0,

    /// <summary>COVID-19 (新冠).</summary>
    Covid = 1 << 1,

    /// <summary>Hand, foot and mouth disease (手足口病).</summary>
    HandFootMouth = 1 << 2,

    /// <summary>Chickenpox (水痘).</summary>
    Varicella = 1 << 3,

    /// <summary>Mumps (流行性腮腺炎).</summary>
    Mumps = 1 << 4,

    /// <summary>Measles (麻疹).</summary>
    Measles = 1 << 5,

    /// <summary>Rubella (风疹).</summary>
    Rubella = 1 << 6,

    /// <summary>Scarlet fever (猩红热).</summary>
    ScarletFever = 1 << 7,

    /// <summary>Norovirus (诺如病毒感染).</summary>
    Norovirus = 1 << 8,

    /// <summary>Other infectious diarrhoea (感染性腹泻), rotavirus among it.</summary>
    InfectiousDiarrhoea = 1 << 9,

    /// <summary>Dysentery (痢疾).</summary>
    Dysentery = 1 << 10,

    /// <summary>Acute haemorrhagic conjunctivitis (急性出血性结膜炎, 红眼病).</summary>
    Conjunctivitis = 1 << 11,

    /// <summary>Viral hepatitis (病毒性肝炎).</summary>
    Hepatitis = 1 << 12,

    /// <summary>Typhoid and paratyphoid (伤寒、副伤寒).</summary>
    Typhoid = 1 << 13,

    /// <summary>Tuberculosis of the lungs (肺结核).</summary>
    Tuberculosis = 1 << 14,

    /// <summary>Whooping cough (百日咳).</summary>
    Pertussis = 1 << 15,

    /// <summary>Dengue (登革热).</summary>
    Dengue = 1 << 16,

    /// <summary>Meningococcal meningitis (流行性脑脊髓膜炎).</summary>
    Meningitis = 1 << 17,
}
