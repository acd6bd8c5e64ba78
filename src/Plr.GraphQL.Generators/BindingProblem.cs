using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators;

/// <summary>One build error before the compiler reports it. The first argument is the schema coordinate.</summary>
internal sealed record BindingProblem(string RuleId, SourceSpan? Span, EquatableArray<string> Arguments)
{
    public static BindingProblem Of(DiagnosticDescriptor rule, SourceSpan? span, params string[] arguments) =>
        new(rule.Id, span, arguments.ToEquatable());

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(BindingRules.Get(RuleId), Span?.ToLocation() ?? Location.None, [.. Arguments]);
}
