namespace Plr.GraphQL;

/// <summary>Marks a class whose methods resolve fields of the query root.</summary>
/// <remarks>Several classes may share the root. A method <c>F</c> or <c>FAsync</c> resolves field <c>f</c>;
/// the class comes from the services of the request.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QueryTypeAttribute : Attribute;
