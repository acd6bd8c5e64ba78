using System.Collections.Frozen;
using System.Text;
using Plr.GraphQL.Binding.Scalars;
using Plr.GraphQL.Introspection;
using Plr.GraphQL.Types;
using Plr.GraphQL.Types.Costs;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Binding;

// Joins a schema to its bindings and tells everything that is missing, not only the first.
internal sealed class SchemaBinder(Schema schema, SchemaBindings bindings, IReadOnlyDictionary<string, FieldGuard> guards)
{
    private readonly List<string> problems = [];
    private readonly SchemaBindings introspection = IntrospectionBindings.Make(schema);
    private readonly Dictionary<string, Scalar> scalars = BuiltIn();
    private readonly CostModel costs = CostModel.Of(schema);

    internal BoundSchema Bind()
    {
        CheckIncrementalDirectives();
        BindScalars();
        var fields = BindFields();
        var parts = new BoundSchemaParts
        {
            Schema = schema,
            Entities = bindings.Entities,
            Inputs = bindings.Inputs.ToFrozenDictionary(StringComparer.Ordinal),
            Scalars = scalars,
            Fields = fields,
            ObjectGuards = BindObjectGuards(),
            RuntimeTypes = BindRuntimeTypes(),
        };
        return problems.Count == 0 ? new BoundSchema(parts) : throw new SchemaBindingException(problems);
    }

    // The five of the specification, for a caller that has no schema yet.
    internal static Dictionary<string, Scalar> BuiltIn() => new(StringComparer.Ordinal)
    {
        ["Int"] = new IntScalar(),
        ["Float"] = new FloatScalar(),
        ["String"] = new StringScalar(),
        ["Boolean"] = new BooleanScalar(),
        ["ID"] = new IdScalar(),
    };

    // A schema opts in to incremental delivery by defining its directives; ones of another shape would not do what they say.
    private void CheckIncrementalDirectives()
    {
        CheckDirective(IncrementalDirectives.Defer, "if: Boolean! = true, label: String");
        CheckDirective(IncrementalDirectives.Stream, "if: Boolean! = true, label: String, initialCount: Int! = 0");
    }

    private void CheckDirective(string name, string expected)
    {
        if (schema.FindDirective(name) is { } directive)
        {
            var arguments = directive.Arguments.Select(static argument =>
                $"{argument.Name}: {argument.Type}{argument.Name switch { "if" => " = true", "initialCount" => " = 0", _ => "" }}");
            if (!expected.Split(", ").Order().SequenceEqual(arguments.Order()))
            {
                problems.Add($"`@{name}` is the directive of incremental delivery, so its arguments must be `{expected}`");
            }
        }
    }

    private void BindScalars()
    {
        var used = UsedTypes();
        foreach (var type in schema.Types)
        {
            if ((bindings.Scalars.GetValueOrDefault(type.Name) ?? introspection.Scalars.GetValueOrDefault(type.Name)) is { } bound)
            {
                scalars[type.Name] = bound;
            }
            else if (type is EnumType named)
            {
                scalars[type.Name] = new NameScalar(named);
            }
            else if (type is ScalarType && !scalars.ContainsKey(type.Name) && used.Contains(type))
            {
                problems.Add($"the scalar `{type.Name}` is bound to no C# type");
            }
        }
    }

    // What only directives use, such as the field set of a federated key, needs no binding.
    private HashSet<NamedType> UsedTypes()
    {
        var used = new HashSet<NamedType>();
        foreach (var field in schema.Fields)
        {
            used.Add(field.Type.UnderlyingType);
            foreach (var argument in field.Arguments)
            {
                used.Add(argument.Type.UnderlyingType);
            }
        }

        foreach (var type in schema.Types)
        {
            if (type is InputObjectType input)
            {
                foreach (var field in input.Fields)
                {
                    used.Add(field.Type.UnderlyingType);
                }
            }
        }

        return used;
    }

    private BoundField?[] BindFields()
    {
        var fields = new BoundField?[schema.Fields.Length];
        foreach (var field in schema.Fields)
        {
            if (field.DeclaringType is ObjectType)
            {
                fields[field.Index] = Bind(field);
            }
        }

        return fields;
    }

