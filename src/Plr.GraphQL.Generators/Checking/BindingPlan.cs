namespace Plr.GraphQL.Generators.Checking;

/// <summary>What the generated code will say. Holds no places in files, so that moving code regenerates nothing.</summary>
/// <param name="ResolverClasses">Fully qualified names of the classes that the request's services must have.</param>
internal sealed record BindingPlan(string AssemblyName, EquatableArray<TypeBindings> Types, EquatableArray<string> ResolverClasses);

/// <summary>The statements of one type of the schema.</summary>
internal sealed record TypeBindings(string TypeName, EquatableArray<string> Statements);

/// <summary>The outcome of a check: what to generate, and what is wrong.</summary>
internal sealed record CheckedBindings(BindingPlan Plan, EquatableArray<BindingProblem> Problems);
