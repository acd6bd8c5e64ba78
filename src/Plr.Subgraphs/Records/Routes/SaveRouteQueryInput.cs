using Plr.Domain.Identifiers;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Records.Routes;

/// <summary><c>input SaveRouteQueryInput</c>.</summary>
/// <param name="Name">What the learner calls it.</param>
/// <param name="Filter">Which routes to rank; null for all.</param>
/// <param name="WhatIf">Units to be counted as if they were achieved; null for none.</param>
public sealed record SaveRouteQueryInput(string Name, RouteFilter? Filter, IReadOnlyList<UnitNumber>? WhatIf);
