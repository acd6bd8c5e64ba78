using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>A node while its lines are read.</summary>
internal sealed class NodeParts(NodeStatement header)
{
    public NodeStatement Header => header;

    public List<Bound> Bounds { get; } = [];

    public List<UnitKey> Units { get; } = [];

    public List<UnidentifiedUnit> Unnumbered { get; } = [];

    public List<RuleNode> Nodes { get; } = [];

    public int? Clip { get; set; }

    public (int? Min, int? Max)? Levels { get; set; }

    public List<string> Sectors { get; } = [];

    public int? Months { get; set; }

    /// <summary>The node.</summary>
    public RuleNode Build() => header.Kind switch
    {
        NodeKind.All => new RuleNode.All { Id = header.Id, Name = header.Name, Bounds = Bounds, Units = Units, Unidentified = Unnumbered },
        NodeKind.Pool => new RuleNode.Pool { Id = header.Id, Name = header.Name, Bounds = Bounds, Units = Units, Unidentified = Unnumbered, Clip = Clip },
        NodeKind.Group => new RuleNode.Group { Id = header.Id, Name = header.Name, Bounds = Bounds, Nodes = Nodes, Clip = Clip },
        NodeKind.Choose => new RuleNode.Choose { Id = header.Id, Name = header.Name, Bounds = Bounds, Nodes = Nodes, Min = header.Min, Max = header.Max },
        _ => new RuleNode.OtherCredit
        {
            Id = header.Id,
            Name = header.Name,
            Bounds = Bounds,
            MinLevel = Levels?.Min,
            MaxLevel = Levels?.Max,
            Sectors = Sectors,
            AchievedWithinMonths = Months,
        },
    };
}
