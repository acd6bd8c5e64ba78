using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Validation;

/// <summary>Section 5.3.2 as it is written, pair by pair: slow and obvious, to hold the quick one against.</summary>
internal sealed class PairwiseFieldMerging(Schema schema, DocumentNode document)
{
    private sealed record Found(FieldNode Node, CompositeType Parent, FieldDefinition Definition);

    public bool IsValid() => document.Definitions.All(definition => definition switch
    {
        OperationDefinitionNode operation => FieldsInSetCanMerge(Collect([(operation.SelectionSet, schema.QueryType)])),
        FragmentDefinitionNode fragment => FieldsInSetCanMerge(Collect([(fragment.SelectionSet, TypeOf(fragment.TypeCondition))])),
        _ => true,
    });

    private bool FieldsInSetCanMerge(List<Found> set)
    {
        foreach (var (a, b) in Pairs(set))
        {
            if (!SameResponseShape(a, b))
            {
                return false;
            }

            if ((a.Parent == b.Parent || a.Parent is not ObjectType || b.Parent is not ObjectType)
                && (a.Node.Name != b.Node.Name
                    || !Arguments(a.Node).SetEquals(Arguments(b.Node))
                    || !FieldsInSetCanMerge(Subfields(a, b))))
            {
                return false;
            }
        }

        return set.All(field => field.Node.SelectionSet is null || FieldsInSetCanMerge(Subfields(field)));
    }

    private bool SameResponseShape(Found a, Found b)
    {
        var (typeA, typeB) = (a.Definition.Type, b.Definition.Type);
        while (true)
        {
            if (typeA.IsNonNull != typeB.IsNonNull)
            {
                return false;
            }

            (typeA, typeB) = (typeA.NullableType, typeB.NullableType);
            if (typeA is not ListType && typeB is not ListType)
            {
                break;
            }

            if (typeA is not ListType listA || typeB is not ListType listB)
            {
                return false;
            }

            (typeA, typeB) = (listA.OfType, listB.OfType);
        }

        return typeA is LeafType || typeB is LeafType
            ? typeA == typeB
            : Pairs(Subfields(a, b)).All(pair => SameResponseShape(pair.A, pair.B));
    }

    private List<Found> Subfields(params Found[] fields) => Collect(
        [.. fields.Where(field => field.Node.SelectionSet is not null)
            .Select(field => (field.Node.SelectionSet!, (CompositeType)field.Definition.Type.UnderlyingType))]);

    private List<Found> Collect(List<(SelectionSetNode Set, CompositeType Type)> sets)
    {
        var fields = new List<Found>();
        foreach (var (set, type) in sets)
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FieldNode field:
                        fields.Add(new Found(field, type, type.FindField(field.Name)!));
                        break;
                    case InlineFragmentNode inline:
                        fields.AddRange(Collect([(inline.SelectionSet, inline.TypeCondition is null ? type : TypeOf(inline.TypeCondition))]));
                        break;
                    case FragmentSpreadNode spread:
                        var fragment = document.Definitions.OfType<FragmentDefinitionNode>().Single(candidate => candidate.Name == spread.Name);
                        fields.AddRange(Collect([(fragment.SelectionSet, TypeOf(fragment.TypeCondition))]));
                        break;
                }
            }
        }

        return fields;
    }

    private CompositeType TypeOf(NamedTypeNode node) => (CompositeType)schema.FindType(node.Name)!;

    private static HashSet<string> Arguments(FieldNode field) => [.. field.Arguments.Select(argument => argument.ToString())];

    private static IEnumerable<(Found A, Found B)> Pairs(List<Found> set) =>
        from i in Enumerable.Range(0, set.Count)
        from j in Enumerable.Range(0, set.Count)
        where i < j && set[i].Node != set[j].Node && set[i].Node.ResponseName == set[j].Node.ResponseName
        select (set[i], set[j]);
}
