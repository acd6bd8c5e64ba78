using System.Diagnostics.CodeAnalysis;
using Plr.Domain.Identifiers;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar UnitNumber</c>. The check letter is looked at where the number is looked up, as for qualifications.</summary>
[ScalarType<UnitNumber>("UnitNumber")]
public sealed class UnitNumberScalar : Scalar<UnitNumber>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out UnitNumber value, out ScalarProblem problem) =>
        ScalarReading.TryRead(
            input, static text => UnitNumber.ParseIssued(text), ErrorCodes.UnitNumberMalformed,
            "a unit number is a string such as M/504/7527", out value, out problem);

    /// <inheritdoc/>
    public override void Write(UnitNumber value, ResponseWriter writer) => writer.WriteString(value.Value);
}
