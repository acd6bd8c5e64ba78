using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.Subgraphs.Catalogue.Rules;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;

namespace Plr.Subgraphs.Catalogue;

/// <summary>The fields of <c>type Qualification</c> that are no properties of it.</summary>
[ObjectType<Qualification>("Qualification")]
public sealed class QualificationResolvers(RequestCatalogue catalogue)
{
    /// <summary><c>Qualification.id</c>.</summary>
    public static string Id(Qualification qualification) => NodeId.Of(qualification.Number);

    /// <summary><c>Qualification.title</c>: in English where there is none in the language.</summary>
    public static string Title(Qualification qualification, Language language) =>
        language is Language.Welsh ? qualification.WelshTitle ?? qualification.Title : qualification.Title;

    /// <summary><c>Qualification.awardingOrganisation</c>: null when the register does not list it.</summary>
    public Organisation? AwardingOrganisation(Qualification qualification) => catalogue.Current.Organisation(qualification.AwardingOrganisation);

    /// <summary><c>Qualification.ruleOfCombination</c>: null where none is published; an error where it is larger than the schema promises.</summary>
    public PublishedRule? RuleOfCombination(Qualification qualification)
    {
        if (qualification.RuleOfCombination is not { } rule)
        {
            return null;
        }

        return PublishedRuleSize.Check(rule) is { } problem ? throw new GraphQLException(problem.Code, problem.Message) : new PublishedRule(qualification, rule, catalogue);
    }

    /// <summary>Qualifications by number or identifier, for other subgraphs.</summary>
    [EntityResolver]
    public IReadOnlyList<Qualification?> Entities(IReadOnlyList<EntityRepresentation> representations) =>
        [.. representations.Select(Entity)];

    private Qualification? Entity(EntityRepresentation representation)
    {
        if (representation.Has("number"))
        {
            return catalogue.Current.Qualification(representation.Get<QualificationNumber>("number"));
        }

        var id = NodeId.Parse(representation.Get<string>("id")).OrThrow();
        return id.Type is "Qualification" && QualificationNumber.ParseIssued(id.Key) is { Succeeded: true } number
            ? catalogue.Current.Qualification(number.Value)
            : null;
    }
}
