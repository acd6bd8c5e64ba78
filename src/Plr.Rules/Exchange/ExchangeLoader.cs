using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>Reads and compiles exchange documents, whole or not at all.</summary>
public static class ExchangeLoader
{
    /// <summary>The most problems that are told of one load; one more says how many there are besides.</summary>
    public const int MaxProblems = 20;

    /// <summary>Loads a catalogue and, where given, a document of learners beside it.</summary>
    /// <returns>What was loaded, or the problems: the first of form, else those of equivalences, rules and pairs.</returns>
    public static (ExchangeLoaded? Loaded, IReadOnlyList<ExchangeProblem> Problems) Load(Stream catalogue, Stream? learners)
    {
        var (documents, problem) = ExchangeDocuments.Read(catalogue, learners);
        return documents is null ? (null, [problem!]) : Compile(documents); // Without documents there is a problem.
    }

    /// <summary>Judges and compiles what was read.</summary>
    internal static (ExchangeLoaded? Loaded, IReadOnlyList<ExchangeProblem> Problems) Compile(ExchangeDocuments documents)
    {
        var document = documents.Together;
        var compiled = CompiledCatalogue.Compile(document.Units, document.Equivalences, document.Qualifications);
        var problems = DocumentProblems.Of(documents, compiled);
        return problems.Count > 0 ? (null, problems) : (new ExchangeLoaded(compiled, document, document.AsOf ?? DateOnly.MinValue), []);
    }
}
