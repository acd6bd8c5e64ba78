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
