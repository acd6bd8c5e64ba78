using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>A catalogue and learners, read and compiled.</summary>
/// <param name="Catalogue">The compiled catalogue.</param>
/// <param name="Document">What was read.</param>
/// <param name="AsOf">The date that ages are measured at.</param>
public sealed record ExchangeLoaded(CompiledCatalogue Catalogue, ExchangeDocument Document, DateOnly AsOf)
{
    /// <summary>The pairs asked for: those of the document, else every learner with every qualification.</summary>
    public IEnumerable<(ExchangeLearner Learner, string Qualification)> Pairs()
    {
        if (Document.Pairs is null)
        {
            return Document.Learners.SelectMany(learner => Document.Qualifications.Select(qualification => (learner, qualification.Number)));
        }

        var byId = Document.Learners.ToDictionary(learner => learner.Id, StringComparer.Ordinal);
        return Document.Pairs.Select(pair => (byId[pair.Learner], pair.Qualification));
    }
}

/// <summary>Reads and compiles exchange documents, whole or not at all.</summary>
public static class ExchangeLoader
{
    /// <summary>Loads a catalogue and, where given, a document of learners beside it.</summary>
    /// <returns>What was loaded, or the problems: of form, then of rules, then of pairs.</returns>
    public static (ExchangeLoaded? Loaded, IReadOnlyList<ExchangeProblem> Problems) Load(Stream catalogue, Stream? learners)
    {
        var (document, json, problem) = Read(catalogue, learners);
        return document is null ? (null, [problem!]) : Compile(document, json);
    }

    /// <summary>Reads the documents without judging the rules.</summary>
    /// <returns>What was read and the bytes of the catalogue, or the first problem.</returns>
    internal static (ExchangeDocument? Document, byte[] Json, ExchangeProblem? Problem) Read(Stream catalogue, Stream? learners)
    {
        var (json, tooLarge) = ReadAll(catalogue);
        if (tooLarge is not null)
        {
            return (null, [], tooLarge);
        }

        var (document, problem) = ExchangeReader.Read(json);
        if (document is null || learners is null)
        {
            return (document, json, problem);
        }

        var (more, wrong) = ReadLearners(learners);
        if (more is null)
        {
            return (null, [], wrong);
        }

        document = document with
        {
            Learners = [.. document.Learners, .. more.Learners],
            Pairs = more.Pairs ?? document.Pairs,
            AsOf = more.AsOf ?? document.AsOf,
        };
        return (document, json, null);
    }

    /// <summary>Judges and compiles what was read.</summary>
    /// <param name="json">The bytes of the catalogue, to say where problems are.</param>
    internal static (ExchangeLoaded? Loaded, IReadOnlyList<ExchangeProblem> Problems) Compile(ExchangeDocument document, byte[] json)
    {
        var compiled = CompiledCatalogue.Compile(document.Units, document.Equivalences, document.Qualifications);
        List<ExchangeProblem> problems =
        [
            .. compiled.Problems.Select(found => Located(found, document, json)),
            .. PairProblems(document),
        ];
        if (document.AsOf is null && document.Qualifications.Any(one => one.Rule.MaxAgeMonths is not null || one.Rule.MaxAges.Count > 0))
        {
            problems.Add(new ExchangeProblem("$.asOf", 0, 0, "a rule limits ages, so the document needs `asOf`"));
        }

        return problems.Count > 0 ? (null, problems) : (new ExchangeLoaded(compiled, document, document.AsOf ?? DateOnly.MinValue), []);
    }

    private static (ExchangeDocument? Document, ExchangeProblem? Problem) ReadLearners(Stream learners)
    {
        var (json, tooLarge) = ReadAll(learners);
        return tooLarge is null ? ExchangeReader.Read(json) : (null, tooLarge);
    }

    private static (byte[] Json, ExchangeProblem? Problem) ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            if (buffer.Length + read > ExchangeReader.MaxBytes)
            {
                return ([], new ExchangeProblem("$", 0, 0, $"the document is larger than {ExchangeReader.MaxBytes / (1024 * 1024)} MB"));
            }

            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }

    private static ExchangeProblem Located(RuleProblem problem, ExchangeDocument document, byte[] json)
    {
        var offsets = document.Offsets[problem.Qualification];
        var label = problem.Path.Split('/')[^1].Split(".bounds")[0].Split(".clip")[0].Split(".m")[0];
        var offset = offsets.TryGetValue(label, out var node) ? node : offsets[string.Empty];
        return ExchangeReader.At(json, $"qualification `{problem.Qualification}`, {problem.Path}", offset, problem.Message);
    }

    private static IEnumerable<ExchangeProblem> PairProblems(ExchangeDocument document)
    {
        var learners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var learner in document.Learners.Where(learner => !learners.Add(learner.Id)))
        {
            yield return new ExchangeProblem("$.learners", 0, 0, $"`{learner.Id}` is the identifier of two learners");
        }

        var qualifications = document.Qualifications.Select(one => one.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, pair) in (document.Pairs ?? []).Index())
        {
            if (!learners.Contains(pair.Learner))
            {
                yield return new ExchangeProblem($"$.pairs[{index}].learner", 0, 0, $"`{pair.Learner}` is not a learner of the document");
            }

            if (!qualifications.Contains(pair.Qualification))
            {
                yield return new ExchangeProblem($"$.pairs[{index}].qualification", 0, 0, $"`{pair.Qualification}` is not a qualification of the document");
            }
        }
    }
}
