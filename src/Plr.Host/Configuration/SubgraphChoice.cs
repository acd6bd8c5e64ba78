namespace Plr.Host.Configuration;

/// <summary>Which graphs one process serves.</summary>
public enum SubgraphChoice
{
    /// <summary>Both subgraphs, as one graph and each alone.</summary>
    All,
    /// <summary>The catalogue alone: no personal data.</summary>
    Catalogue,
    /// <summary>The records alone.</summary>
    Records,
}
