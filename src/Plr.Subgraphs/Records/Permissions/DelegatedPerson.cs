namespace Plr.Subgraphs.Records.Permissions;

/// <summary>A person the learner trusts: the values of <c>type DelegatedPerson</c>. The subject at sign-in stays inside.</summary>
/// <param name="Name">How the learner calls the person.</param>
public sealed record DelegatedPerson(string Name);
