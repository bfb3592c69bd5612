namespace CheckinBot.Demo.Population;

/// <summary>How a family goes about its check-in: the kinds that every class teacher knows.</summary>
internal enum Habit
{
    /// <summary>One complete message in private soon after the card.</summary>
    Prompt,

    /// <summary>Only the number; presses the button for travel.</summary>
    NumberOnly,

    /// <summary>Replies to the card in the group.</summary>
    RepliesToCard,

    /// <summary>Presses the card's button.</summary>
    PressesCard,

    /// <summary>Writes name and number into the group.</summary>
    NamesInGroup,

    /// <summary>Adds a line to the chain in the group.</summary>
    JoinsChain,

    /// <summary>Answers the first reminder.</summary>
    AfterReminder,

    /// <summary>Answers the second reminder.</summary>
    AfterSecondReminder,

    /// <summary>Answers once the class teacher has nudged.</summary>
    AfterNudge,

    /// <summary>Never answers.</summary>
    Never,

    /// <summary>No phone that does Telegram: the class teacher reports.</summary>
    NoPhone,

    /// <summary>Sends 63.5, is asked, sends 36.5.</summary>
    WrongNumber,

    /// <summary>Leaves the point out: 365.</summary>
    NoPoint,

    /// <summary>Two children, told in one message.</summary>
    TwoChildren,

    /// <summary>Two children; says only of one and is asked about the other.</summary>
    OneOfTwo,

    /// <summary>Fever with symptoms.</summary>
    Fever,

    /// <summary>Back from another city.</summary>
    BackFromTrip,

    /// <summary>Corrects the message by editing it.</summary>
    EditsMessage,

    /// <summary>No thermometer at first.</summary>
    NoThermometer,

    /// <summary>On leave with a cold.</summary>
    OnLeave,

    /// <summary>Sends a photo of the thermometer first.</summary>
    SendsPhoto,

    /// <summary>Both guardians answer, with different numbers.</summary>
    BothAnswer,

    /// <summary>Says "later", and answers later.</summary>
    Later,

    /// <summary>A grandparent who needs help.</summary>
    NeedsHelp,

    /// <summary>Takes it back with /undo and sends it again.</summary>
    Undoes,
}
