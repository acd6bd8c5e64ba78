namespace Plr.GraphQL.Execution;

/// <summary>A scoped service that is told when one root field of a mutation is completed and before the next begins.</summary>
public interface IMutationBoundary
{
    /// <summary>Ends what belonged to the root field, so that the next sees its effects.</summary>
    /// <remarks>Also called after the last. An exception ends the request as <see cref="ErrorCodes.InternalError"/>.</remarks>
    ValueTask AfterRootFieldAsync(CancellationToken cancellationToken);
}
