using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Mapping;

/// <summary>A ULN as its ten digits, <c>bigint</c>.</summary>
internal sealed class UlnConverter() : ValueConverter<Uln, long>(uln => uln.Value, digits => Uln.FromStore(digits));

/// <summary>An organisation's key as text.</summary>
internal sealed class OrganisationIdConverter() : ValueConverter<OrganisationId, string>(id => id.Value, text => new OrganisationId(text));

/// <summary>An achievement's key as <c>uuid</c>.</summary>
internal sealed class AchievementIdConverter() : ValueConverter<AchievementId, Guid>(id => id.Value, value => new AchievementId(value));

/// <summary>A grant's key as <c>uuid</c>.</summary>
internal sealed class GrantIdConverter() : ValueConverter<GrantId, Guid>(id => id.Value, value => new GrantId(value));

/// <summary>A saved route query's key as <c>uuid</c>.</summary>
internal sealed class RouteQueryIdConverter() : ValueConverter<RouteQueryId, Guid>(id => id.Value, value => new RouteQueryId(value));

/// <summary>A UKPRN as <c>integer</c>.</summary>
internal sealed class UkprnConverter() : ValueConverter<Ukprn, int>(ukprn => ukprn.Value, digits => StoredNumber.Ukprn(digits));

/// <summary>A qualification number in its canonical form.</summary>
internal sealed class QualificationNumberConverter()
    : ValueConverter<QualificationNumber, string>(number => number.Value, text => StoredNumber.Qualification(text));

/// <summary>A unit number in its canonical form.</summary>
internal sealed class UnitNumberConverter() : ValueConverter<UnitNumber, string>(number => number.Value, text => StoredNumber.Unit(text));
