namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Why a request never became a GraphQL request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A constant of <see cref="HttpErrorCodes"/>.</param>
/// <param name="Message">The thing, the rule and the remedy.</param>
public sealed record HttpProblem(int Status, string Code, string Message);
