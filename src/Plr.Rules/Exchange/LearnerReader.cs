using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary>Reads the learners and pairs of an exchange document.</summary>
internal static class LearnerReader
{
    /// <summary>Reads a learner.</summary>
    /// <param name="start">The byte that it begins at.</param>
    public static ExchangeLearner Read(out long start, ref JsonCursor cursor)
    {
        string? id = null;
        List<AchievedUnit>? achieved = null;
        start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "id":
                    id = at.Text();
                    break;
                case "achieved":
                    achieved = at.Array(ReadAchieved, ExchangeReader.MaxEntries);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new ExchangeLearner(
            id ?? throw cursor.WrongAt(start, "a learner has an `id`"),
            achieved ?? throw cursor.WrongAt(start, "a learner has `achieved`; write `[]` for a learner without achievements"));
    }

    /// <summary>Reads an achievement.</summary>
    public static AchievedUnit ReadAchieved(ref JsonCursor cursor)
    {
        string? unit = null;
        DateOnly? awarded = null;
        var source = CreditSource.Own;
        List<string> usedIn = [];
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "unit":
                    unit = at.Text();
                    break;
                case "awarded":
                    awarded = at.Token == JsonTokenType.Null ? null : at.Date();
                    break;
                case "source":
                    source = at.Token == JsonTokenType.Null ? CreditSource.Own : ExchangeReader.ReadSource(ref at);
                    break;
                case "usedIn":
                    usedIn = at.Array(static (ref JsonCursor item) => item.Text(), ExchangeReader.MaxEntries);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new AchievedUnit
        {
            Unit = unit ?? throw cursor.WrongAt(start, "an achievement has a `unit`"),
            Awarded = awarded,
            Source = source,
            UsedIn = usedIn,
        };
    }

    /// <summary>Reads a pair.</summary>
    public static (string Learner, string Qualification) ReadPair(ref JsonCursor cursor)
    {
        string? learner = null, qualification = null;
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "learner":
                    learner = at.Text();
                    break;
                case "qualification":
                    qualification = at.Text();
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return (learner ?? throw cursor.WrongAt(start, "a pair has a `learner`"), qualification ?? throw cursor.WrongAt(start, "a pair has a `qualification`"));
    }
}
