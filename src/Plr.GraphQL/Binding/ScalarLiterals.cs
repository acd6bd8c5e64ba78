using System.Text.Json;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types.Scalars;

namespace Plr.GraphQL.Binding;

// Lets the schema and the validation rules read literals of a bound scalar. Responses are not written through it.
internal sealed class ScalarLiterals(Scalar scalar) : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        value = null;
        return LiteralInput.TryRead(literal, out var input) && scalar.TryReadBoxed(input, out value, out _);
    }

    public override ScalarProblem? ProblemOf(ValueNode literal) =>
        LiteralInput.TryRead(literal, out var input) && !scalar.TryReadBoxed(input, out _, out var problem) && problem.Code is not null ? problem : null;

    public override bool TryCoerceJson(JsonElement json, out object? value) =>
        scalar.TryReadBoxed(JsonInput.Read(json), out value, out _);

    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        using var buffer = new ResponseWriter();
        if (!scalar.TryWriteBoxed(value, buffer))
        {
            return false;
        }

        writer.WriteRawValue(buffer.Written.Span);
        return true;
    }
}
