using Plr.Domain;

namespace Plr.Subgraphs.Records;

/// <summary>Refusals that several mutations share.</summary>
internal static class RecordProblems
{
    public static Problem NotParticipating { get; } = new(
        ErrorCodes.OrganisationNotParticipating,
        "your organisation's agreements are not in force, or it is not of the kind it acts as: `viewer.organisation.participation.missing` lists what to sign");
}
