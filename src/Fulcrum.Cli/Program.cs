using Fulcrum.Cli;

return await Application.RunAsync(args, Terminal.OfThisProcess());
