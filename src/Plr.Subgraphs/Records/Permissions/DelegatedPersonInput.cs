namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>input DelegatedPersonInput</c>.</summary>
/// <param name="Subject">The person's subject at sign-in.</param>
/// <param name="Name">How the learner calls the person.</param>
public sealed record DelegatedPersonInput(string Subject, string Name);
