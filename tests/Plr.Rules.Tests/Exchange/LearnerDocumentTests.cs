using Plr.Domain.Combination;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

public sealed class LearnerDocumentTests
{
    [Fact]
    public void Learners_that_are_written_are_read_as_they_were()
    {
        ExchangeLearner[] learners =
        [
            new("nobody", []),
            new("Ada", [
                new AchievedUnit { Unit = "A/500/0000", Awarded = new DateOnly(2019, 2, 28), Source = CreditSource.PriorLearning, UsedIn = ["600/0000/0"] },
                new AchievedUnit { Unit = "B/500/0001" }]),
        ];
        using var output = new MemoryStream();
        ExchangeWriter.WriteLearners(output, new DateOnly(2019, 12, 1), learners);
        var (document, problem) = ExchangeReader.Read(output.ToArray());
        Assert.Null(problem);
        Assert.Equal(new DateOnly(2019, 12, 1), document!.AsOf);
        Assert.Equal(learners.Select(Text), document.Learners.Select(Text));
    }

    private static string Text(ExchangeLearner learner) =>
        $"{learner.Id}: {string.Join("; ", learner.Achieved.Select(one => $"{one.Unit} {one.Awarded:O} {one.Source} {string.Join(",", one.UsedIn)}"))}";
}
