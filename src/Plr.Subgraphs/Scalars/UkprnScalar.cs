using System.Diagnostics.CodeAnalysis;
using Plr.Domain.Identifiers;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar Ukprn</c>: eight digits, the first of them 1.</summary>
[ScalarType<Ukprn>("Ukprn")]
public sealed class UkprnScalar : Scalar<Ukprn>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out Ukprn value, out ScalarProblem problem) =>
        ScalarReading.TryRead(input, static text => Ukprn.Parse(text), ErrorCodes.UkprnMalformed, "a UKPRN is a string of eight digits", out value, out problem);

    /// <inheritdoc/>
    public override void Write(Ukprn value, ResponseWriter writer) => writer.WriteString(value.ToString());
}
