using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Digests;

/// <content>Names as a roster of each language has them, among them some that try to be a formula.</content>
public static partial class ThreeSizes
{
    private static class Words
    {
        private static readonly string[][] Names =
        [
            ["王小明", "李雷", "韩梅梅", "周双双", "欧阳晴", "Emma Li", "陈一", "赵子轩", "=1+1", "黄思琪", "吴宇航"],
            ["王小明", "李雷", "韓梅梅", "周雙雙", "歐陽晴", "Emma Li", "陳一", "趙子軒", "=1+1", "黃思琪", "吳宇航"],
            ["Liam Brown", "Noah Hill", "Olivia Green", "Ava Clark", "Mia Young", "Emma Li", "Isabella Montgomery-Smith",
                "Jack King", "=1+1", "Ella Ward", "Leo Scott"],
        ];

        private static readonly string[][] Places = [
            ["武汉", "长沙", "Shanghai", "@深圳"], ["武漢", "長沙", "上海", "@深圳"], ["Wuhan", "Changsha", "Shanghai", "@Shenzhen"]];

        public static string Name(uint draw, Language language) => Names[(int)language][draw % 11];

        public static string Place(uint draw, Language language) => Places[(int)language][draw % 4];

        public static string County(Language language) => Of(language, "示范县", "示範縣", "Model County");

        public static string School(Language language) => Of(language, "第一小学", "第一國小", "First School");

        public static string School(int index, Language language) => (index % 4) switch
        {
            0 => Of(language, $"第{index + 1}小学", $"第{index + 1}國小", $"School {index + 1}"),
            1 => Of(language, $"第{index + 1}中学", $"第{index + 1}國中", $"High School {index + 1}"),
            2 => Of(language, $"中心幼儿园{index + 1}园", $"中心幼兒園{index + 1}園", $"Kindergarten {index + 1}"),
            _ => Of(language, $"{index + 1}乡九年一贯制实验学校", $"{index + 1}鄉實驗國民中小學", $"Township {index + 1} Experimental Combined School"),
        };

        public static string Grade(int grade, Language language) =>
            Of(language, $"{"一二三四五六"[grade - 1]}年级", $"{"一二三四五六"[grade - 1]}年級", $"Grade {grade}");

        public static string Room(int number, Language language) => Of(language, $"{number}班", $"{number}班", $"Class {number}");

        public static string Teacher(Language language) => Of(language, "陈老师", "陳老師", "Ms Chen");

        public static string Head(Language language) => Of(language, "高校长", "高校長", "Mr Gao");

        public static string Mother(Language language) => Of(language, "妈妈", "媽媽", "mother");

        public static string Note(Language language) => Of(language, "=全班外出\"春游\"", "=全班外出「春遊」", "=class trip \"spring\"");

        private static string Of(Language language, string hans, string hant, string en) =>
            language switch { Language.ZhHans => hans, Language.ZhHant => hant, _ => en };
    }
}
