namespace Plr.Host;

/// <summary>What the program was asked cannot be done: printed on standard error, exit code 1.</summary>
/// <param name="message">The thing, the rule and the remedy, for the person at the keyboard.</param>
/// <param name="cause">What lay beneath, if anything did.</param>
public sealed class RefusedException(string message, Exception? cause = null) : Exception(message, cause);
