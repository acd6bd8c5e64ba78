using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Binding.Scalars;
using Plr.GraphQL.Types;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Binds the fields of a case's schema to its data, each in one of the ways that a field can be bound.</summary>
internal sealed class CaseBindings(CaseData data, Faults faults)
{
    public static SchemaBindings Make(Schema schema, Faults faults) => new CaseBindings(new CaseData(faults), faults).Make(schema);

    private SchemaBindings Make(Schema schema)
    {
        var bindings = new SchemaBindings()
            .Object<Row.T0>("T0").Object<Row.T1>("T1").Object<Row.T2>("T2").Object<Row.T3>("T3").Object<Row.T4>("T4").Object<Row.T5>("T5")
            .Scalar("Any", new AnyScalar());
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
            {
                Bind(bindings, field, (int)((faults.Seed + (uint)field.Index) % 4));
            }
        }

        return bindings;
    }

    private void Bind(SchemaBindings bindings, FieldDefinition field, int way)
    {
        if (way is 0 || (way is 1 && (faults.Slow > 0 || field.Arguments.Length > 0)))
        {
            bindings.Resolve<object, object?>(field.Coordinate, async (_, parent, arguments, _) =>
            {
                await LaterAsync(data.TurnsOf(field, parent, arguments));
                return data.Resolve(field, parent, arguments);
            });
        }
        else if (way is 1)
        {
            bindings.Read<object, object>(field.Coordinate, parent => OrThrow(data.Resolve(field, parent, ArgumentValues.None)));
        }
        else if (way is 2 && faults.Slow == 0 && field.Arguments.Length == 0 && BindLeaf(bindings, field))
        {
            return;
        }
        else
        {
            bindings.ResolveBatch<object, FieldResult<object>>(field.Coordinate, async (_, parents, arguments, _) =>
            {
                await LaterAsync(parents.Max(parent => data.TurnsOf(field, parent, arguments)));
                return parents.Select(parent => data.Resolve(field, parent, arguments)).ToList();
            });
        }
    }

    // False for a type that has no binding of its own.
    private bool BindLeaf(SchemaBindings bindings, FieldDefinition field)
    {
        var name = field.Type.NullableType switch
        {
            ListType { OfType.NullableType: NamedType { Name: "String" } } when faults is { Errors: 0, Wrong: 0 } => "Strings",
            NamedType named when field.Type.IsLeaf => named is EnumType ? "String" : named.Name,
            _ => "",
        };
        switch (name)
        {
            case "Strings":
                bindings.LeafList<object, string>(field.Coordinate, parent => ((object?[]?)Read(field, parent))?.Cast<string>());
                return true;
            case "String":
                bindings.Leaf<object, string>(field.Coordinate, parent => Read(field, parent) is { } value ? As<string>(value) : null);
                return true;
            case "Int":
                bindings.Leaf<object, int>(field.Coordinate, parent => Read(field, parent) is { } value ? As<int>(value) : null);
                return true;
            case "Float":
                bindings.Leaf<object, double>(field.Coordinate, parent => Read(field, parent) is { } value ? As<double>(value) : null);
                return true;
            case "Boolean":
                bindings.Leaf<object, bool>(field.Coordinate, parent => Read(field, parent) is { } value ? As<bool>(value) : null);
                return true;
            default:
                return false;
        }
    }

    private object? Read(FieldDefinition field, object parent) => OrThrow(data.Resolve(field, parent, ArgumentValues.None));

    private static object? OrThrow(FieldResult<object> result) => result.Error is { } error ? throw new GraphQLException(error) : result.Value;

    // A typed binding can not even give a wrong value: its author's cast fails.
    private static T As<T>(object value) => value is T typed ? typed : throw new GraphQLException("CASE_FAULT", "no value of the type");

    private static async ValueTask LaterAsync(int turns)
    {
        for (; turns > 0; turns--)
        {
            await Task.Yield();
        }
    }
}
