using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Plr.Domain;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar DateTime</c>: a moment as RFC 3339 writes it, printed in UTC to the microsecond at most.</summary>
[ScalarType<DateTimeOffset>("DateTime")]
public sealed class DateTimeScalar : Scalar<DateTimeOffset>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out DateTimeOffset value, out ScalarProblem problem) =>
        ScalarReading.TryRead(input, ReadMoment, ErrorCodes.DateTimeMalformed, Form, out value, out problem);

    /// <inheritdoc/>
    public override void Write(DateTimeOffset value, ResponseWriter writer) => writer.WriteFormatted(value.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'");

    private const string Form = "a moment is a string such as 2026-11-22T09:30:00Z, with its offset";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static Result<DateTimeOffset> ReadMoment(string text) =>
        (text.EndsWith('Z') || text.AsSpan(Math.Max(0, text.Length - 6)).IndexOfAny('+', '-') == 0)
        && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : new Problem(ErrorCodes.DateTimeMalformed, Form);
}
