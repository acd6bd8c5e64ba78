namespace Plr.GraphQL.Binding;

// The root of one event's execution: what the source stream gave is what the one root field holds.
internal sealed class SourceEvent(object? value)
{
    internal object? Value { get; } = value;
}
