namespace Plr.Domain.Catalogue;

/// <summary>A nation in which qualifications are offered.</summary>
public enum Nation
{
    /// <summary>England.</summary>
    England,
    /// <summary>Wales.</summary>
    Wales,
    /// <summary>Northern Ireland.</summary>
    NorthernIreland,
}
