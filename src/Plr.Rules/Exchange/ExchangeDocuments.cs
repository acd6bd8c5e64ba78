namespace Plr.Rules.Exchange;

/// <summary>Documents that were read together, before their rules are judged.</summary>
/// <param name="Together">What both hold.</param>
/// <param name="Catalogue">The bytes of the catalogue, to say where problems are.</param>
/// <param name="Learners">The bytes of the document beside it; null if there was none.</param>
/// <param name="HasPairsOfLearners">Whether the pairs are those of the document beside it.</param>
internal sealed record ExchangeDocuments(ExchangeDocument Together, byte[] Catalogue, byte[]? Learners, bool HasPairsOfLearners)
{
    /// <summary>Reads the documents; that of the learners may be absent.</summary>
    /// <returns>The documents, or the first problem.</returns>
    public static (ExchangeDocuments? Documents, ExchangeProblem? Problem) Read(Stream catalogue, Stream? learners)
    {
        var (document, json, problem) = Read(catalogue, []);
        if (document is null || learners is null)
        {
            return (document is null ? null : new ExchangeDocuments(document, json, null, false), problem);
        }

        var (more, beside, wrong) = Read(learners, document.Learners);
        if (more is null)
        {
            return (null, wrong! with { File = ExchangeFile.Learners }); // Without a document there is a problem.
        }

        var together = document with
        {
            Learners = [.. document.Learners, .. more.Learners],
            Pairs = more.Pairs ?? document.Pairs,
            AsOf = more.AsOf ?? document.AsOf,
        };
        return (new ExchangeDocuments(together, json, beside, more.Pairs is not null), null);
    }

    private static (ExchangeDocument? Document, byte[] Json, ExchangeProblem? Problem) Read(Stream stream, IReadOnlyList<ExchangeLearner> others)
    {
        var (json, tooLarge) = ExchangeReader.ReadAll(stream);
        if (json is null)
        {
            return (null, [], tooLarge);
        }

        var (document, problem) = ExchangeReader.Read(json, others);
        return (document, json, problem);
    }
}
