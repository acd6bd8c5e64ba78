using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type ItemRejectedError</c> that are no properties of it.</summary>
[ObjectType<ItemRejectedError>("ItemRejectedError")]
public sealed class ItemRejectedErrorResolvers : UserErrorResolvers;
