using System.Diagnostics;
using Plr.Consent.Viewers;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Host.SignIn;

/// <summary>Turns a token's holder into the viewer that consent decides about.</summary>
public static class ViewerOf
{
    /// <summary>The viewer. An organisation that the catalogue does not list is given a key that no grant can name, so nothing opens for it.</summary>
    public static Viewer Holder(TokenHolder holder, NationalCatalogue catalogue) => holder switch
    {
        TokenHolder.Learner learner => new Viewer.LearnerViewer(learner.Uln),
        TokenHolder.Delegate person => new Viewer.DelegateViewer(person.Subject),
        TokenHolder.Member member => new Viewer.OrganisationViewer(
            catalogue.Organisation(member.Ukprn)?.Id ?? new OrganisationId($"unlisted:{member.Ukprn}"), member.Kind, member.Person),
        TokenHolder.Operator person => new Viewer.OperatorViewer(person.Person),
        TokenHolder.Regulator person => new Viewer.RegulatorViewer(person.Person),
        _ => throw new UnreachableException($"no viewer for {holder.GetType().Name}"),
    };
}
