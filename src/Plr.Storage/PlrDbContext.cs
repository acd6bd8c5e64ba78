using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Storage.Mapping;

namespace Plr.Storage;

/// <summary>The one schema: learners' records, each table keyed by ULN first, and the catalogue.</summary>
/// <remarks>
/// Tables of one scope hold one scope's data, so that row-level security can hold them apart. Rows are mapped by the configurations
/// beside them, names by <see cref="SnakeCase"/>, identifiers by converters.
/// </remarks>
internal sealed class PlrDbContext(DbContextOptions<PlrDbContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Uln>().HaveConversion<UlnConverter>();
        configurationBuilder.Properties<OrganisationId>().HaveConversion<OrganisationIdConverter>().HaveMaxLength(OrganisationId.MaxLength);
        configurationBuilder.Properties<AchievementId>().HaveConversion<AchievementIdConverter>();
        configurationBuilder.Properties<GrantId>().HaveConversion<GrantIdConverter>();
        configurationBuilder.Properties<RouteQueryId>().HaveConversion<RouteQueryIdConverter>();
        configurationBuilder.Properties<Ukprn>().HaveConversion<UkprnConverter>();
        configurationBuilder.Properties<QualificationNumber>().HaveConversion<QualificationNumberConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<UnitNumber>().HaveConversion<UnitNumberConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder
            .ApplyConfiguration(new Learners.LearnerMapping())
            .ApplyConfiguration(new Learners.LinkedUlnMapping())
            .ApplyConfiguration(new Learners.LearnerIdentityMapping())
            .ApplyConfiguration(new Learners.LearnerContactMapping())
            .ApplyConfiguration(new Achievements.QualificationAchievementMapping())
            .ApplyConfiguration(new Achievements.WiderAchievementMapping())
            .ApplyConfiguration(new Achievements.DataChallengeMapping())
            .ApplyConfiguration(new Permissions.PermissionGrantMapping())
            .ApplyConfiguration(new Permissions.DisclosureMapping())
            .ApplyConfiguration(new Routes.RouteQueryMapping())
            .ApplyConfiguration(new Organisations.OrganisationMapping())
            .ApplyConfiguration(new Organisations.AgreementMapping())
            .ApplyConfiguration(new Catalogue.QualificationMapping())
            .ApplyConfiguration(new Catalogue.UnitMapping())
            .ApplyConfiguration(new Catalogue.QualificationUnitMapping())
            .ApplyConfiguration(new Catalogue.RuleMapping())
            .ApplyConfiguration(new Catalogue.CodeMapping())
            .ApplyConfiguration(new Catalogue.PublicationMapping());
        SnakeCase.Apply(modelBuilder);
    }
}
