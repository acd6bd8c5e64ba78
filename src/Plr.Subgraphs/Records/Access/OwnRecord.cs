using System.Diagnostics;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.GraphQL;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Access;

/// <summary>The record of the learner who asks.</summary>
internal static class OwnRecord
{
    /// <summary>The number it is kept under, which may be another than the one the token names.</summary>
    /// <exception cref="GraphQLException">The token's learner is not registered.</exception>
    public static async ValueTask<Uln> OwnAsync(this RecordAccess access, CancellationToken cancellationToken)
    {
        var own = access.Viewer as Viewer.LearnerViewer ?? throw new UnreachableException("the guard lets learners alone through");
        var loaded = await access.LoadAsync([own.Uln], cancellationToken);
        return loaded.GetValueOrDefault(own.Uln)?.Learner.Uln
            ?? throw new GraphQLException(ErrorCodes.ViewerNotAllowed, "the token's learner is not registered");
    }
}
