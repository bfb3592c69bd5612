System.Console.WriteLine("CheckinBot");
