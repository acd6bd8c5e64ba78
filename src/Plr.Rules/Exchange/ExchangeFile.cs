namespace Plr.Rules.Exchange;

/// <summary>Which of the documents that are read together.</summary>
public enum ExchangeFile
{
    /// <summary>The one with units and qualifications; it may hold the learners too.</summary>
    Catalogue,

    /// <summary>The one with learners beside it.</summary>
    Learners,
}
