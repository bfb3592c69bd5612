using System.CommandLine;
using System.CommandLine.Parsing;
using CheckinBot.Configuration;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Digests;
using CheckinBot.Files.Forms;
using CheckinBot.LocalSettings;

namespace CheckinBot.Commands;

/// <summary>Fills in a form that a higher office asks for from the check-ins. Without a name it lists the forms.</summary>
internal static class FormCommand
{
    private static readonly Argument<string?> Name = new("NAME")
    {
        Description = "The form's name; left out, the forms are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string?> Unit = UnitOption.Optional();

    private static readonly Option<DateOnly?> Date = Days.Option("--date", "The school day; today by default, or the last school day where today is none.");

    private static readonly Option<string?> Slot = SlotOption.Create();
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "A workbook, or a page to print.",
        DefaultValueFactory = _ => "xlsx",
    }.AcceptOnlyFromAmong("xlsx", "html");
    private static readonly Option<bool> Template = new("--template")
    {
        Description = "Print the shipped form's template, to be changed and put into Forms:Folder.",
    };

    public static Command Create()
    {
        var command = new Command("form", "Fill in a form from the check-ins, as a workbook or a page to print; without a name, list the forms.")
        {
            Name,
            Unit,
            Date,
            Slot,
            Format,
            OutFile.Option,
            Template,
        };
        command.Validators.Add(RequireUnit);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(commandLine);
        var catalog = FormCatalog.Load(settings.Forms);
        if (commandLine.GetValue(Name) is not { } name) return await List(catalog);
        if (commandLine.GetValue(Template)) return await PrintTemplate(name);
        if (catalog.Find(name) is not { } form)
        {
            await Console.Error.WriteLineAsync($"There is no form '{name}': one of {string.Join(", ", catalog.All.Select(one => one.Name))}");
            return CommandLine.BadUsage;
        }

        return await Fill(commandLine, settings, form, cancellationToken);
    }

    private static async Task<int> Fill(ParseResult commandLine, Settings settings, FormTemplate form, CancellationToken cancellationToken)
    {
        var database = await CommandDatabase.Open(settings, cancellationToken);
        await using var session = await database.OpenRead(cancellationToken);
        if (await CommandDatabase.FindUnit(session, commandLine.GetValue(Unit)!, cancellationToken) is not { } unit) return CommandLine.Failed;
        var rules = new UnitRulesLoader(settings, database);
        var held = await rules.For(session, unit.Id, cancellationToken);
        try
        {
            var request = new FormRequest(form, unit, commandLine.GetValue(Date), commandLine.GetValue(Slot));
            var filled = await request.Fill(session, new DigestReader(rules, TimeProvider.System), held, held.Language, cancellationToken);
            await OperatorLook.Log(database, filled.Named, LookReason.Form, cancellationToken);
            await using var output = OutFile.Open(commandLine);
            await output.WriteAsync(
                FormRequest.Write(filled, commandLine.GetValue(Format) == "html" ? FormFormat.Html : FormFormat.Xlsx, held.Language), cancellationToken);
            return 0;
        }
        catch (FormTooLargeException large)
        {
            await Console.Error.WriteLineAsync(large.Message);
            return CommandLine.Failed;
        }
    }

    private static async Task<int> List(FormCatalog catalog)
    {
        foreach (var form in catalog.All) await Console.Out.WriteLineAsync($"{form.Name,-24}  {form.Label.En} | {form.Label.ZhHans} | {form.Source}");
        return 0;
    }

    private static async Task<int> PrintTemplate(string name)
    {
        if (FormCatalog.ShippedText(name) is { } text)
        {
            await Console.Out.WriteAsync(text);
            return 0;
        }

        await Console.Error.WriteLineAsync($"No form '{name}' is shipped.");
        return CommandLine.BadUsage;
    }

    private static void RequireUnit(CommandResult command)
    {
        if (command.GetValue(Name) is not null && command.GetValue(Unit) is null && !command.GetValue(Template))
            command.AddError("--unit is required: the unit of which the form is.");
    }
}
