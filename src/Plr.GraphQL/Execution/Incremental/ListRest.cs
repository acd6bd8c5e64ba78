using System.Collections;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Incremental;

// What of a list comes later. Incremental delivery draft, CompleteListValue() with a stream usage.
internal readonly record struct ListRest(IList Items, int From)
{
    // Cuts the lists of a column to the items that come at once.
    internal static void Cut(FieldColumn column, StreamUsage stream, ExecutionState state)
    {
        for (var row = 0; row < column.Batch.Count; row++)
        {
            if (!column.IsAlive(row) || column[row] is not IEnumerable list || list is string)
            {
                continue;
            }

            try
            {
                var count = stream.InitialCount(state.Variables);
                var items = list as IList ?? list.Cast<object?>().ToList();
                if (items.Count > column.Plan.Bound.MostItems)
                {
                    throw column.Plan.TooManyItems();
                }

                if (items.Count >= count)
                {
                    column.Set(row, items.Cast<object?>().Take(count).ToList());
                    column.SetRest(row, new ListRest(items, count));
                }
            }
#pragma warning disable CA1031 // Becomes an error at its position.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                column.Fail(row, state.ToError(exception, column.Plan));
            }
        }
    }
}
