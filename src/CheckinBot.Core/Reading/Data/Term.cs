namespace CheckinBot.Core.Reading.Data;

/// <summary>What a word or a sign is good for in one place of the reading. The words of each stand in the files of this folder.</summary>
internal enum Term
{
    // numerals.txt
    Digit, Times, Tens, Numeral, NumeralAlone, HanOrdinal, Zero, Half, Degree, Point, DegreeOrPoint, DegreeSign, BeforeTenth, PlainPoint, CutOffPoint,
    AfterCutOff, DegreePart, MinuteSign, WholeSign, Hour, ClockSign, ClockPart, Year, Month, MonthPart, DayOfMonth, NoDay, Age, LunarMonth, LunarDay,
    Counter, NumberSign, Ordinal, Stage, HigherStage, Grade, ClassSign, EnglishDigit, EnglishTens, EnglishPoint, PointAndSpace, AndAHalf,
    EnglishMonth, InMonth, OfMonth, Space, OrdinalEnding, NumberAbbreviation, Link,

    // surnames.txt
    CompoundSurname, Surname, GivenSign, GivenSignBehindSurname, EndsName, Somebody, CallingSign, SiblingSign, AllOfThem, BeforeNoName,

    // names-latin.txt
    GivenLatin, FamilyLatin,

    // terms.txt
    Of, OfSign, Possessive, OfOrIs, Is, IsAll, ThisIs, This, Copula, Too, Then, To, For, One, Here, Please, SmallWord, Already, DoneSign, Managed,
    Always, Until, Since, GoesOnTelling, AnswerNo, AnswerYes, AnswerToWhether, Yet, Whether, NegationSign, NoneOf, IsNot, NotThisOne, NotYet,
    DeniesByItself, NegatedStart, DeniesRemark, Nobody, NobodyThere, Ours, OurChild, We, Family, WholeFamily, You, YouOrYours, Pronoun, OfThem, Owner,
    EnglishOwner, OwnThing, OwnChild, ChildAgain, ChildAnywhere, SeveralChildren, AsUsual, Classmate, Teacher, Title, OthersOfChild, HomeOrOf,
    DoneFor, LooksAfter, SubjectGoesOn, LittleSign, EndearingEnd, SeatWord, SelfMention, Degrees, Touching, Ish, AtTime, HalfOfDay, Turn, MeasureWord,
    UnitOfOther, PersonCount, Got, WeakCue, Reached, Paid, Peak, Defines, AskingVerb, WhatToDo, WhichOne, Forgot, TakesBack, WrongBehind, Withdrawn,
    BodyHeat, OfMeasuring, FirstTry, PartOfDay, Night, MorningSign, JustNow, Weekday, LastOfLunarYear, Holiday, TimeUnit, Period, PeriodOfForm,
    BeforeSign, SaidBefore, WithinSign, AboutSign, MoreSign, CountSign, Staying, Away, Out, OnesBack, ThereIs, Except, Outside, TravelHistory,
    Station, LeavesHome, OnTheWay, UpSign, LocalBehind, NoNoun, AroundPlace, NoPlace, GoneSign, OnlyBetter, OfTemperature, AnySymptom, NothingWrong,
    Hotel, SomethingOn, DoubtsDiagnosis, Confirmed, NoticeGiven, ChainSign, ChainName, FormStart, NoNameSign, Particle, Kin, Returned, DateMark,
    Kindergarten, KindergartenGroup, PreschoolClass, SchoolStage, YearOfSchool, EnglishStage,

    // journey.txt
    Beside, Purpose,

    // remarks.txt
    Reducer, Heat, Present,

    // thermometers.txt
    Instrument, Fault,

    // distress.txt
    SelfHarmTold, SelfHarmTopic, ViolenceTold, ViolenceTopic, Spared, DistressDenied, Prevention,
}
