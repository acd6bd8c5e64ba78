using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Types.Costs;

/// <summary>The directives by which a schema says what its parts cost. A schema that applies one need not define it.</summary>
/// <remarks>IBM, GraphQL Cost Directives specification, draft, 4 and 5 (https://ibm.github.io/graphql-specs/cost-spec.html).</remarks>
internal static class CostDefinitions
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";
    public const string Weight = "weight";
    public const string AssumedSize = "assumedSize";
    public const string SlicingArguments = "slicingArguments";
    public const string SizedFields = "sizedFields";
    public const string RequireOneSlicingArgument = "requireOneSlicingArgument";

    private const string Text = """"
        "What one resolution of a field, one object or leaf of a type, or one use of an argument or input field costs."
        directive @cost(
          "A decimal number, three places at most; negative on arguments and input fields alone, where it makes their field cheaper."
          weight: String!
        ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        "How many items a list holds at most."
        directive @listSize(
          "The items when no slicing argument is given."
          assumedSize: Int
          "Arguments that bound the items: an `Int` by its value, a list by its length. `filter.max` names a field of an input object."
          slicingArguments: [String!]
          "The lists of the field's object that are bounded, where the field itself is no list: `edges` and `nodes` of a connection."
          sizedFields: [String!]
          "Whether an operation must give exactly one of the slicing arguments."
          requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        """";

    /// <summary>The definitions, for a schema that has none of its own.</summary>
    public static IReadOnlyList<DirectiveDefinitionNode> All { get; } =
        [.. Parser.ParseSchema(Text, "cost directives").Definitions.Cast<DirectiveDefinitionNode>()];
}
