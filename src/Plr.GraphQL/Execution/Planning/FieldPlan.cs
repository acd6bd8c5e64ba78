using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Planning;

// One entry of a collected fields map: a field set with all that executing it needs. Shared by all requests of the plan.
internal sealed class FieldPlan
{
    private readonly List<FieldNode> fields;
    private readonly OperationPlan operation;
    private readonly SelectionPlan parent;
    private ArgumentValues? constantArguments;
    private string? position;

    internal FieldPlan(OperationPlan operation, SelectionPlan parent, BoundField bound, FieldSet fieldSet, DeferUsage[] group, bool isRest = false)
    {
        this.operation = operation;
        this.parent = parent;
        fields = fieldSet.Nodes;
        Bound = bound;
        ResponseName = fields[0].ResponseName;
        NameToken = Encoding.UTF8.GetBytes($"\"{ResponseName}\":");
        HasConstantArguments = ArgumentCoercion.IsConstant(fields[0]);
        Stream = isRest ? null : MakeStream(fieldSet);
        Kind = KindOf(bound, isStreamed: Stream is not null);
        if (bound.Definition.Type.UnderlyingType is CompositeType composite)
        {
            Child = new SelectionPlan(operation, this, composite, fieldSet, group);
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

    // Null when the list is given whole.
    internal StreamUsage? Stream { get; }

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
                // A field that stands under two @defer is there twice.
                if (node.Location.Position is { } location && !locations.Contains(location))
                {
                    locations.Add(location);
                }
            }

            return locations.ToImmutable();
        }
    }

    // The error of a list that breaks the schema's promise. It does not tell how long the list is.
    internal GraphQLException TooManyItems() => new(
        ErrorCodes.LimitListSize, $"`{Definition.Coordinate}` has more than {Bound.MostItems} items, and the schema promises no more");

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
        operation.Schema, Definition, fields[0], variables, operation.Options.CeilingOf(operation.Options.MaxInputListSize), form);

    // GraphQL validation lets no two fields of a set differ in @stream.
    private StreamUsage? MakeStream(FieldSet fieldSet) =>
        operation.IsIncremental
        && Type.IsList
        && IncrementalDirectives.Find(fields[0].Directives, IncrementalDirectives.Stream) is { } directive
        && IncrementalDirectives.IsOn(directive, operation.TrueVariables)
            ? new StreamUsage(directive, new FieldPlan(operation, parent, Bound, fieldSet.WithoutUsages(), [], isRest: true))
            : null;

    // A list that is streamed is cut before it is written.
    private static FieldKind KindOf(BoundField bound, bool isStreamed) => bound.Binding switch
    {
        null => FieldKind.TypeName,
        FieldBinding.Leaf when bound.Leaf is not null && !isStreamed => FieldKind.PureLeaf,
        FieldBinding.Leaf or FieldBinding.Pure => FieldKind.PureRead,
        FieldBinding.Single => FieldKind.Single,
        _ => FieldKind.Batch,
    };
}
