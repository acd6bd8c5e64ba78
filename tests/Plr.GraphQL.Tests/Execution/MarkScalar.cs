using System.Text;

namespace Plr.GraphQL.Tests.Execution;

public sealed class MarkScalar : Scalar<Mark>
{
    public override bool TryRead(in ScalarInput input, out Mark value, out ScalarProblem problem)
    {
        problem = new ScalarProblem("MARK_MALFORMED", "expected four letters or digits");
        var read = input.TryGetString(out var text) && text.Length == 4 && text.All(char.IsAsciiLetterOrDigit);
        value = read ? new Mark(text) : default;
        return read;
    }

    public override void Write(Mark value, ResponseWriter writer) => writer.WriteAsciiString(Encoding.ASCII.GetBytes(value.Text));
}
