using System.CommandLine;
using CheckinBot.Commands;
using CheckinBot.Configuration;

var root = new RootCommand("A Telegram bot with which schools collect daily health check-ins. Without a verb it runs the worker.");
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.SetAction(RunCommand.Run);
ConfigurationSources.AddFlags(root);
return await CommandLine.Invoke(root, args);
