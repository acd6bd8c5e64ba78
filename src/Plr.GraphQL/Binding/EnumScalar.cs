using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Plr.GraphQL.Binding;

// An enum of the schema joined to a C# enum: read and written like a scalar.
internal sealed class EnumScalar<T> : Scalar<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);
    private readonly Dictionary<T, byte[]> names = [];
    private readonly string typeName;

    internal EnumScalar(string typeName, IEnumerable<(string Name, T Value)> members)
    {
        this.typeName = typeName;
        foreach (var (name, value) in members)
        {
            values.Add(name, value);
            names.TryAdd(value, Encoding.UTF8.GetBytes(name));
        }
    }

    // JSON has no enum values: a variable brings a string; a literal never does (3.9 Enums, input coercion).
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out T value, out ScalarProblem problem)
    {
        problem = default;
        if (input.Text is { } name && input.Kind is ScalarInputKind.Enum or ScalarInputKind.String && values.TryGetValue(name, out value))
        {
            return true;
        }

        value = default;
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, $"expected a value of the enum `{typeName}`");
        return false;
    }

    public override void Write(T value, ResponseWriter writer)
    {
        if (!names.TryGetValue(value, out var name))
        {
            throw new GraphQLException(ErrorCodes.ResultCoercionFailed, $"the enum `{typeName}` has no such value");
        }

        writer.WriteAsciiString(name);
    }

}
