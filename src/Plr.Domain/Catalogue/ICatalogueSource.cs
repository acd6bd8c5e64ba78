namespace Plr.Domain.Catalogue;

/// <summary>Where a request finds the catalogue in force.</summary>
public interface ICatalogueSource
{
    /// <summary>The catalogue in force now. A request reads it once and keeps it.</summary>
    NationalCatalogue Current { get; }
}
