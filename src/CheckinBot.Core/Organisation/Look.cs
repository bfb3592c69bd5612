namespace CheckinBot.Core.Organisation;

/// <summary>Why somebody looked at a named person's health.</summary>
public enum LookReason
{
    /// <summary>The open cases of a unit.</summary>
    Cases,

    /// <summary>An alert that names the person.</summary>
    Alert,

    /// <summary>A reading, to report or to correct it.</summary>
    Reading,

    /// <summary>A table of check-ins.</summary>
    Export,

    /// <summary>A form that somebody above asks for.</summary>
    Form,
}

/// <summary>Where they looked.</summary>
public enum LookVia
{
    /// <summary>A message of the bot.</summary>
    Chat,

    /// <summary>A file with check-ins.</summary>
    Export,

    /// <summary>A filled-in form.</summary>
    Form,

    /// <summary>The program's command line: the operator.</summary>
    CommandLine,
}
