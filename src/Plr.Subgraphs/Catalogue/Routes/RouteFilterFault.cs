using Plr.Domain;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>What is wrong with a field of a route filter.</summary>
/// <param name="Field">The field, as the SDL names it.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record RouteFilterFault(string Field, Problem Problem);
