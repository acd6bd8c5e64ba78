using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary>Reads the learners and pairs of an exchange document.</summary>
internal static class LearnerReader
{
    /// <summary>Reads a learner.</summary>
    public static ExchangeLearner Read(ref JsonCursor cursor)
    {
        string? id = null;
        List<AchievedUnit> achieved = [];
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
        return new ExchangeLearner(id ?? throw cursor.Wrong("a learner has an `id`"), achieved);
    }

    /// <summary>Reads an achievement.</summary>
    public static AchievedUnit ReadAchieved(ref JsonCursor cursor)
    {
        string? unit = null;
        DateOnly? awarded = null;
        var source = CreditSource.Own;
        List<string> usedIn = [];
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
            Unit = unit ?? throw cursor.Wrong("an achievement has a `unit`"),
            Awarded = awarded,
            Source = source,
            UsedIn = usedIn,
        };
    }

    /// <summary>Reads a pair.</summary>
    public static (string Learner, string Qualification) ReadPair(ref JsonCursor cursor)
    {
        string? learner = null, qualification = null;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
        return (learner ?? throw cursor.Wrong("a pair has a `learner`"), qualification ?? throw cursor.Wrong("a pair has a `qualification`"));
    }
}
