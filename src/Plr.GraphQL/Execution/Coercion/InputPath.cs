using System.Globalization;
using System.Text;

namespace Plr.GraphQL.Execution.Coercion;

// The way from a variable or argument to the value being read; told only when it is refused.
internal sealed class InputPath
{
    private readonly List<object> segments = [];

    internal void Push(string fieldName) => segments.Add(fieldName);

    internal void Push(int index) => segments.Add(index);

    internal void Pop() => segments.RemoveAt(segments.Count - 1);

    internal InputCoercionException Refuse(string code, string message) => new(code, message, ToString());

    internal InputCoercionException Refuse(string message) => Refuse(ErrorCodes.InputCoercionFailed, message);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            _ = segment is int index ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append('.').Append(segment);
        }

        return text.ToString();
    }
}
