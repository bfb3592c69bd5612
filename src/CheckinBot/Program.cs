using System.CommandLine;
using CheckinBot.Commands;
using CheckinBot.Configuration;

var root = new RootCommand("A Telegram bot with which schools collect daily health check-ins. Without a verb it runs the worker.");
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(InvitesCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(BackupCommand.Create());
root.Subcommands.Add(RestoreCommand.Create());
root.Subcommands.Add(PurgeCommand.Create());
root.Subcommands.Add(ReadCommand.Create());
root.Subcommands.Add(DigestCommand.Create());
root.Subcommands.Add(DoctorCommand.Create());
root.SetAction(RunCommand.Run);
ConfigurationSources.AddFlags(root);
return await CommandLine.Invoke(root, args);
