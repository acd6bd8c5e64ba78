using System.Text;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// The collected fields map of one response position and one object type.
internal sealed class TypeSelection(ObjectType type, FieldPlan[] fields)
{
    internal ObjectType Type { get; } = type;

    internal FieldPlan[] Fields { get; } = fields;

    // `"Type"` as UTF-8, for __typename.
    internal byte[] TypeNameToken { get; } = Encoding.UTF8.GetBytes($"\"{type.Name}\"");
}
