using Plr.Benchmarks.Fuzzing;
using Plr.GraphQL.Types;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Makes cases, each from its seed.</summary>
internal static class CaseGrammar
{
    private const int CasesOfOneSchema = 8;

    public static DifferentialCase Make(int seed)
    {
        // Seeds side by side share a schema, which the reference takes longer to build than to answer by.
        var schema = new SchemaGrammar(new Dice(seed / CasesOfOneSchema));
        var dice = new Dice(unchecked((seed * 31) + 7));
        var operation = new OperationGrammar(dice, Schema.Build(schema.Sdl), schema.InputsFor(dice))
        {
            Breaks = dice.OneIn(6) ? 1 : 0,
            IsIncremental = dice.OneIn(3),
        };
        var document = operation.Document();
        return new DifferentialCase(seed, schema.Sdl, document, operation.OperationName, operation.Variables, MakeFaults(dice));
    }

    private static Faults MakeFaults(Dice dice)
    {
        int Rate() => dice.Pick([0, 0, 10, 30, 80]);
        return new Faults((uint)dice.Below(int.MaxValue), Rate(), Rate(), Rate(), dice.Pick([0, 0, 0, 10, 40]));
    }
}
