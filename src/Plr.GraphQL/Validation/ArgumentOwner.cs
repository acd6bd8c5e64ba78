using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A field or directive with the arguments it is given and those it defines.</summary>
/// <param name="Coordinate">Its schema coordinate.</param>
/// <param name="Given">The arguments as written.</param>
/// <param name="Defined">The arguments of the definition.</param>
/// <param name="Location">Where it stands.</param>
internal readonly record struct ArgumentOwner(
    string Coordinate, ImmutableArray<ArgumentNode> Given, ImmutableArray<InputValueDefinition> Defined, Location Location)
{
    public InputValueDefinition? FindDefined(string name)
    {
        foreach (var argument in Defined)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }

    public ArgumentNode? FindGiven(string name)
    {
        foreach (var argument in Given)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}
