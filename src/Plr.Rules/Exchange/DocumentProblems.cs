using System.Globalization;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Text;

namespace Plr.Rules.Exchange;

/// <summary>What is wrong with documents that could be read: names that lead nowhere, rules that can't be compiled, ages without a day to measure them at.</summary>
internal static class DocumentProblems
{
    /// <summary>The problems with their places: as many as <see cref="ExchangeLoader.MaxProblems"/>, and one that says how many more there are.</summary>
    public static IReadOnlyList<ExchangeProblem> Of(ExchangeDocuments documents, CompiledCatalogue compiled)
    {
        var pairsIn = documents.HasPairsOfLearners ? ExchangeFile.Learners : ExchangeFile.Catalogue;
        var (equivalences, ages, pairs) = (OfEquivalences(documents.Together, compiled), OfAges(documents.Together), OfPairs(documents.Together, pairsIn));
        List<Problem> told = [.. equivalences.Concat(OfRules(documents.Together, compiled)).Concat(ages).Concat(pairs).Take(ExchangeLoader.MaxProblems)];
        var more = equivalences.Count() + compiled.Problems.Count + ages.Count() + pairs.Count() - told.Count;
        if (more > 0)
        {
            told.Add(told[^1] with { Message = string.Create(CultureInfo.InvariantCulture, $"{more} problems more are not told (MaxProblems is {ExchangeLoader.MaxProblems}); mend these first") });
        }

        return [.. Placed(told, ExchangeFile.Catalogue, documents.Catalogue), .. Placed(told, ExchangeFile.Learners, documents.Learners)];
    }

    private static IEnumerable<ExchangeProblem> Placed(List<Problem> told, ExchangeFile file, ReadOnlySpan<byte> json)
    {
        var here = told.Where(problem => problem.File == file).ToList();
        return here.Count == 0
            ? []
            : here.Zip(JsonPlaces.Find(Utf8Text.WithoutMark(json), here.Select(problem => problem.Path)), (problem, place) =>
                new ExchangeProblem(problem.Path, place.Line, place.Column, problem.Message) { File = file });
    }

    private static IEnumerable<Problem> OfEquivalences(ExchangeDocument document, CompiledCatalogue compiled)
    {
        foreach (var (index, edge) in document.Equivalences.Index())
        {
            if (compiled.UnitOf(edge.Achieved) is null)
            {
                yield return Unknown($"$.equivalent[{index}].achieved", edge.Achieved);
            }

            if (compiled.UnitOf(edge.CountsAs) is null)
            {
                yield return Unknown($"$.equivalent[{index}].countsAs", edge.CountsAs);
            }
        }

        static Problem Unknown(string path, UnitKey unit) =>
            new(ExchangeFile.Catalogue, path, $"`{unit}` is not a unit of the catalogue; describe it in `units`, mend its `id`, or take the equivalence out");
    }

    /// <summary>The first problems of rules, no more than are told: there may be one for every rule of a nation.</summary>
    private static List<Problem> OfRules(ExchangeDocument document, CompiledCatalogue compiled)
    {
        var first = compiled.Problems.Take(ExchangeLoader.MaxProblems).ToList();
        var numbers = first.Select(problem => problem.Qualification).ToHashSet(StringComparer.Ordinal);
        var places = numbers.Count == 0 ? [] : document.Qualifications.Index()
            .Where(one => numbers.Contains(one.Item.Number)).ToDictionary(one => one.Item.Number, one => one.Index, StringComparer.Ordinal);
        return [.. first.Select(problem => new Problem(
            ExchangeFile.Catalogue,
            $"$.qualifications[{places[problem.Qualification]}].{problem.Place}",
            $"qualification `{problem.Qualification}`, {problem.Path}: {problem.Message}; {problem.Remedy}"))];
    }

    private static IEnumerable<Problem> OfAges(ExchangeDocument document)
    {
        if (document.AsOf is not null)
        {
            yield break;
        }

        foreach (var (index, qualification) in document.Qualifications.Index())
        {
            if (AgeLimitOf(qualification.Rule) is { } part)
            {
                yield return new Problem(
                    ExchangeFile.Catalogue,
                    $"$.qualifications[{index}].{part}",
                    $"qualification `{qualification.Number}` limits ages, and the document does not say at which day; give it an `asOf` such as 2015-01-31");
                yield break;
            }
        }
    }

    private static string? AgeLimitOf(RuleOfCombination rule) =>
        rule.MaxAgeMonths is not null ? "maxAgeMonths"
        : rule.MaxAges.Count > 0 ? "maxAge"
        : HasAge(rule.Root) ? "root"
        : rule.Overlays.Any(HasAge) ? "overlays"
        : null;

    private static bool HasAge(RuleNode node) => node switch
    {
        RuleNode.OtherCredit other => other.AchievedWithinMonths is not null,
        RuleNode.Group group => group.Nodes.Any(HasAge),
        RuleNode.Choose choose => choose.Nodes.Any(HasAge),
        _ => false,
    };

    private static IEnumerable<Problem> OfPairs(ExchangeDocument document, ExchangeFile file)
    {
        if (document.Pairs is not { Count: > 0 } pairs)
        {
            yield break;
        }

        var learners = document.Learners.Select(learner => learner.Id).ToHashSet(StringComparer.Ordinal);
        var qualifications = document.Qualifications.Select(one => one.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, pair) in pairs.Index())
        {
            if (!learners.Contains(pair.Learner))
            {
                yield return new Problem(file, $"$.pairs[{index}].learner", $"`{pair.Learner}` is not a learner of the document; add the learner, or mend the pair");
            }

            if (!qualifications.Contains(pair.Qualification))
            {
                yield return new Problem(file, $"$.pairs[{index}].qualification", $"`{pair.Qualification}` is not a qualification of the document; add the qualification, or mend the pair");
            }
        }
    }

    /// <summary>A problem whose place was not looked up yet.</summary>
    private sealed record Problem(ExchangeFile File, string Path, string Message);
}
