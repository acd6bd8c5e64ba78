namespace Plr.Storage.Import;

/// <summary>What a finding did to its item.</summary>
public enum ImportSeverity
{
    /// <summary>The item was taken as it stands.</summary>
    Warning,
    /// <summary>The item was refused; the others of the file stand.</summary>
    Rejected,
}
