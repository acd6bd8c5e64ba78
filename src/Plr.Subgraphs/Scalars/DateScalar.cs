using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Plr.Domain;
using ErrorCodes = Plr.Domain.ErrorCodes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary><c>scalar Date</c>: a day such as 2026-11-22.</summary>
[ScalarType<DateOnly>("Date")]
public sealed class DateScalar : Scalar<DateOnly>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out DateOnly value, out ScalarProblem problem) =>
        ScalarReading.TryRead(input, ReadDay, ErrorCodes.DateMalformed, Form, out value, out problem);

    /// <inheritdoc/>
    public override void Write(DateOnly value, ResponseWriter writer) => writer.WriteFormatted(value, "O");

    private const string Form = "a date is a string such as 2026-11-22";

    private static Result<DateOnly> ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : new Problem(ErrorCodes.DateMalformed, Form);
}
