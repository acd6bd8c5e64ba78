using System.Collections.Frozen;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Binding;

internal sealed class BoundSchemaParts
{
    internal required Schema Schema { get; init; }

    internal required IReadOnlyDictionary<string, ResolveEntities<object?>> Entities { get; init; }

    internal required FrozenDictionary<string, Func<InputObjectValues, object>> Inputs { get; init; }

    internal required Dictionary<string, Scalar> Scalars { get; init; }

    internal required BoundField?[] Fields { get; init; }

    internal required BoundGuard[]?[] ObjectGuards { get; init; }

    internal required FrozenDictionary<Type, ObjectType>?[] RuntimeTypes { get; init; }

    // Once for all requests. Input fields come before arguments, since a default object takes the defaults of its fields.
    internal Dictionary<InputValueDefinition, object?> CoerceDefaults(BoundSchema schema)
    {
        var defaults = new Dictionary<InputValueDefinition, object?>();
        var coercion = new LiteralCoercion(schema, defaults);
        foreach (var type in Schema.Types)
        {
            if (type is InputObjectType input)
            {
                coercion.AddDefaults(input.Fields);
            }
        }

        foreach (var field in Schema.Fields)
        {
            coercion.AddDefaults(field.Arguments);
        }

        return defaults;
    }
}
