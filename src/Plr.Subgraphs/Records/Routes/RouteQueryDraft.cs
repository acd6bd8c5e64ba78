using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>Reads the input of <c>saveRouteQuery</c>: a query, or all that is wrong with it at once.</summary>
internal sealed class RouteQueryDraft(RequestCatalogue catalogue)
{
    private readonly List<UserError> errors = [];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<UserError> Errors => errors;

    /// <summary>The query; null when anything is wrong.</summary>
    public SavedRouteQuery? Read(SaveRouteQueryInput input, Uln learner, DateTimeOffset now)
    {
        var name = SavedRouteQuery.ParseName(input.Name);
        if (!name.Succeeded)
        {
            errors.Add(new InvalidInputError(name.Problem, "input", "name"));
        }

        foreach (var fault in RouteFilterCheck.Faults(catalogue, input.Filter))
        {
            errors.Add(new InvalidInputError(fault.Problem, "input", "filter", fault.Field));
        }

        var whatIf = ReadUnits(input.WhatIf ?? []);
        return errors.Count > 0 ? null : new SavedRouteQuery
        {
            Id = new RouteQueryId(Guid.CreateVersion7(now)),
            Learner = learner,
            Name = name.Value,
            Filter = input.Filter ?? new RouteFilter(),
            WhatIf = whatIf,
            SavedAt = now,
        };
    }

    private List<UnitNumber> ReadUnits(IReadOnlyList<UnitNumber> units)
    {
        if (units.Count > UnitList.MaxUnits)
        {
            errors.Add(new InvalidInputError(
                new Problem(ErrorCodes.TooManyItems, $"a list of units takes at most {UnitList.MaxUnits}: leave out those that do not matter"), "input", "whatIf"));
            return [];
        }

        foreach (var unit in units)
        {
            if (catalogue.Find(unit).Problem is { } problem)
            {
                errors.Add(new InvalidInputError(problem, "input", "whatIf"));
            }
        }

        return [.. units.Distinct()];
    }
}
