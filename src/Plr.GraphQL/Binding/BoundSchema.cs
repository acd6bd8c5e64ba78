using System.Collections.Frozen;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Binding;

/// <summary>A schema joined to its bindings: complete, immutable, shared by all requests.</summary>
public sealed class BoundSchema
{
    private readonly FrozenDictionary<string, Scalar> scalars;
    private readonly FrozenDictionary<InputValueDefinition, object?> defaults;
    private readonly BoundField?[] fields;
    private readonly BoundGuard[]?[] objectGuards;
    private readonly FrozenDictionary<Type, ObjectType>?[] runtimeTypes;

    internal BoundSchema(BoundSchemaParts parts)
    {
        Schema = parts.Schema;
        Entities = parts.Entities;
        Inputs = parts.Inputs;
        scalars = parts.Scalars.ToFrozenDictionary(StringComparer.Ordinal);
        fields = parts.Fields;
        objectGuards = parts.ObjectGuards;
        runtimeTypes = parts.RuntimeTypes;
        defaults = parts.CoerceDefaults(this).ToFrozenDictionary();
    }

    /// <summary>The types.</summary>
    public Schema Schema { get; }

    /// <summary>Who finds entities by representation, by type name.</summary>
    public IReadOnlyDictionary<string, ResolveEntities<object?>> Entities { get; }

    internal FrozenDictionary<string, Func<InputObjectValues, object>> Inputs { get; }

    /// <summary>Joins a schema to its bindings.</summary>
    /// <param name="guards">By directive name.</param>
    /// <exception cref="SchemaBindingException">The schema needs what the bindings do not have.</exception>
    public static BoundSchema Bind(Schema schema, SchemaBindings bindings, IReadOnlyDictionary<string, FieldGuard> guards) =>
        new SchemaBinder(schema, bindings, guards).Bind();

    /// <summary>Reads one value as a scalar or enum of the schema does; false with the reason when it is refused or the type is no leaf.</summary>
    /// <param name="value">In the form of <see cref="ScalarInput.Structure"/>; not null.</param>
    public bool TryReadLeaf(NamedType type, object value, out object? read, out ScalarProblem problem)
    {
        read = null;
        if (!scalars.TryGetValue(type.Name, out var scalar))
        {
            problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, $"`{type.Name}` is no scalar");
            return false;
        }

        var input = value switch
        {
            string text => ScalarInput.FromString(text),
            bool flag => ScalarInput.FromBoolean(flag),
            IReadOnlyDictionary<string, object?> map => ScalarInput.FromObject(map),
            IReadOnlyList<object?> items => ScalarInput.FromList(items),
            IFormattable number => ScalarInput.FromNumber(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException("not a form of a scalar's input", nameof(value)),
        };
        return scalar.TryReadBoxed(input, out read, out problem);
    }

    internal Scalar ScalarOf(NamedType type) => scalars[type.Name];

    internal BoundField FieldOf(FieldDefinition field) =>
        fields[field.Index] ?? throw new InvalidOperationException($"`{field.Coordinate}` is a field of no object type");

    internal BoundGuard[] GuardsOf(ObjectType type) => objectGuards[type.Index] ?? [];

    // Null when the class of the value is bound to none of the possible types.
    internal ObjectType? ResolveAbstractType(CompositeType type, object value) =>
        runtimeTypes[type.Index]?.GetValueOrDefault(value.GetType());

    internal object? DefaultOf(InputValueDefinition input) => defaults[input];
}
