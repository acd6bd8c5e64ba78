using Plr.Domain;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Catalogue.Checks;
using Plr.Subgraphs.Catalogue.Filters;
using Plr.Subgraphs.Errors;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Catalogue;

/// <summary>The root fields of schema/catalogue.graphql, save <c>node</c> and <c>nodes</c>.</summary>
[QueryType]
public sealed class CatalogueQueries(RequestCatalogue catalogue)
{
    /// <summary><c>Query.qualification</c>: null when the catalogue holds none; an error when the number can not be one.</summary>
    public Qualification? Qualification(QualificationNumber number) =>
        UnlessUnknown(catalogue.Find(number), ErrorCodes.QualificationUnknown);

    /// <summary><c>Query.qualifications</c>: by number.</summary>
    public Connection<Qualification> Qualifications(QualificationFilter? filter, int? first, string? after, int? last, string? before) =>
        Pages.Of(QualificationSearch.In(catalogue.Current.Qualifications, filter), first, after, last, before);

    /// <summary><c>Query.unit</c>: null when the catalogue holds none; an error when the number can not be one.</summary>
    public Unit? Unit(UnitNumber number) => UnlessUnknown(catalogue.Find(number), ErrorCodes.UnitUnknown);

    /// <summary><c>Query.units</c>: by number.</summary>
    public Connection<Unit> Units(UnitFilter? filter, int? first, string? after, int? last, string? before) =>
        Pages.Of(UnitSearch.In(catalogue.Current.Units, filter), first, after, last, before);

    /// <summary><c>Query.organisation</c>: by one of its two numbers.</summary>
    public Organisation? Organisation(Ukprn? ukprn, string? recognitionNumber)
    {
        if (ukprn is null == recognitionNumber is null)
        {
            throw new GraphQLException(ErrorCodes.OrganisationReferenceInvalid, "give `ukprn` or `recognitionNumber`, and not both");
        }

        return ukprn is { } number
            ? catalogue.Current.Organisation(number)
            : catalogue.Current.Organisations.FirstOrDefault(organisation =>
                string.Equals(organisation.RecognitionNumber, recognitionNumber, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>Query.organisations</c>: by name.</summary>
    public Connection<Organisation> Organisations(OrganisationFilter? filter, int? first, string? after, int? last, string? before) =>
        Pages.Of(OrganisationSearch.In(catalogue.Current.Organisations, filter), first, after, last, before);

    /// <summary><c>Query.ruleOfCombinationCheck</c>: what a set of units would come to. Reads no record.</summary>
    public RuleCheck RuleOfCombinationCheck(QualificationNumber qualification, IReadOnlyList<UnitNumber> units) =>
        new(catalogue, catalogue.Find(qualification).OrThrow(), UnitList.Read(catalogue, units));

    private static T? UnlessUnknown<T>(Result<T> found, string unknownCode)
        where T : class =>
        found.Problem?.Code == unknownCode ? null : found.OrThrow();
}
