namespace Plr.Domain;

/// <summary>An expected refusal: data, not an exception.</summary>
/// <param name="Code">A constant of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">The thing, the rule and the remedy: lower case, no full stop, never a learner's data.</param>
public sealed record Problem(string Code, string Message);
