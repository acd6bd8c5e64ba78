using System.Diagnostics.CodeAnalysis;

namespace Plr.GraphQL.Federation.Entities;

/// <summary><c>_Any</c>: how a router names an entity, as an object with <c>__typename</c> and key fields.</summary>
internal sealed class RepresentationScalar : Scalar<IReadOnlyDictionary<string, object?>>
{
    /// <inheritdoc/>
    public override bool TryRead(
        in ScalarInput input, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, object?> value, out ScalarProblem problem)
    {
        value = input.Structure as IReadOnlyDictionary<string, object?>;
        problem = value is null ? new ScalarProblem(FederationErrorCodes.EntityRepresentationInvalid, "a representation is an object") : default;
        return value is not null;
    }

    /// <inheritdoc/>
    public override void Write(IReadOnlyDictionary<string, object?> value, ResponseWriter writer) =>
        throw new GraphQLException(FederationErrorCodes.EntityRepresentationInvalid, "a representation is never part of a response");
}
