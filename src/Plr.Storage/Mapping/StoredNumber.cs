using System.Globalization;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Mapping;

/// <summary>Numbers that were parsed before they were stored. One that does not parse now was altered in the store: that throws.</summary>
internal static class StoredNumber
{
    /// <summary>A unit number as stored.</summary>
    public static UnitNumber Unit(string text) => UnitNumber.ParseIssued(text).Value;

    /// <summary>A qualification number as stored.</summary>
    public static QualificationNumber Qualification(string text) => QualificationNumber.ParseIssued(text).Value;

    /// <summary>A UKPRN as stored.</summary>
    public static Ukprn Ukprn(int digits) => Domain.Identifiers.Ukprn.Parse(digits.ToString(CultureInfo.InvariantCulture)).Value;
}
