namespace Plr.GraphQL.Language.Parsing;

/// <summary>How far past a limit one may go where it only warns.</summary>
internal static class SoftLimit
{
    private const long Factor = 10;

    /// <summary>The limit that holds: itself where it is enforced, else ten times of it.</summary>
    public static int Ceiling(int limit, bool isEnforced) => isEnforced ? limit : (int)Math.Min(limit * Factor, int.MaxValue);
}
