using System.Diagnostics.CodeAnalysis;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Binding.Scalars;

// An enum of the schema that is bound to no C# enum: its values are their names.
internal sealed class NameScalar(EnumType type) : Scalar<string>
{
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out string value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, $"expected a value of the enum `{type.Name}`");
        value = input.Text;
        return input.Kind is ScalarInputKind.String or ScalarInputKind.Enum && value is not null && type.FindValue(value) is not null;
    }

    public override void Write(string value, ResponseWriter writer)
    {
        if (type.FindValue(value) is null)
        {
            throw new GraphQLException(ErrorCodes.ResultCoercionFailed, $"the enum `{type.Name}` has no such value");
        }

        writer.WriteString(value.AsSpan());
    }
}
