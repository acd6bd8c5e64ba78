using System.Text.Json;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary><c>plr rules evaluate</c>: exchange documents in, <c>rta-results/1</c> out.</summary>
public static class ExchangeEvaluator
{
    private const int BatchSize = 512;

    /// <summary>Evaluates every pair that the documents ask for and writes the results as JSON.</summary>
    /// <param name="catalogue">The catalogue document; it may hold the learners too.</param>
    /// <param name="learners">A document with learners (or one learner alone), read beside the catalogue; null for none.</param>
    /// <param name="output">Receives the results; nothing is written if there are problems.</param>
    /// <returns>What is wrong with the documents; empty if the results were written.</returns>
    public static IReadOnlyList<ExchangeProblem> Run(Stream catalogue, Stream? learners, Stream output, EvaluationOptions? options = null)
    {
        var (loaded, problems) = ExchangeLoader.Load(catalogue, learners);
        if (loaded is null)
        {
            return problems;
        }

        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("format", "rta-results/1");
        writer.WriteString("solver", "plr");
        writer.WriteStartArray("results");
        foreach (var batch in loaded.Pairs().Chunk(BatchSize))
        {
            var verdicts = batch.AsParallel().AsOrdered()
                .Select(pair => (pair.Learner, Verdict: Evaluator.Evaluate(loaded.Catalogue, pair.Qualification, pair.Learner.Achieved, loaded.AsOf, options)!))
                .ToList();
            foreach (var (learner, verdict) in verdicts)
            {
                ResultWriter.Write(writer, learner.Id, verdict);
            }

            writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return [];
    }
}
