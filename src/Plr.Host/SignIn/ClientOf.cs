using Plr.Consent.Viewers;
using Plr.GraphQL.AspNetCore.Http;
using Plr.Subgraphs.Records.Access;

namespace Plr.Host.SignIn;

/// <summary>Whose budget a request is charged to: the learner, the organisation or the person signed in, else the address.</summary>
/// <remarks>All members of an organisation share its budget, as they share its agreements.</remarks>
internal static class ClientOf
{
    public static string Request(HttpContext context) => context.RequestServices.GetRequiredService<RequestViewer>().Viewer switch
    {
        Viewer.LearnerViewer learner => $"learner:{learner.Uln.Value}",
        Viewer.OrganisationViewer organisation => $"organisation:{organisation.Id}",
        Viewer.DelegateViewer person => $"delegate:{person.Subject}",
        Viewer { Kind: { } kind } viewer => $"{kind}:{viewer.Person}",
        _ => ClientKeys.Address(context),
    };
}
