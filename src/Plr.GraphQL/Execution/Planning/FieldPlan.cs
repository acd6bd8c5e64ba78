using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// One entry of a collected fields map: a field set with all that executing it needs. Shared by all requests of the plan.
internal sealed class FieldPlan
{
    private readonly List<FieldNode> fields;
    private readonly OperationPlan operation;
    private readonly SelectionPlan parent;
    private ArgumentValues? constantArguments;
    private string? position;

    internal FieldPlan(OperationPlan operation, SelectionPlan parent, BoundField bound, List<FieldNode> fields)
    {
        this.operation = operation;
        this.parent = parent;
        this.fields = fields;
        Bound = bound;
        ResponseName = fields[0].ResponseName;
        NameToken = Encoding.UTF8.GetBytes($"\"{ResponseName}\":");
        Kind = KindOf(bound);
        HasConstantArguments = ArgumentCoercion.IsConstant(fields[0]);
        if (bound.Definition.Type.UnderlyingType is CompositeType composite)
        {
            Child = new SelectionPlan(operation, this, composite, fields);
        }
    }

    internal BoundField Bound { get; }

    internal BoundSchema Schema => operation.Schema;

    internal FieldDefinition Definition => Bound.Definition;

    internal GraphQLType Type => Bound.Definition.Type;

    internal string ResponseName { get; }

    // `"name":` as UTF-8.
    internal byte[] NameToken { get; }

    internal FieldKind Kind { get; }

    // Whether no variable is in the arguments.
    internal bool HasConstantArguments { get; }

    // Null for a leaf.
    internal SelectionPlan? Child { get; }

    // Whether values are gathered before they are written: everything but what costs nothing, and what must be asked for first.
    internal bool NeedsColumn => Kind is not FieldKind.TypeName && (Kind is not FieldKind.PureLeaf || Bound.Guards.Length > 0);

    // The response position without list indices, such as `learner.awards.title`; for telling errors of the same place.
    internal string Position => position ??= parent.Owner is { } owner ? $"{owner.Position}.{ResponseName}" : ResponseName;

    internal ImmutableArray<LinePosition> Locations
    {
        get
        {
            var locations = ImmutableArray.CreateBuilder<LinePosition>();
            foreach (var node in fields)
            {
                if (node.Location.Position is { } location)
                {
                    locations.Add(location);
                }
            }

            return locations.ToImmutable();
        }
    }

    // Coerced once for all parents, and for constants once for all requests.
    internal ArgumentValues CoerceArguments(VariableValues variables)
    {
        if (!HasConstantArguments)
        {
            return CoerceArguments(variables, InputForm.Bound);
        }

        return constantArguments ??= CoerceArguments(null, InputForm.Bound);
    }

    // The same with input objects left as they were coerced, which tells what was given of them.
    internal ArgumentValues CoerceShapes(VariableValues variables) => CoerceArguments(variables, InputForm.Shape);

    private ArgumentValues CoerceArguments(VariableValues? variables, InputForm form) => ArgumentCoercion.CoerceArgumentValues(
        operation.Schema, Definition, fields[0], variables, operation.Options.MaxInputListSize, form);

    private static FieldKind KindOf(BoundField bound) => bound.Binding switch
    {
        null => FieldKind.TypeName,
        FieldBinding.Leaf when bound.Leaf is not null => FieldKind.PureLeaf,
        FieldBinding.Leaf or FieldBinding.Pure => FieldKind.PureRead,
        FieldBinding.Single => FieldKind.Single,
        _ => FieldKind.Batch,
    };
}