    private BoundField Bind(FieldDefinition field)
    {
        var binding = bindings.Fields.GetValueOrDefault(field.Coordinate) ?? introspection.Fields.GetValueOrDefault(field.Coordinate);
        if (binding is null && !ReferenceEquals(field, schema.TypeNameField))
        {
            problems.Add($"`{field.Coordinate}` has no resolver");
        }
        else if (binding is not null && binding is FieldBinding.Source != ReferenceEquals(field.DeclaringType, schema.SubscriptionType))
        {
            problems.Add(binding is FieldBinding.Source
                ? $"`{field.Coordinate}` is bound to a stream of events, which only a root field of subscriptions can be"
                : $"`{field.Coordinate}` is a root field of subscriptions, so it must be bound to a stream of events");
        }

        var scalar = field.Type.IsLeaf ? scalars.GetValueOrDefault(field.Type.UnderlyingType.Name) : null;
        return new BoundField
        {
            Definition = field,
            Binding = binding,
            Scalar = scalar,
            Leaf = BindLeaf(field, binding, scalar),
            Guards = BindGuards(field.Directives),
            MostItems = field.Type is { IsList: true, IsLeaf: false } ? costs.Of(field).Size?.Most : null,
        };
    }

    private BoundLeaf? BindLeaf(FieldDefinition field, FieldBinding? binding, Scalar? scalar)
    {
        if (binding is not FieldBinding.Leaf leaf || scalar is null)
        {
            return null;
        }

        if (leaf.IsList != field.Type.IsList || (field.Type.NullableType is ListType { OfType.IsList: true }))
        {
            problems.Add($"`{field.Coordinate}` is of type `{field.Type}`, which its binding does not read");
            return null;
        }

        // A built-in scalar also writes its kin, such as a long for an Int, by way of a box.
        var bound = leaf.TryBind(scalar);
        if (bound is null && field.Type.UnderlyingType is not ScalarType { IsBuiltIn: true })
        {
            problems.Add($"`{field.Coordinate}` reads a C# type that `{field.Type.UnderlyingType.Name}` is not bound to");
        }

        return bound;
    }

    private BoundGuard[]?[] BindObjectGuards()
    {
        var bound = new BoundGuard[]?[schema.Types.Length];
        foreach (var type in schema.Types)
        {
            if (type is ObjectType)
            {
                bound[type.Index] = BindGuards(type.Directives);
            }
        }

        return bound;
    }

    private BoundGuard[] BindGuards(AppliedDirectives directives)
    {
        List<BoundGuard>? bound = null;
        foreach (var directive in directives)
        {
            if (guards.TryGetValue(directive.Name, out var guard))
            {
                (bound ??= []).Add(new BoundGuard(directive.Name, guard, ReadArguments(directive), ArgumentsText(directive)));
            }
        }

        return bound?.ToArray() ?? [];
    }

    private static GuardArguments ReadArguments(AppliedDirective directive)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in directive.Definition.Arguments)
        {
            values[argument.Name] = directive.Argument(argument.Name);
        }

        return new GuardArguments(values);
    }

    // By the values, so that two spellings of the same arguments are the same.
    private static string ArgumentsText(AppliedDirective directive)
    {
        var any = new AnyScalar();
        using var writer = new ResponseWriter();
        foreach (var argument in directive.Definition.Arguments)
        {
            writer.WriteString(argument.Name);
            any.WriteNullable(directive.Argument(argument.Name), writer);
        }

        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private FrozenDictionary<Type, ObjectType>?[] BindRuntimeTypes()
    {
        var bound = new FrozenDictionary<Type, ObjectType>?[schema.Types.Length];
        foreach (var type in schema.Types)
        {
            if (type is CompositeType and not ObjectType)
            {
                bound[type.Index] = RuntimeTypes((CompositeType)type);
            }
        }

        return bound;
    }

    private FrozenDictionary<Type, ObjectType> RuntimeTypes(CompositeType type)
    {
        var types = new Dictionary<Type, ObjectType>();
        foreach (var possible in type.PossibleTypes)
        {
            if (bindings.ObjectTypes.TryGetValue(possible.Name, out var runtimeType) && !types.TryAdd(runtimeType, possible))
            {
                problems.Add($"`{possible.Name}` and `{types[runtimeType].Name}` of `{type.Name}` are bound to the same C# class, so a value has no one type");
            }
            else if (runtimeType is null)
            {
                problems.Add($"`{possible.Name}`, a possible type of `{type.Name}`, is bound to no C# class");
            }
        }

        return types.ToFrozenDictionary();
    }
}
