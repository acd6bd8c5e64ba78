using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type InvalidInputError</c> that are no properties of it.</summary>
[ObjectType<InvalidInputError>("InvalidInputError")]
public sealed class InvalidInputErrorResolvers : UserErrorResolvers;
