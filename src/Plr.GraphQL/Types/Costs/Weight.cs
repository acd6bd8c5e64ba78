using System.Globalization;

namespace Plr.GraphQL.Types.Costs;

/// <summary>Weights of <c>@cost</c> in thousandths, so that sums are exact however they are taken.</summary>
internal static class Weight
{
    /// <summary>The weight 1.</summary>
    public const long One = 1_000;

    /// <summary>The largest that a schema may write, either way.</summary>
    public const long Largest = 1_000_000 * One;

    /// <summary>Reads a weight as the specification writes it, a decimal number in a string, or as an integer.</summary>
    /// <returns>False when it is no such number, has more than three places or passes <see cref="Largest"/>.</returns>
    public static bool TryRead(object? value, out long thousandths)
    {
        thousandths = 0;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var number = value switch
        {
            int whole => whole,
            string text when decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => (decimal?)null,
        };
        if (number is not { } weight || Math.Abs(weight) > Largest / One || weight * One % 1 != 0)
        {
            return false;
        }

        thousandths = (long)(weight * One);
        return true;
    }
}
