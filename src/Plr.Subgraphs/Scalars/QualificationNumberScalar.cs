using System.Diagnostics.CodeAnalysis;
using Plr.Domain.Identifiers;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar QualificationNumber</c>. The register has numbers whose check character does not fit, so that is looked at where the number is looked up.</summary>
[ScalarType<QualificationNumber>("QualificationNumber")]
public sealed class QualificationNumberScalar : Scalar<QualificationNumber>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out QualificationNumber value, out ScalarProblem problem) =>
        ScalarReading.TryRead(
            input, static text => QualificationNumber.ParseIssued(text), ErrorCodes.QualificationNumberMalformed,
            "a qualification number is a string such as 600/8900/3", out value, out problem);

    /// <inheritdoc/>
    public override void Write(QualificationNumber value, ResponseWriter writer) => writer.WriteString(value.Value);
}
