using Plr.GraphQL.Types;

namespace Plr.Conformance.Tests.Differential;

// The rules that an operation may break, each where it would hold.
internal sealed partial class OperationGrammar
{
    // Whether the rule that is asked about is broken here.
    private bool Broken()
    {
        if (Breaks == 0 || !dice.OneIn(12))
        {
            return false;
        }

        Breaks--;
        return true;
    }

    private string BrokenSelection(CompositeType type) => !Broken() ? "" : dice.Below(6) switch
    {
        0 => " nothing",
        1 => " nothing { below }",
        2 => " clash: __typename clash: " + (type is ComplexType complex ? complex.Fields[0].Name : "nothing"),
        3 => " ... on Nowhere { a }",
        4 => " @skip(if: true)",
        _ => " ...Unknown",
    };

    private string BrokenDirective() => !Broken() ? "" : dice.Below(6) switch
    {
        0 => " @nothing",
        1 => " @skip(if: false) @skip(if: false)",
        2 => " @include",
        3 => " @deprecated",
        4 => " @skip(if: \"yes\")",
        _ => " @stream(label: \"once\")",
    };

    private string BrokenOperationDirective() => !Broken() ? "" : dice.Pick([" @skip(if: true)", " @nothing", " @defer"]);

    private IEnumerable<string> BrokenArguments(FieldDefinition field)
    {
        if (Broken())
        {
            yield return "nothing: 1";
        }
        else if (Broken() && field.Arguments.Length > 0)
        {
            var value = inputs.Literal(field.Arguments[0].Type.ToString()!); // A type has a text.
            yield return $"{field.Arguments[0].Name}: {value}";
            yield return $"{field.Arguments[0].Name}: {value}";
        }
        else if (Broken() && field.Arguments.Length > 0)
        {
            yield return $"{field.Arguments[0].Name}: $undefined";
        }
    }

    private string BrokenCondition() => dice.Pick(["Nowhere", "Int", "In0", "T0", "Query", "E0"]);

    private string BrokenVariableType(string type) => dice.Pick(["T0", "Nowhere", type.TrimEnd('!'), $"[{type}]", "Int", "In0"]);

    private string BrokenSyntax(string document)
    {
        if (!Broken())
        {
            return document;
        }

        var at = dice.Below(document.Length);
        return dice.OneIn(2) ? document.Remove(at, 1) : document.Insert(at, dice.Pick(["{", ")", "$", "\"", "..", "1a", "@"]));
    }

    private string BrokenDefinition() => !Broken() ? "" : dice.Below(8) switch
    {
        0 => "fragment Unused on Query { __typename }\n",
        1 => "fragment Circle on Query { ...Circle }\n",
        2 => "fragment Twice on Query { __typename }\nfragment Twice on Query { __typename }\n",
        3 => "query Main { __typename }\n",
        4 => "{ __typename }\n",
        5 => "query Unused($unused: Int) { __typename }\n",
        6 => "query Twice($a: Int, $a: Int) { __typename }\n",
        _ => "type Late { a: Int }\n",
    };
}
