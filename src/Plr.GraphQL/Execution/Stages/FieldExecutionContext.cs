using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Stages;

internal sealed class FieldExecutionContext(IServiceProvider services, FieldPlan plan, CancellationToken cancellationToken)
    : FieldContext(services)
{
    public override string Coordinate => plan.Definition.Coordinate;

    public override string ResponseName => plan.ResponseName;

    public override BoundSchema Schema => plan.Schema;

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    public override bool IsSelected(string fieldName) => plan.Child is { } child && IsSelected(child, fieldName);

    // Recursion is bounded by the names that the resolver asks for.
    private static bool IsSelected(SelectionPlan selection, ReadOnlySpan<char> names)
    {
        var dot = names.IndexOf('.');
        var name = dot < 0 ? names : names[..dot];
        foreach (var type in selection.Type.PossibleTypes)
        {
            foreach (var field in selection.For(type).AllFields)
            {
                if (name.SequenceEqual(field.Definition.Name)
                    && (dot < 0 || (field.Child is { } child && IsSelected(child, names[(dot + 1)..]))))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
