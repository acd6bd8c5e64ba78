using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary>How the values of one scalar are read from documents and variables, and written to responses. Stateless.</summary>
/// <remarks>GraphQL September 2025, 3.5 Scalars. Neither literal nor JSON is ever null here: null is not the scalar's to judge.</remarks>
public abstract class ScalarCoercion
{
    /// <summary>Reads a literal of a document. A variable is not a literal: false.</summary>
    /// <returns>False when the literal is no value of this scalar.</returns>
    public abstract bool TryCoerceLiteral(ValueNode literal, out object? value);

    /// <summary>Reads a JSON value of the variables.</summary>
    /// <returns>False when the JSON is no value of this scalar.</returns>
    public abstract bool TryCoerceJson(JsonElement json, out object? value);

    /// <summary>Writes one JSON value for what a resolver gave, or nothing.</summary>
    /// <returns>False, with nothing written, when the value is no result of this scalar or would lose data.</returns>
    public abstract bool TryWriteResult(Utf8JsonWriter writer, object value);

    /// <summary>Whether a literal is a value of this scalar.</summary>
    /// <remarks>GraphQL September 2025, 5.6.1 Values of Correct Type.</remarks>
    public virtual bool IsValidLiteral(ValueNode literal) => TryCoerceLiteral(literal, out _);

    /// <summary>Why a literal that is not valid is refused; null when the scalar has no code of its own for it.</summary>
    public virtual ScalarProblem? ProblemOf(ValueNode literal) => null;
}
