namespace Plr.Domain.Combination;

/// <summary>One node of a rule of combination: a group of units, or a group of groups, with its bounds.</summary>
/// <remarks>
/// The root is active; every child of an active group is active; of an active <see cref="Choose"/> between its minimum and its
/// maximum number of children. Nothing is counted in a node that is not active. Source: the published schema of the register's
/// interface (UnitGroup, CompoundGroup, OtherCreditGroup) and awarding organisations' specifications; <c>schema/rta-exchange.md</c>, "Node".
/// </remarks>
public abstract record RuleNode
{
    private RuleNode()
    {
        // Closed: the kinds below are all there are.
    }

    /// <summary>The label of the node, unique within its tree ("A", "Mandatory", "B1").</summary>
    public required string Id { get; init; }

    /// <summary>The name people read, where the specification gives one.</summary>
    public string? Name { get; init; }

    /// <summary>The limits on what is counted in this node and below.</summary>
    public IReadOnlyList<Bound> Bounds { get; init; } = [];

    /// <summary>Every listed unit is counted.</summary>
    public sealed record All : RuleNode
    {
        /// <summary>The units, all of them mandatory.</summary>
        public required IReadOnlyList<UnitKey> Units { get; init; }

        /// <summary>Units that the source lists without a number: shown, and they make the rule partial.</summary>
        public IReadOnlyList<UnidentifiedUnit> Unidentified { get; init; } = [];
    }

    /// <summary>Any of the listed units, as the bounds allow.</summary>
    public sealed record Pool : RuleNode
    {
        /// <summary>The units to choose from.</summary>
        public required IReadOnlyList<UnitKey> Units { get; init; }

        /// <summary>Units that the source lists without a number: shown, and they make the rule partial.</summary>
        public IReadOnlyList<UnidentifiedUnit> Unidentified { get; init; } = [];

        /// <summary>What nodes above see of this pool's credits, at most; null for all of them.</summary>
        public int? Clip { get; init; }
    }

    /// <summary>All children hold.</summary>
    public sealed record Group : RuleNode
    {
        /// <summary>The children.</summary>
        public required IReadOnlyList<RuleNode> Nodes { get; init; }

        /// <summary>What nodes above see of this group's credits, at most; null for all of them.</summary>
        public int? Clip { get; init; }
    }

    /// <summary>Between <see cref="Min"/> and <see cref="Max"/> of the children hold: pathways, k of n groups.</summary>
    public sealed record Choose : RuleNode
    {
        /// <summary>The fewest children that are taken.</summary>
        public required int Min { get; init; }

        /// <summary>The most children that are taken.</summary>
        public required int Max { get; init; }

        /// <summary>The children to choose from.</summary>
        public required IReadOnlyList<RuleNode> Nodes { get; init; }
    }

    /// <summary>Credit from any unit of the catalogue of a level and sector, achieved recently enough.</summary>
    /// <remarks>Source: OtherCreditGroup in the published schema of the register's interface.</remarks>
    public sealed record OtherCredit : RuleNode
    {
        /// <summary>Lowest level that counts; null for any.</summary>
        public int? MinLevel { get; init; }

        /// <summary>Highest level that counts; null for any.</summary>
        public int? MaxLevel { get; init; }

        /// <summary>Sector subject areas that count, by code ("15.3", or "15" for the whole area); empty for any.</summary>
        public IReadOnlyList<string> Sectors { get; init; } = [];

        /// <summary>An achievement older than this many months does not count here; null for any age.</summary>
        public int? AchievedWithinMonths { get; init; }
    }
}
