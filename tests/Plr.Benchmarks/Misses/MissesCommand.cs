using System.CommandLine;

namespace Plr.Benchmarks.Misses;

/// <summary>The command that measures documents never seen before.</summary>
internal static class MissesCommand
{
    public static Command Create()
    {
        var documents = new Option<int>("--documents") { Description = "How many a round, all distinct.", DefaultValueFactory = _ => 20_000 };
        var fields = new Option<int>("--fields") { Description = "Fields of each.", DefaultValueFactory = _ => 40 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds after one for the compiler; medians are reported.", DefaultValueFactory = _ => 5 };
        var registers = new Option<bool>("--registered") { Description = "Each comes with its hash, to be registered: it is kept and another forgotten." };
        var command = new Command("misses", "Parses, validates, plans and reckons documents that the server has never seen, on one thread.") { documents, fields, rounds, registers };
        command.SetAction((parsed, cancellation) => MissRun.RunAsync(
            parsed.GetValue(documents), parsed.GetValue(fields), parsed.GetValue(rounds), parsed.GetValue(registers), Console.Out, cancellation));
        return command;
    }
}
