namespace Plr.Rules.Evaluation;

/// <summary>Where a learner stands with a rule.</summary>
public enum VerdictStatus
{
    /// <summary>The rule is met by what was achieved.</summary>
    Satisfied,

    /// <summary>The rule can be met with more units.</summary>
    Reachable,

    /// <summary>No units on offer can meet the rule.</summary>
    Unreachable,

    /// <summary>The rule is not known whole (<c>RULE_INCOMPLETE</c>): no number is computed.</summary>
    RuleIncomplete,

    /// <summary>The work allowed did not suffice (<c>RULE_TOO_COMPLEX</c>): only bounds are known.</summary>
    RuleTooComplex,
}
