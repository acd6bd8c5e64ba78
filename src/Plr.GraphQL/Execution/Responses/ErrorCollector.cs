using System.Globalization;
using System.Text;
using Plr.GraphQL.Binding.Scalars;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Execution.Responses;

// The errors of one execution, in document order of their positions.
internal sealed class ErrorCollector(int maxErrors, EngineMetrics metrics, ErrorCollector? first = null)
{
    private readonly List<GraphQLError> errors = [];
    private HashSet<string>? withheld;
    private int leftOut;

    internal int Count => errors.Count + (leftOut > 0 ? 1 : 0);

    internal IEnumerable<GraphQLError> All => leftOut == 0 ? errors :
    [
        .. errors,
        new GraphQLError(string.Create(CultureInfo.InvariantCulture, $"{leftOut} further errors are left out"), ErrorCodes.LimitErrors),
    ];

    // For a later response of the same request. What is withheld is told once over all of them.
    internal ErrorCollector Beside() => new(maxErrors, metrics, first ?? this);

    // Those from an index on, taken out.
    internal ErrorCollector CutFrom(int index)
    {
        var cut = Beside();
        cut.errors.AddRange(errors.Skip(index));
        errors.RemoveRange(Math.Min(index, errors.Count), Math.Max(errors.Count - index, 0));
        return cut;
    }

    internal void Add(GraphQLError error, FieldPlan? field, object[]? path)
    {
        metrics.CountError(error.Code);
        if (errors.Count >= maxErrors)
        {
            leftOut++;
            return;
        }

        // A refused argument knows its place; any other error has that of its field.
        var locations = error.Locations.IsEmpty && field is not null ? field.Locations : error.Locations;
        errors.Add(new GraphQLError(error.Message, error.Code, locations, path, error.Extensions));
    }

    // One for a field of the response and a reason, at its first position: the number of errors must not tell the number of rows.
    internal bool IsFirst(GraphQLError reason, FieldPlan? field)
    {
        if (first is not null)
        {
            return first.IsFirst(reason, field);
        }

        using var key = new ResponseWriter();
        key.WriteString(field?.Position);
        key.WriteString(reason.Code);
        if (reason.Extensions is not null)
        {
            new AnyScalar().Write(reason.Extensions, key);
        }

        return (withheld ??= new HashSet<string>(StringComparer.Ordinal)).Add(Encoding.UTF8.GetString(key.Written.Span));
    }
}
