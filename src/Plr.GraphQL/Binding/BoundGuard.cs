namespace Plr.GraphQL.Binding;

// A guard as one place of the schema applies it.
internal sealed class BoundGuard(string directive, FieldGuard guard, GuardArguments arguments, string argumentsText)
{
    internal FieldGuard Guard { get; } = guard;

    internal GuardArguments Arguments { get; } = arguments;

    // Same directive with the same arguments.
    internal bool IsSameAs(BoundGuard other) => Directive == other.Directive && ArgumentsText == other.ArgumentsText;

    private string Directive { get; } = directive;

    private string ArgumentsText { get; } = argumentsText;

    internal static bool Covers(BoundGuard[] guards, BoundGuard wanted)
    {
        foreach (var guard in guards)
        {
            if (guard.IsSameAs(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
