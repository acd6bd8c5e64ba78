using System.Diagnostics.CodeAnalysis;
using Plr.Domain.Identifiers;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar Uln</c>: ten digits, held to their check digit. What was read is never echoed: it is personal data.</summary>
[ScalarType<Uln>("Uln")]
public sealed class UlnScalar : Scalar<Uln>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out Uln value, out ScalarProblem problem) =>
        ScalarReading.TryRead(input, static text => Uln.Parse(text), ErrorCodes.UlnMalformed, "a ULN is a string of ten digits", out value, out problem);

    /// <inheritdoc/>
    public override void Write(Uln value, ResponseWriter writer) => writer.WriteString(value.ToDigits());
}
