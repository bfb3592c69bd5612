using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CheckinBot.Commands;

/// <summary>The help of the program and of each verb: what the library writes, and below it what options alone do not say.</summary>
internal sealed class VerbHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    /// <summary>Asking for help is no usage that could be wrong.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts it in the place of the library's, for all verbs.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new VerbHelp((SynchronousCommandLineAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine((parseResult.CommandResult.Command is RootCommand ? HelpTexts.Root : HelpTexts.Of(parseResult.CommandResult.Command.Name)).TrimEnd());
        output.WriteLine();
        return code;
    }
}
