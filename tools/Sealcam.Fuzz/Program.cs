using Sealcam.Fuzz;

return CommandLine.Run(args, Console.Out);
