namespace Plr.GraphQL.Execution.Coercion;

// Never leaves the engine: it becomes a request error for a variable, an execution error for an argument.
#pragma warning disable CA1064, CA1032
internal sealed class InputCoercionException(string code, string message, string path) : Exception(message)
#pragma warning restore CA1064, CA1032
{
    internal string Code { get; } = code;

    // Below the variable or argument, such as `.items[3].uln`; empty for the value itself.
    internal string Path { get; } = path;
}
