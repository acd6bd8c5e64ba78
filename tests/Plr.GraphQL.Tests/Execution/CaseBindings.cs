using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Execution;

// Binds every field of the cases' schema to the case's data, in one of the styles.
public static class CaseBindings
{
    public static SchemaBindings Make(Schema schema, JsonElement data, Style style, List<string>? log = null)
    {
        var bindings = new SchemaBindings()
            .Object<Item>("Thing")
            .Object<OtherItem>("Other")
            .Enum<Level>("Level", ("ENTRY_1", Level.Entry1), ("LEVEL_2", Level.Level2))
            .Scalar("Mark", new MarkScalar());
        var root = Item.Make(data);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
            {
                if (type.Name is "Query" or "Mutation")
                {
                    BindRoot(bindings, field, root, style, log);
                }
                else
                {
                    BindField(bindings, field, style);
                }
            }
        }

        return bindings
            .Resolve<RootValue, string>("Query.echo", (_, _, arguments, _) => ValueTask.FromResult(Describe(schema, arguments)))
            .Resolve<RootValue, string>("Query.required", (_, _, arguments, _) => ValueTask.FromResult($"{arguments.Get<int>(0)}"));
    }

    private static void BindRoot(SchemaBindings bindings, FieldDefinition field, Item root, Style style, List<string>? log)
    {
        object? Read()
        {
            log?.Add(field.Name);
            return root.Get(field.Name);
        }

        if (style is Style.Pure)
        {
            bindings.Read<RootValue, object>(field.Coordinate, _ => Read());
        }
        else
        {
            bindings.Resolve<RootValue, object?>(field.Coordinate, async (_, _, _, _) =>
            {
                await PauseAsync(style);
                return Read();
            });
        }
    }

    private static void BindField(SchemaBindings bindings, FieldDefinition field, Style style)
    {
        var name = field.Name;
        switch (style)
        {
            case Style.Pure:
                BindPure(bindings, field);
                break;
            case Style.Batch or Style.BatchAsync:
                bindings.ResolveBatch<Item, FieldResult<object>>(field.Coordinate, async (_, parents, _, _) =>
                {
                    await PauseAsync(style);
                    return parents.Select(parent => Try(parent, name)).ToList();
                });
                break;
            case Style.Loader:
                bindings.Resolve<Item, object?>(field.Coordinate, async (context, parent, _, cancellationToken) =>
                {
                    var result = await context.Resolvers<ItemLoader>().LoadAsync((parent, name), cancellationToken);
                    return result.Error is { } error ? throw new GraphQLException(error) : result.Value;
                });
                break;
            default:
                bindings.Resolve<Item, object?>(field.Coordinate, async (_, parent, _, _) =>
                {
                    await PauseAsync(style);
                    return parent.Get(name);
                });
                break;
        }
    }

    private static void BindPure(SchemaBindings bindings, FieldDefinition field)
    {
        var name = field.Name;
        _ = field.Type.NullableType switch
        {
            ScalarType { Name: "String" or "ID" } => bindings.Leaf<Item, string>(field.Coordinate, item => item.Get<string>(name)),
            ScalarType { Name: "Int" } => bindings.Leaf<Item, int>(field.Coordinate, item => item.GetValue<int>(name)),
            ScalarType { Name: "Boolean" } => bindings.Leaf<Item, bool>(field.Coordinate, item => item.GetValue<bool>(name)),
            ScalarType { Name: "Mark" } => bindings.Leaf<Item, Mark>(field.Coordinate, item => item.GetValue<Mark>(name)),
            EnumType => bindings.Leaf<Item, Level>(field.Coordinate, item => item.GetValue<Level>(name)),
            ListType { OfType.NullableType: ScalarType { Name: "String" } } =>
                bindings.LeafList<Item, string>(field.Coordinate, item => item.GetList<string>(name)),
            _ => bindings.Read<Item, object>(field.Coordinate, item => item.Get(name)),
        };
    }

    private static async ValueTask PauseAsync(Style style)
    {
        if (style is Style.SingleAsync or Style.BatchAsync)
        {
            await Task.Yield();
        }
    }

    private static FieldResult<object> Try(Item parent, string name)
    {
        try
        {
            return FieldResult<object>.Of(parent.Get(name));
        }
        catch (GraphQLException exception)
        {
            return exception.Error;
        }
    }

    // What arrived, by argument, in order; absent ones are left out.
    private static string Describe(Schema schema, ArgumentValues arguments)
    {
        var definitions = schema.QueryType.FindField("echo")!.Arguments;
        return string.Join(" ", definitions.Where(argument => arguments.Has(argument.Index))
            .Select(argument => $"{argument.Name}={Describe(argument.Type.UnderlyingType, arguments.Raw(argument.Index))}"));
    }

    private static string Describe(NamedType type, object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        object?[] items => $"[{string.Join(",", items.Select(item => Describe(type, item)))}]",
        InputObjectValues fields => "{" + string.Join(" ", ((InputObjectType)type).Fields.Where(field => fields.Has(field.Index))
            .Select(field => $"{field.Name}={Describe(field.Type.UnderlyingType, fields.Raw(field.Index))}")) + "}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

public sealed class ItemLoader(BatchScheduler scheduler) : BatchLoader<(Item Parent, string Field), FieldResult<object>>(scheduler, 100)
{
    protected override async ValueTask<IReadOnlyDictionary<(Item Parent, string Field), FieldResult<object>>> LoadBatchAsync(
        IReadOnlySet<(Item Parent, string Field)> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return keys.ToDictionary(key => key, key => Load(key.Parent, key.Field));
    }

    private static FieldResult<object> Load(Item parent, string field)
    {
        try
        {
            return FieldResult<object>.Of(parent.Get(field));
        }
        catch (GraphQLException exception)
        {
            return exception.Error;
        }
    }
}
