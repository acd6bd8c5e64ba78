using System.Text.Json.Nodes;

namespace Plr.Conformance.Tests.Differential;

/// <summary>One question to both engines: a schema, an operation, and how its data fails.</summary>
/// <param name="Seed">Makes the same case again.</param>
/// <param name="Variables">One JSON object.</param>
internal sealed record DifferentialCase(int Seed, string Sdl, string Document, string? OperationName, string Variables, Faults Faults)
{
    /// <summary>One line for the reference implementation.</summary>
    public string ToLine() => new JsonObject
    {
        ["sdl"] = Sdl,
        ["document"] = Document,
        ["operationName"] = OperationName,
        ["variables"] = Variables,
        ["faults"] = new JsonObject
        {
            ["seed"] = Faults.Seed,
            ["errors"] = Faults.Errors,
            ["nulls"] = Faults.Nulls,
            ["wrong"] = Faults.Wrong,
            ["slow"] = Faults.Slow,
        },
    }.ToJsonString();

    public override string ToString() =>
        $"seed {Seed}, {Faults}\n{Sdl}\n{Document}\noperation: {OperationName ?? "the only one"}\nvariables: {Variables}";
}
