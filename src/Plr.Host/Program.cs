using Plr.Host.Commands;

return await PlrProgram.RunAsync(args, Console.Out, Console.Error);
