using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Subscriptions;

// GraphQL September 2025, 6.2.3.1 Source Stream. Guards decide before the resolver hears of the subscription; each event asks them again.
internal sealed class SourceStreamCreation(ExecutionState state)
{
    // CreateSourceEventStream(). A refusal is a GraphQLException.
    internal async ValueTask<IAsyncEnumerable<object?>> CreateSourceEventStreamAsync(IServiceProvider services)
    {
        var stages = new StageExecution(state);
        try
        {
            var column = await DecideAsync(stages);
            var arguments = state.CoerceArguments(column.Plan);
            stages.Release();
            return await ResolveFieldEventStreamAsync(column, arguments, services);
        }
        catch
        {
            await stages.AbandonAsync();
            throw;
        }
    }

    private static async ValueTask<FieldColumn> DecideAsync(StageExecution stages)
    {
        var root = await stages.BeginAsync();
        ThrowIfWithheld(root.WithheldReason(0));
        var column = root.Columns is [{ } only]
            ? only
            : throw new InvalidOperationException("a valid subscription has exactly one root field, and it is no meta-field");
        await stages.DecideAsync([column]);
        ThrowIfWithheld(column.WithheldReason(0));
        return column;
    }

    // ResolveFieldEventStream().
    private ValueTask<IAsyncEnumerable<object?>> ResolveFieldEventStreamAsync(
        FieldColumn column, ArgumentValues arguments, IServiceProvider services)
    {
        var source = (FieldBinding.Source)column.Plan.Bound.Binding!; // The schema's binder has looked.
        return source.SubscribeAsync(new FieldExecutionContext(services, column.Plan, state.CancellationToken), arguments, state.CancellationToken);
    }

    private static void ThrowIfWithheld(GraphQLError? reason)
    {
        if (reason is not null)
        {
            throw new GraphQLException(reason);
        }
    }
}
