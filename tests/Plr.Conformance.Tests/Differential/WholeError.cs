namespace Plr.Conformance.Tests.Differential;

/// <summary>What two engines must say alike of an error; messages may differ.</summary>
/// <param name="Part">The deferred or streamed part that failed with it; null for one of the data.</param>
/// <param name="Path">Steps as JSON.</param>
/// <param name="Locations">As JSON; empty when there is none.</param>
/// <param name="Message">Not compared.</param>
internal sealed record WholeError(string? Part, string[] Path, string Locations, string Message)
{
    public override string ToString() => $"{(Part is null ? "" : $"[{Part}] ")}{string.Join('/', Path)} {Locations}";
}
