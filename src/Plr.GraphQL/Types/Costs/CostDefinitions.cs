using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Types.Costs;

/// <summary>The directives by which a schema says what its parts cost. A schema that applies one need not define it.</summary>
/// <remarks>IBM, GraphQL Cost Directives specification, draft, 4 and 5 (https://ibm.github.io/graphql-specs/cost-spec.html). <c>@listLength</c> and
/// <c>@listTotal</c> are of this engine: composers take <c>Int</c> arguments alone for slicing, and no directive of the specification says that the
/// lists of many objects have a bound together. A router that ignores both reckons more, never less.</remarks>
internal static class CostDefinitions
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";
    public const string Weight = "weight";
    public const string AssumedSize = "assumedSize";
    public const string SlicingArguments = "slicingArguments";
    public const string SizedFields = "sizedFields";
    public const string ListLength = "listLength";
    public const string ListTotal = "listTotal";
    public const string Arguments = "arguments";
    public const string Within = "within";
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
        "Beside `@listSize`: a list is no longer than one that the operation gives."
        directive @listLength("Arguments, or fields of input objects in them as `input.items`." arguments: [String!]!) on FIELD_DEFINITION
        "Beside `@listSize`: the lists of all objects below one object of a type hold no more than `assumedSize` items together."
        directive @listTotal("The object type." within: String!) on FIELD_DEFINITION
        """";

    /// <summary>The definitions, for a schema that has none of its own.</summary>
    public static IReadOnlyList<DirectiveDefinitionNode> All { get; } =
        [.. Parser.ParseSchema(Text, "cost directives").Definitions.Cast<DirectiveDefinitionNode>()];
}
