namespace Plr.GraphQL;

/// <summary>Marks a class whose methods resolve fields of the subscription root.</summary>
/// <remarks>Several classes may share the root. A method gives <c>IAsyncEnumerable&lt;T&gt;</c>, or a <c>ValueTask</c> of one: each value is
/// what the field holds in one event. The instance lives as long as the subscription, each event is executed with services of its own.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubscriptionTypeAttribute : Attribute;
