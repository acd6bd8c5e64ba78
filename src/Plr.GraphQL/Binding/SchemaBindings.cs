namespace Plr.GraphQL.Binding;

/// <summary>Everything a schema document does not say: which C# types stand for its types, and where its fields get their values.</summary>
/// <remarks>Filled at start by generated code. It may hold more than one schema needs; a schema that needs what is not here
/// fails when it is built, naming the coordinate. Not for use by several threads.</remarks>
public sealed class SchemaBindings
{
    internal Dictionary<string, Type> ObjectTypes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Scalar> Scalars { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<InputObjectValues, object>> Inputs { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FieldBinding> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Who finds entities by representation, by type name.</summary>
    public IReadOnlyDictionary<string, ResolveEntities<object?>> Entities => entities;

    private readonly Dictionary<string, ResolveEntities<object?>> entities = new(StringComparer.Ordinal);

    /// <summary>The values of an object type are instances of exactly this class: how an interface's or union's value finds its type.</summary>
    public SchemaBindings Object<TRuntime>(string typeName)
    {
        ObjectTypes[typeName] = typeof(TRuntime);
        return this;
    }

    /// <summary>The values of an enum; each name of the schema once.</summary>
    public SchemaBindings Enum<TEnum>(string typeName, params IEnumerable<(string Name, TEnum Value)> values)
        where TEnum : struct, Enum =>
        Scalar(typeName, new EnumScalar<TEnum>(typeName, values));

    /// <summary>How a scalar is read and written.</summary>
    public SchemaBindings Scalar(string typeName, Scalar scalar)
    {
        Scalars[typeName] = scalar;
        return this;
    }

    /// <summary>How an input object is made of its coerced fields. A <see cref="GraphQLException"/> refuses the input.</summary>
    public SchemaBindings Input<TRuntime>(string typeName, Func<InputObjectValues, TRuntime> create)
        where TRuntime : notnull
    {
        Inputs[typeName] = values => create(values);
        return this;
    }

    /// <summary>A leaf that is read while the response is written.</summary>
    /// <typeparam name="TParent">The parent's class.</typeparam>
    /// <typeparam name="T">The scalar's C# type, never a <see cref="Nullable{T}"/>; a nullable read picks the other overload.</typeparam>
    public SchemaBindings Leaf<TParent, T>(string coordinate, Func<TParent, T?> read)
        where T : notnull =>
        Field(coordinate, new LeafBinding<TParent, T>(read));

    /// <summary>A leaf of a value type that may be null.</summary>
    public SchemaBindings Leaf<TParent, T>(string coordinate, Func<TParent, T?> read)
        where T : struct =>
        Field(coordinate, new NullableLeafBinding<TParent, T>(read));

    /// <summary>A list of leaves, not of nullable value types, that is read while the response is written.</summary>
    public SchemaBindings LeafList<TParent, T>(string coordinate, Func<TParent, IEnumerable<T>?> read)
        where T : notnull =>
        Field(coordinate, new LeafListBinding<TParent, T>(read));

    /// <summary>An object, a list or anything else that is read at no cost; leaves in it are boxed.</summary>
    public SchemaBindings Read<TParent, TResult>(string coordinate, Func<TParent, TResult?> read) =>
        Field(coordinate, new PureBinding<TParent, TResult>(read));

    /// <summary>A list that is read at no cost.</summary>
    public SchemaBindings ReadList<TParent, TItem>(string coordinate, Func<TParent, IEnumerable<TItem>?> read) =>
        Field(coordinate, new PureBinding<TParent, IEnumerable<TItem>>(read));

    /// <summary>A resolver that runs once per parent; the parent of a root field is <see cref="RootValue"/>.</summary>
    /// <typeparam name="TParent">The parent's class.</typeparam>
    /// <typeparam name="TResult">What the field holds, or a <see cref="FieldResult{T}"/> of it.</typeparam>
    public SchemaBindings Resolve<TParent, TResult>(string coordinate, ResolveField<TParent, TResult> resolve) =>
        Field(coordinate, new SingleBinding<TParent, TResult>(resolve));

    /// <summary>A resolver that runs once for all parents.</summary>
    /// <typeparam name="TParent">The parent's class.</typeparam>
    /// <typeparam name="TResult">What the field holds, or a <see cref="FieldResult{T}"/> of it.</typeparam>
    public SchemaBindings ResolveBatch<TParent, TResult>(string coordinate, ResolveFieldBatch<TParent, TResult> resolve) =>
        Field(coordinate, new BatchBinding<TParent, TResult>(resolve));

    /// <summary>Where the events of a subscription's root field come from.</summary>
    /// <typeparam name="TEvent">What the field holds in one event, or a <see cref="FieldResult{T}"/> of it.</typeparam>
    public SchemaBindings Subscribe<TEvent>(string coordinate, SubscribeField<TEvent> subscribe) =>
        Field(coordinate, new SourceBinding<TEvent>(subscribe));

    /// <summary>Finds the entities of a type for other subgraphs.</summary>
    public SchemaBindings Entity<TResult>(string typeName, ResolveEntities<TResult> resolve)
    {
        entities[typeName] = async (context, representations, cancellationToken) =>
        {
            var found = await resolve(context, representations, cancellationToken);
            var boxed = new object?[found.Count];
            for (var i = 0; i < boxed.Length; i++)
            {
                boxed[i] = found[i];
            }

            return boxed;
        };
        return this;
    }

    private SchemaBindings Field(string coordinate, FieldBinding binding)
    {
        Fields[coordinate] = binding;
        return this;
    }
}
