using System.Diagnostics;
using Plr.Domain;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Rules;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;
using Plr.Subgraphs.Catalogue.Rules;

namespace Plr.Subgraphs.Catalogue;

/// <summary>The catalogue that one request reads: the one in force when it began. Scoped.</summary>
/// <param name="source">Where the catalogue in force is found.</param>
/// <param name="engines">The rules, compiled once a publication.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="metrics">Told how long rankings take.</param>
public sealed class RequestCatalogue(ICatalogueSource source, RuleEngines engines, TimeProvider clock, SubgraphMetrics metrics)
{
    private NationalCatalogue? catalogue;
    private RulesEngine? rules;

    /// <summary>The catalogue of this request.</summary>
    public NationalCatalogue Current => catalogue ??= source.Current;

    /// <summary>Its rules, compiled.</summary>
    public RulesEngine Rules => rules ??= engines.For(Current);

    /// <summary>The day on which agreements and ages are judged.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A page of the ranking of today; see <see cref="RulesEngine.Routes"/>.</summary>
    public RoutePage Routes(
        IReadOnlyList<AchievedUnit> achieved, Func<string, bool>? takes, int size, string? after, IReadOnlyList<UnitKey> whatIf)
    {
        var begun = Stopwatch.GetTimestamp();
        var page = Rules.Routes(achieved, Today, takes, size, after, whatIf);
        metrics.CountRanking(Stopwatch.GetElapsedTime(begun));
        return page;
    }

    /// <summary>The qualification of a number that a client gave.</summary>
    /// <returns>The qualification, or <see cref="ErrorCodes.QualificationUnknown"/>; when the register holds no such number and its check
    /// character is wrong, that is the better answer: <see cref="ErrorCodes.QualificationNumberCheckDigitWrong"/>.</returns>
    public Result<Qualification> Find(QualificationNumber number)
    {
        if (Current.Qualification(number) is { } qualification)
        {
            return qualification;
        }

        return QualificationNumber.Parse(number.Value).Problem
            ?? new Problem(ErrorCodes.QualificationUnknown, $"the catalogue holds no qualification {number.Value}: check it against the certificate");
    }

    /// <summary>The unit of a number that a client gave.</summary>
    /// <returns>The unit, or <see cref="ErrorCodes.UnitUnknown"/> or <see cref="ErrorCodes.UnitNumberCheckLetterWrong"/>.</returns>
    public Result<Unit> Find(UnitNumber number)
    {
        if (Current.Unit(number) is { } unit)
        {
            return unit;
        }

        return UnitNumber.Parse(number.Value).Problem
            ?? new Problem(ErrorCodes.UnitUnknown, $"the catalogue holds no unit {number.Value}: check it against the specification");
    }

    /// <summary>The organisation of a key that a record holds. One that left the register is named by its key.</summary>
    public Organisation Name(OrganisationId id) =>
        Current.Organisation(id) ?? new Organisation { Id = id, Name = id.Value, Kinds = [] };

    /// <summary>The unit of a number that a record holds. One that left the register is named by its number.</summary>
    public Unit Name(UnitNumber number) => Current.Unit(number) ?? new Unit { Number = number };

    /// <summary>The unit of a key in a rule; null for a key that is no unit number.</summary>
    public Unit? Name(UnitKey key) => UnitNumber.ParseIssued(key.Value) is { Succeeded: true } number ? Name(number.Value) : null;

    /// <summary>The qualification of a number that a record holds. One that left the register is named by its number.</summary>
    public Qualification Name(QualificationNumber number) => Current.Qualification(number) ?? new Qualification
    {
        Number = number,
        Title = number.Value,
        AwardingOrganisation = default,
        Framework = Framework.Rqf,
        Type = "",
        Level = QualificationLevel.Entry,
        RegulatoryStatus = RegulatoryStatus.NotInRegister,
    };
}
