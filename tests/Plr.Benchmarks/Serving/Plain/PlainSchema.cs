using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;

namespace Plr.Benchmarks.Serving.Plain;

/// <summary>The benchmark's schema, bound by hand as the generator would.</summary>
internal static class PlainSchema
{
    public const string Sdl = """
        type Query {
          hello: String
          learner(uln: String!): Learner
          learners(first: Int): [Learner!]!
        }
        type Learner { uln: String! achievements: [Achievement!]! }
        type Achievement { awardedOn: String! unit: Unit! }
        type Unit { code: String! title: String! credit: Int! level: Int! }
        """;

    public static void Bind(SchemaBindings bindings) => bindings
        .Object<LearnerRow>("Learner")
        .Object<AchievementRow>("Achievement")
        .Object<UnitRow>("Unit")
        .Leaf<RootValue, string>("Query.hello", static _ => "world")
        .Resolve<RootValue, LearnerRow?>("Query.learner", static (context, _, arguments, cancellation) => Reader(context.Services)
            .LearnerAsync(long.Parse(arguments.Get<string>(0)!, CultureInfo.InvariantCulture), cancellation))
        .Resolve<RootValue, IReadOnlyList<LearnerRow>>("Query.learners", static (context, _, arguments, cancellation) => Reader(context.Services)
            .LearnersAsync(arguments.Get<int?>(0) ?? 20, cancellation))
        .Leaf<LearnerRow, string>("Learner.uln", static learner => learner.Digits)
        .ResolveBatch<LearnerRow, IReadOnlyList<AchievementRow>>("Learner.achievements", static (context, learners, _, cancellation) =>
            Reader(context.Services).AchievementsAsync(learners, cancellation))
        .Leaf<AchievementRow, string>("Achievement.awardedOn", static achievement => achievement.AwardedOn.ToString("O", CultureInfo.InvariantCulture))
        .Read<AchievementRow, UnitRow>("Achievement.unit", static achievement => achievement.Unit)
        .Leaf<UnitRow, string>("Unit.code", static unit => unit.Code)
        .Leaf<UnitRow, string>("Unit.title", static unit => unit.Title)
        .Leaf<UnitRow, int>("Unit.credit", static unit => unit.Credit)
        .Leaf<UnitRow, int>("Unit.level", static unit => unit.Level);

    private static LearnerReader Reader(IServiceProvider services) => services.GetRequiredService<LearnerReader>();
}
