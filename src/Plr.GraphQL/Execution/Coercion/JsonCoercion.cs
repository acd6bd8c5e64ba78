using System.Text.Json;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Coercion;

// Input coercion of JSON values. GraphQL September 2025, Input Coercion of each type in section 3. Recursion is bounded by the JSON reader's depth.
internal sealed class JsonCoercion(BoundSchema schema, int maxListSize, InputForm form = InputForm.Bound)
{
    private readonly InputPath path = new();

    // The longest list so far.
    internal int LongestList { get; private set; }

    internal object? Coerce(GraphQLType type, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null)
        {
            return type.IsNonNull ? throw path.Refuse("expected a value, not null") : null;
        }

        return type.NullableType switch
        {
            ListType list => CoerceList(list, json),
            InputObjectType input => CoerceObject(input, json),
            var leaf => CoerceLeaf((NamedType)leaf, json),
        };
    }

    private object? CoerceLeaf(NamedType type, JsonElement json) =>
        schema.ScalarOf(type).TryReadBoxed(JsonInput.Read(json), out var value, out var problem)
            ? value
            : throw path.Refuse(problem.Code, problem.Message);

    // 3.11 List, Input Coercion: a single value is a list of one.
    private object?[] CoerceList(ListType type, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Array)
        {
            return [Coerce(type.OfType, json)];
        }

        if (json.GetArrayLength() > maxListSize)
        {
            throw path.Refuse(ErrorCodes.LimitInputList, $"a list may have at most {maxListSize} items");
        }

        LongestList = Math.Max(LongestList, json.GetArrayLength());
        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            path.Push(index);
            items[index++] = Coerce(type.OfType, item);
            path.Pop();
        }

        return items;
    }

    private object CoerceObject(InputObjectType type, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw path.Refuse($"expected an input object `{type.Name}`");
        }

        var values = InputObjectAssembly.Begin(type);
        foreach (var entry in json.EnumerateObject())
        {
            var field = type.FindField(entry.Name) ?? throw path.Refuse($"`{type.Name}` has no field `{Shorten(entry.Name)}`");
            path.Push(field.Name);
            values[field.Index] = Coerce(field.Type, entry.Value);
            path.Pop();
        }

        return InputObjectAssembly.Complete(
            type, values, schema, input => LiteralCoercion.DefaultOf(schema, input, form), path, form);
    }

    // A key is the client's and may be as long as the variables.
    private static string Shorten(string name) => name.Length <= 64 ? name : $"{name.AsSpan(0, 64)}…";
}
