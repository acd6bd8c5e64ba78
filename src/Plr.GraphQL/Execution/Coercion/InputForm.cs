namespace Plr.GraphQL.Execution.Coercion;

// What becomes of an input object.
internal enum InputForm
{
    // The C# object that it is bound to.
    Bound,

    // Its coerced fields, whatever it is bound to.
    Shape,
}
