using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Documents;

namespace Plr.GraphQL.Execution.Coercion;

// The coerced variables of one request, by position in the operation.
internal sealed class VariableValues(PreparedOperation operation, object?[] values, object?[]? shapes)
{
    // False when the variable has no value: it was not given and has no default.
    internal bool TryGet(string name, out object? value) => TryGet(name, InputForm.Bound, out value);

    internal bool TryGet(string name, InputForm form, out object? value)
    {
        value = null;
        if (!operation.VariableIndexes.TryGetValue(name, out var index) || ReferenceEquals(values[index], CoercedValues.Absent))
        {
            return false;
        }

        value = form is InputForm.Shape && shapes is not null ? shapes[index] : values[index];
        return true;
    }

    // For the `if` of a directive: only where it has a default, which is true, may the variable have no value.
    internal bool IsTrueOrAbsent(string name) => !TryGet(name, out var value) || value is true;
}
