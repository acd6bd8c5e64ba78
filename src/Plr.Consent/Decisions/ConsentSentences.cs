using System.Diagnostics;
using Plr.Consent.Viewers;
using Plr.Domain.Catalogue;
using Plr.Domain.Permissions;

namespace Plr.Consent.Decisions;

/// <summary>Decisions in sentences that a learner or a reader understands, in English and in Welsh.</summary>
public static class ConsentSentences
{
    /// <summary>Why the scope is open or withheld.</summary>
    public static string Explain(ConsentDecision decision, Viewer viewer, Language language)
    {
        var scope = Name(decision.Scope, language);
        var purpose = decision.Grant?.Purpose ?? "";
        return language is Language.Welsh ? Welsh(decision.Basis, viewer, scope, purpose) : English(decision.Basis, viewer, scope, purpose);
    }

    /// <summary>What opens the scope, and who can do it.</summary>
    public static string Remedy(ConsentDecision decision, Viewer viewer) => (decision.Basis, viewer) switch
    {
        (_, Viewer.AnonymousViewer) => $"sign in, and ask the learner to grant {Code(decision.Scope)} to you",
        (_, Viewer.OperatorViewer) => "open a case: an operator reads no record outside one",
        (AccessBasis.OrganisationNotParticipating, _) => "your organisation signs the agreements that `participation.missing` lists",
        (AccessBasis.PrivacyNoticeNotSeen, _) => "the learner reads the privacy notice and decides to share",
        (AccessBasis.LearnerDoesNotShare, _) => "the learner decides to share again",
        (AccessBasis.Blocked, _) => $"the learner lifts the block on {Code(decision.Scope)}",
        _ => $"ask the learner to grant {Code(decision.Scope)} to you",
    };

    /// <summary>The scope by its name in the schema.</summary>
    public static string Code(ConsentScope scope) => scope switch
    {
        ConsentScope.Identity => "IDENTITY",
        ConsentScope.Contact => "CONTACT",
        ConsentScope.QualificationAchievements => "QUALIFICATION_ACHIEVEMENTS",
        ConsentScope.WiderAchievements => "WIDER_ACHIEVEMENTS",
        ConsentScope.Routes => "ROUTES",
        _ => throw new UnreachableException($"no name for {scope}"),
    };

    private static string Name(ConsentScope scope, Language language) => (scope, language) switch
    {
        (ConsentScope.Identity, Language.Welsh) => "enw a dyddiad geni",
        (ConsentScope.Identity, _) => "name and date of birth",
        (ConsentScope.Contact, Language.Welsh) => "manylion cyswllt",
        (ConsentScope.Contact, _) => "contact details",
        (ConsentScope.QualificationAchievements, Language.Welsh) => "unedau a chymwysterau",
        (ConsentScope.QualificationAchievements, _) => "units and qualifications",
        (ConsentScope.WiderAchievements, Language.Welsh) => "cyflawniadau ehangach",
        (ConsentScope.WiderAchievements, _) => "wider achievements",
        (ConsentScope.Routes, Language.Welsh) => "cynnydd a llwybrau",
        (ConsentScope.Routes, _) => "progress and routes",
        _ => throw new UnreachableException($"no name for {scope}"),
    };

    private static string English(AccessBasis basis, Viewer viewer, string scope, string purpose) => basis switch
    {
        AccessBasis.OwnRecord => $"You see the {scope} because this is your own record.",
        AccessBasis.Consent => $"You see the {scope} because the learner permits it, for this purpose: {purpose}.",
        AccessBasis.Delegation => $"You see the {scope} because the learner trusts you with them, for this purpose: {purpose}.",
        AccessBasis.OwnAward => $"Of the {scope} you see those that your organisation awarded itself, and no others.",
        AccessBasis.OperatorDuty => $"You see the {scope} because of an open case.",
        AccessBasis.Blocked => $"The {scope} are withheld because the learner has blocked them for you.",
        AccessBasis.PrivacyNoticeNotSeen => $"The {scope} are withheld because the learner has not seen the privacy notice yet.",
        AccessBasis.LearnerDoesNotShare => $"The {scope} are withheld because the learner has chosen not to share.",
        AccessBasis.OrganisationNotParticipating => $"The {scope} are withheld because your organisation's agreements are not in force.",
        AccessBasis.NoConsent when viewer is Viewer.AnonymousViewer => $"The {scope} are withheld because you have not signed in.",
        AccessBasis.NoConsent when viewer is Viewer.OperatorViewer => $"The {scope} are withheld because an operator reads a record inside a case alone, and no case is open.",
        AccessBasis.NoConsent => $"The {scope} are withheld because no permission covers them.",
        _ => throw new UnreachableException($"no sentence for {basis}"),
    };

    private static string Welsh(AccessBasis basis, Viewer viewer, string scope, string purpose) => basis switch
    {
        AccessBasis.OwnRecord => $"Rydych yn gweld y canlynol am mai eich cofnod chi yw hwn: {scope}.",
        AccessBasis.Consent => $"Rydych yn gweld y canlynol am fod y dysgwr yn caniatáu hynny: {scope}. Y diben yw: {purpose}.",
        AccessBasis.Delegation => $"Rydych yn gweld y canlynol am fod y dysgwr yn ymddiried ynoch: {scope}. Y diben yw: {purpose}.",
        AccessBasis.OwnAward => $"Rydych yn gweld y rhai a ddyfarnwyd gan eich sefydliad chi yn unig: {scope}.",
        AccessBasis.OperatorDuty => $"Rydych yn gweld y canlynol oherwydd achos agored: {scope}.",
        AccessBasis.Blocked => $"Cedwir y canlynol yn ôl am fod y dysgwr wedi eu rhwystro i chi: {scope}.",
        AccessBasis.PrivacyNoticeNotSeen => $"Cedwir y canlynol yn ôl am nad yw'r dysgwr wedi gweld yr hysbysiad preifatrwydd eto: {scope}.",
        AccessBasis.LearnerDoesNotShare => $"Cedwir y canlynol yn ôl am fod y dysgwr wedi dewis peidio â rhannu: {scope}.",
        AccessBasis.OrganisationNotParticipating => $"Cedwir y canlynol yn ôl am nad yw cytundebau eich sefydliad mewn grym: {scope}.",
        AccessBasis.NoConsent when viewer is Viewer.AnonymousViewer => $"Cedwir y canlynol yn ôl am nad ydych wedi mewngofnodi: {scope}.",
        AccessBasis.NoConsent when viewer is Viewer.OperatorViewer => $"Cedwir y canlynol yn ôl am fod gweithredwr yn darllen cofnod mewn achos yn unig, ac nid oes achos ar agor: {scope}.",
        AccessBasis.NoConsent => $"Cedwir y canlynol yn ôl am nad oes caniatâd yn eu cynnwys: {scope}.",
        _ => throw new UnreachableException($"no sentence for {basis}"),
    };
}
