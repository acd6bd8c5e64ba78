using System.Text;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// The collected fields map of one response position and one object type.
internal sealed class TypeSelection(ObjectType type, FieldPlan[] fields, DeferredSelections? deferred = null)
{
    internal ObjectType Type { get; } = type;

    // Those that are executed at once.
    internal FieldPlan[] Fields { get; } = fields;

    // Null where nothing is deferred.
    internal DeferredSelections? Deferred { get; } = deferred;

    // Whatever may come to be executed, now or later: what counts and limits look at.
    internal IEnumerable<FieldPlan> AllFields =>
        Deferred is null ? Fields : Fields.Concat(Deferred.Groups.SelectMany(static group => group.Selection.Fields));

    // `"Type"` as UTF-8, for __typename.
    internal byte[] TypeNameToken { get; } = Encoding.UTF8.GetBytes($"\"{type.Name}\"");
}
