using System.Diagnostics.CodeAnalysis;
using Plr.Domain;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar URL</c>: an absolute http or https address.</summary>
[ScalarType<Uri>("URL")]
public sealed class UrlScalar : Scalar<Uri>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out Uri value, out ScalarProblem problem) =>
        ScalarReading.TryRead(input, ReadAddress, ErrorCodes.UrlMalformed, Form, out value, out problem);

    /// <inheritdoc/>
    public override void Write(Uri value, ResponseWriter writer) => writer.WriteString(value.AbsoluteUri);

    private const string Form = "an address is a string that begins with https:// or http://";

    private static Result<Uri> ReadAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http")
            ? address
            : new Problem(ErrorCodes.UrlMalformed, Form);
}
