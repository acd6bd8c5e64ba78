using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Access;

/// <summary>The errors of withheld positions. They name the schema and the viewer, never a learner.</summary>
internal static class Withheld
{
    /// <summary>For want of consent.</summary>
    /// <param name="coordinate">The field or type that is guarded.</param>
    /// <param name="told">The decision as the viewer may be told it.</param>
    public static GraphQLError ForConsent(string coordinate, ConsentDecision told, Viewer viewer)
    {
        var scope = ConsentSentences.Code(told.Scope);
        // What the viewer awarded itself is open, and this is something else.
        var decision = told.Basis is AccessBasis.OwnAward ? told with { Basis = AccessBasis.NoConsent } : told;
        return new GraphQLError(
            $"`{coordinate}` is withheld: it needs the scope `{scope}`",
            ErrorCodes.ConsentRequired,
            extensions: new Dictionary<string, object?>
            {
                ["scope"] = scope,
                ["basis"] = BasisCode.Of(decision.Basis),
                ["remedy"] = ConsentSentences.Remedy(decision, viewer),
            });
    }

    /// <summary>For being the wrong kind of viewer, or not the one concerned.</summary>
    public static GraphQLError ForViewer(string coordinate, IReadOnlyList<string> viewers, Viewer viewer) => viewer is Viewer.AnonymousViewer
        ? new GraphQLError(
            $"`{coordinate}` needs a viewer, and the request carries no token",
            ErrorCodes.SignInRequired,
            extensions: new Dictionary<string, object?> { ["viewers"] = viewers, ["remedy"] = "send a token in the header `Authorization: Bearer`" })
        : new GraphQLError(
            $"`{coordinate}` is not for this viewer",
            ErrorCodes.ViewerNotAllowed,
            extensions: new Dictionary<string, object?> { ["viewers"] = viewers, ["remedy"] = "ask as one of these, about what concerns you" });
}
