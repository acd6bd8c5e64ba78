using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Storage.Catalogue;
using Plr.Storage.Organisations;

namespace Plr.Storage.Import;

/// <summary>The catalogue as it will be: what the database holds, and what the files put over it.</summary>
internal sealed class Draft
{
    /// <summary>Organisations, found by the names that files call them.</summary>
    public required OrganisationNames Organisations { get; init; }

    /// <summary>Units by number.</summary>
    public required DraftTable<UnitNumber, UnitRow> Units { get; init; }

    /// <summary>Qualifications by number.</summary>
    public required DraftTable<QualificationNumber, QualificationRow> Qualifications { get; init; }

    /// <summary>Links by both numbers. Only ever added, so those that the database holds are not read.</summary>
    public DraftTable<(QualificationNumber, UnitNumber), QualificationUnitRow> QualificationUnits { get; } = new([], row => (row.QualificationNumber, row.UnitNumber));

    /// <summary>Rules by qualification.</summary>
    public DraftTable<QualificationNumber, RuleRow> Rules { get; } = new([], row => row.QualificationNumber);

    /// <summary>Entries of code lists.</summary>
    public required DraftTable<(string List, string Code), CodeRow> Codes { get; init; }

    /// <summary>Documents that organisations signed.</summary>
    public DraftTable<(OrganisationId, Domain.Organisations.AgreementKind, DateOnly), AgreementRow> Agreements { get; } =
        new([], row => (row.OrganisationId, row.Kind, row.SignedOn));

    /// <summary>Begins with what the database holds.</summary>
    public static async Task<Draft> LoadAsync(PlrDbContext context, CancellationToken cancellationToken) => new()
    {
        Organisations = new OrganisationNames(await context.Set<OrganisationRow>().AsNoTracking().ToListAsync(cancellationToken)),
        Units = new(await context.Set<UnitRow>().AsNoTracking().ToListAsync(cancellationToken), row => row.Number),
        Qualifications = new(await context.Set<QualificationRow>().AsNoTracking().ToListAsync(cancellationToken), row => row.Number),
        Codes = new(await context.Set<CodeRow>().AsNoTracking().ToListAsync(cancellationToken), row => (row.List, row.Code)),
    };

    /// <summary>The code of a sector subject area by its code or its name, under the names of today and of 2017; null when none fits.</summary>
    public string? SectorSubjectArea(string? text)
    {
        // Renamed since the code list was published.
        var name = text switch
        {
            "Digital technology (practitioners)" => "ICT practitioners",
            "Digital technology (users)" => "ICT for users",
            _ => text,
        };
        return name is null ? null : Codes.All.FirstOrDefault(row => row.List == CatalogueReader.SectorSubjectAreas
            && (row.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || row.Code == name.Split(' ')[0]))?.Code;
    }
}
