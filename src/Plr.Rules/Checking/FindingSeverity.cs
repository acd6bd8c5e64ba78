namespace Plr.Rules.Checking;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; the rule means what it says.</summary>
    Note,

    /// <summary>Probably not meant.</summary>
    Warning,

    /// <summary>The rule can't be used, or not met, as it stands.</summary>
    Error,
}
