using CheckinBot.Configuration;
using CheckinBot.Files.Forms;

namespace CheckinBot.Doctor;

/// <summary>Whether every template of a form can be read.</summary>
internal static class FormCheck
{
    public static Finding Run(FormsOptions options)
    {
        try
        {
            return Finding.Ok("forms", $"{FormCatalog.Load(options).All.Count} can be filled in; own ones belong into {options.Folder}");
        }
        catch (BadConfigurationException fault)
        {
            return Finding.Fault("forms", fault.Message);
        }
    }
}
