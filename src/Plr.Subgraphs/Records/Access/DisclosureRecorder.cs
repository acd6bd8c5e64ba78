using System.Diagnostics;
using Plr.Consent.Decisions;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Collects what this request discloses, and appends it to the log before a byte of the answer is released. Scoped.</summary>
/// <remarks>A learner's reading of their own record is no disclosure. When the log can not be written, nothing is released.</remarks>
public sealed class DisclosureRecorder(IRecordStore store, RequestViewer request, TimeProvider clock, SubgraphMetrics metrics) : IRequestCompletion
{
    private readonly Lock gate = new();
    private readonly Dictionary<Reading, SortedSet<ConsentScope>> readings = [];

    /// <summary>Notes that a scope of a record was opened to the viewer.</summary>
    /// <param name="learner">The number the record is kept under.</param>
    public void Note(Uln learner, ConsentDecision decision)
    {
        if (decision.Basis is AccessBasis.OwnRecord)
        {
            return;
        }

        lock (gate)
        {
            var reading = new Reading(learner, decision.Basis, decision.Grant?.Id);
            if (!readings.TryGetValue(reading, out var scopes))
            {
                readings.Add(reading, scopes = []);
                Purposes.TryAdd(reading, decision.Purpose);
            }

            scopes.Add(decision.Scope);
        }
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken)
    {
        var entries = Entries(operationName);
        if (entries.Count == 0)
        {
            return;
        }

        var begun = Stopwatch.GetTimestamp();
        try
        {
            await store.AppendDisclosuresAsync(entries, cancellationToken);
        }
        catch (RecordStoreUnavailableException)
        {
            throw new GraphQLException(ErrorCodes.DatabaseUnavailable, "what would be disclosed could not be logged, so it is not disclosed: try again later");
        }

        metrics.CountDisclosures(entries.Count, Stopwatch.GetElapsedTime(begun));
    }

    private Dictionary<Reading, string?> Purposes { get; } = [];

    private List<Disclosure> Entries(string? operationName)
    {
        lock (gate)
        {
            var at = clock.GetUtcNow();
            List<Disclosure> entries =
            [
                .. readings.Select(reading => new Disclosure
                {
                    Id = Guid.CreateVersion7(at),
                    Learner = reading.Key.Learner,
                    At = at,
                    Organisation = request.Viewer.Organisation,
                    Person = request.Viewer.Person,
                    Scopes = [.. reading.Value],
                    Basis = reading.Key.Basis,
                    Grant = reading.Key.Grant,
                    Operation = operationName,
                    Purpose = Purposes[reading.Key],
                }),
            ];
            readings.Clear();
            Purposes.Clear();
            return entries;
        }
    }

    private sealed record Reading(Uln Learner, AccessBasis Basis, GrantId? Grant);
}
