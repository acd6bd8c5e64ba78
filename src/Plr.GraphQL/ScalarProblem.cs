namespace Plr.GraphQL;

/// <summary>Why a scalar refuses an input.</summary>
/// <param name="Code">A <c>SCREAMING_SNAKE</c> code, of the engine or the application.</param>
/// <param name="Message">Lower case, no full stop; never echoes the input where it may be personal data.</param>
public readonly record struct ScalarProblem(string Code, string Message);
