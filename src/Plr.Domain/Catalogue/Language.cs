namespace Plr.Domain.Catalogue;

/// <summary>A language of the service and of assessment.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,
    /// <summary>Welsh.</summary>
    Welsh,
}
