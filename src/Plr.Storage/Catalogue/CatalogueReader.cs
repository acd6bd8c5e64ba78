using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Storage.Mapping;
using Plr.Storage.Organisations;

namespace Plr.Storage.Catalogue;

/// <summary>Reads the whole catalogue from one snapshot of the database.</summary>
internal static class CatalogueReader
{
    /// <summary>The name of the list of sector subject areas.</summary>
    public const string SectorSubjectAreas = "sector-subject-area";

    /// <summary>The number of the publication in force; <c>empty</c> before the first.</summary>
    public static async ValueTask<string> VersionAsync(PlrDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await VersionAsync(context, cancellationToken);
    }

    /// <summary>Everything, under the number of the publication in force.</summary>
    public static async ValueTask<NationalCatalogue> ReadAsync(PlrDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var snapshot = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var version = await VersionAsync(context, cancellationToken);
        var agreements = (await Rows<AgreementRow>(context).ToListAsync(cancellationToken)).ToLookup(row => row.OrganisationId);
        var areas = await Rows<CodeRow>(context).Where(row => row.List == SectorSubjectAreas)
            .ToDictionaryAsync(row => row.Code, row => new SectorSubjectArea(row.Code, row.Name), cancellationToken);
        var rules = await RulesAsync(context, cancellationToken);
        var organisations = await Rows<OrganisationRow>(context).ToListAsync(cancellationToken);
        var units = await Rows<UnitRow>(context).ToListAsync(cancellationToken);
        var qualifications = await Rows<QualificationRow>(context).ToListAsync(cancellationToken);
        return new NationalCatalogue(
            version,
            organisations.Select(row => Organisation(row, agreements[row.Id])),
            units.Select(row => Unit(row, areas)),
            qualifications.Select(row => Qualification(row, rules.GetValueOrDefault(row.Number), areas)));
    }

    /// <summary>Read one by one: the texts of a nation's rules would fill more memory than the rules.</summary>
    private static async ValueTask<Dictionary<QualificationNumber, RuleOfCombination>> RulesAsync(PlrDbContext context, CancellationToken cancellationToken)
    {
        var rules = new Dictionary<QualificationNumber, RuleOfCombination>();
        await foreach (var row in Rows<RuleRow>(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            rules.Add(row.QualificationNumber, RuleJson.Read(row.Rule));
        }

        return rules;
    }

    private static async ValueTask<string> VersionAsync(PlrDbContext context, CancellationToken cancellationToken)
    {
        var latest = await context.Set<PublicationRow>().MaxAsync(row => (int?)row.Id, cancellationToken);
        return latest?.ToString(CultureInfo.InvariantCulture) ?? NationalCatalogue.Empty.Version;
    }

    private static IQueryable<T> Rows<T>(PlrDbContext context)
        where T : class => context.Set<T>().AsNoTracking();

    private static Organisation Organisation(OrganisationRow row, IEnumerable<AgreementRow> agreements) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Ukprn = row.Ukprn,
        RecognitionNumber = row.RecognitionNumber,
        Kinds = [.. row.Kinds.Select(Enum.Parse<OrganisationKind>)],
        Agreements = [.. agreements.OrderBy(agreement => agreement.SignedOn).ThenBy(agreement => agreement.Kind)
            .Select(agreement => new Agreement(agreement.Kind, agreement.SignedOn, agreement.EndedOn))],
    };

    private static Unit Unit(UnitRow row, Dictionary<string, SectorSubjectArea> areas) => new()
    {
        Number = row.Number,
        Title = row.Title,
        WelshTitle = row.WelshTitle,
        Level = row.Level,
        CreditValue = row.CreditValue,
        GuidedLearningHours = row.GuidedLearningHours,
        Owner = row.Owner,
        Availability = row.Availability,
        SectorSubjectAreas = [.. row.SectorSubjectAreas.Select(areas.GetValueOrDefault).OfType<SectorSubjectArea>()],
        EquivalentUnits = [.. row.EquivalentUnits.Select(StoredNumber.Unit)],
        WithdrawnOn = row.WithdrawnOn,
    };

    private static Qualification Qualification(QualificationRow row, RuleOfCombination? rule, Dictionary<string, SectorSubjectArea> areas) => new()
    {
        Number = row.Number,
        Title = row.Title,
        WelshTitle = row.WelshTitle,
        AwardingOrganisation = row.AwardingOrganisation,
        Framework = row.Framework,
        Type = row.Type,
        Level = row.Level,
        SectorSubjectArea = row.SectorSubjectArea is null ? null : areas.GetValueOrDefault(row.SectorSubjectArea),
        TotalCredits = row.TotalCredits,
        GuidedLearningHours = Hours(row),
        TotalQualificationTime = row.TotalQualificationTime,
        OfferedIn = [.. row.OfferedIn.Select(Enum.Parse<Nation>)],
        OperationalStart = row.OperationalStart,
        OperationalEnd = row.OperationalEnd,
        CertificationEnd = row.CertificationEnd,
        ReviewDate = row.ReviewDate,
        LanguagesOfAssessment = [.. row.LanguagesOfAssessment.Select(Enum.Parse<Language>)],
        Purpose = row.Purpose,
        EntryRequirements = row.EntryRequirements,
        Progression = row.Progression,
        RegulatoryStatus = row.RegulatoryStatus,
        RuleOfCombination = rule,
    };

    private static HoursRange? Hours(QualificationRow row) => (row.MinimumGuidedLearningHours ?? row.MaximumGuidedLearningHours) is { } minimum
        ? new HoursRange(minimum, Math.Max(minimum, row.MaximumGuidedLearningHours ?? minimum))
        : null;
}
