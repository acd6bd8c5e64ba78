using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Whether two pieces of a document mean the same by their text.</summary>
internal static class SameSyntax
{
    /// <summary>The same names with the same values, in any order.</summary>
    public static bool Arguments(ImmutableArray<ArgumentNode> left, ImmutableArray<ArgumentNode> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            // Mostly in the same order.
            var other = left[i].Name == right[i].Name ? right[i] : Find(right, left[i].Name);
            if (other is null || !Values(left[i].Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static ArgumentNode? Find(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }

    private static bool Values(ValueNode left, ValueNode right) => (left, right) switch
    {
        (VariableNode a, VariableNode b) => a.Name == b.Name,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode a, ListValueNode b) => Items(a.Items, b.Items),
        (ObjectValueNode a, ObjectValueNode b) => Entries(a.Fields, b.Fields),
        _ => false,
    };

    private static bool Items(ImmutableArray<ValueNode> left, ImmutableArray<ValueNode> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Values(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Entries(ImmutableArray<ObjectFieldNode> left, ImmutableArray<ObjectFieldNode> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        foreach (var entry in left)
        {
            var other = right.FirstOrDefault(candidate => candidate.Name == entry.Name);
            if (other is null || !Values(entry.Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }
}
