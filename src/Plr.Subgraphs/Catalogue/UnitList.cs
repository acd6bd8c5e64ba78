using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Errors;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Catalogue;

/// <summary>A list of units that a client gives.</summary>
internal static class UnitList
{
    /// <summary>The most units one list takes.</summary>
    public const int MaxUnits = 200;

    /// <summary>The units, each once, in the order given.</summary>
    /// <exception cref="GraphQLException">Too many, or one that the catalogue does not hold.</exception>
    public static IReadOnlyList<Unit> Read(RequestCatalogue catalogue, IReadOnlyList<UnitNumber> numbers) =>
        numbers.Count <= MaxUnits
            ? [.. numbers.Distinct().Select(number => catalogue.Find(number).OrThrow())]
            : throw new GraphQLException(ErrorCodes.TooManyItems, $"a list of units takes at most {MaxUnits}: leave out those that do not matter");
}
