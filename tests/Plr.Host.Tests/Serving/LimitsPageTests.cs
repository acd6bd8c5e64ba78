using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Budgets;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;
using Plr.Host.Serving;
using Plr.Subgraphs.Catalogue.Rules;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>The page of limits says what the code says, and leaves none out.</summary>
public sealed partial class LimitsPageTests
{
    private static readonly object[] Options =
        [new ParserLimits(), new ValidationLimits(), new CostOptions(), new CostBudgetOptions(), new ExecutionOptions(), new GraphQLHttpOptions(), new GraphQLSocketOptions(), new GraphQLEventStreamOptions()];

    private const BindingFlags Constants = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static readonly IReadOnlyList<Assembly> Product =
    [
        typeof(Plr.Domain.ErrorCodes).Assembly, typeof(Plr.Rules.RulesEngine).Assembly, typeof(ParserLimits).Assembly, typeof(GraphQLHttpOptions).Assembly,
        typeof(Plr.GraphQL.Federation.FederationErrorCodes).Assembly, typeof(Plr.Storage.PlrDatabase).Assembly, typeof(PublishedRuleSize).Assembly, typeof(ConnectionLimits).Assembly,
    ];

    [Fact]
    public void Every_limit_is_on_the_page_with_its_default()
    {
        var listed = Listed(File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md")));
        Assert.Equal(Limits().Order(), listed.Where(IsOption).Where(IsCounted).Order());
    }

    [Fact]
    public void Every_constant_of_the_page_has_the_value_it_gives()
    {
        var listed = Listed(File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md"))).Where(row => !IsOption(row)).ToList();
        Assert.NotEmpty(listed);
        Assert.Equal(listed.Select(row => ConstantOf(row.Split(' ')[0])), listed);
    }

    [Fact]
    public void A_wrong_default_is_found() => Assert.NotEqual(Limits(), Listed("| `ParserLimits.MaxBytes` | 1 | x | yes | x |"));

    private static bool IsOption(string row) => Options.Any(options => row.StartsWith(options.GetType().Name + ".", StringComparison.Ordinal));

    // As a row: of a constant, of a time, or of an option that stands alone.
    private static string ConstantOf(string name)
    {
        var (type, member) = (name.Split('.')[0], name.Split('.')[1]);
        var declaring = Product.SelectMany(assembly => assembly.GetTypes()).Single(candidate =>
            candidate.Name == type && (candidate.GetProperty(member) is not null || candidate.GetField(member, Constants) is { IsPrivate: false }));
        var value = declaring.GetField(member, Constants)?.GetValue(null) ?? declaring.GetProperty(member)!.GetValue(Activator.CreateInstance(declaring)); // It is one of both.
        return string.Create(CultureInfo.InvariantCulture, $"{name} {(value is TimeSpan time ? $"{time.TotalSeconds} s" : value)}");
    }

    // Times are on the page where they are limits; whether all are can not be told from their names.
    private static bool IsCounted(string row) => !row.EndsWith(" s", StringComparison.Ordinal) || Times().Contains(row);

    private static IEnumerable<string> Limits() =>
        from options in Options
        from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.Name.StartsWith("Max", StringComparison.Ordinal) || Times().Contains(Row(options, property))
        select Row(options, property);

    private static string[] Times() =>
    [
        "ExecutionOptions.ExecutionTimeout 30 s", "ExecutionOptions.StallLimit 5 s", "GraphQLHttpOptions.BodyTimeout 15 s", "GraphQLSocketOptions.InitTimeout 3 s",
        "GraphQLSocketOptions.SlowClientPatience 10 s", "GraphQLEventStreamOptions.ReservationTimeout 30 s",
    ];

    private static string Row(object options, PropertyInfo property) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.GetType().Name}.{property.Name} {(property.GetValue(options) is TimeSpan time ? $"{time.TotalSeconds} s" : property.GetValue(options))}");

    private static List<string> Listed(string page) =>
        [.. RowOfTable().Matches(page).Select(row => $"{row.Groups["name"].Value} {row.Groups["value"].Value.Replace(",", "", StringComparison.Ordinal)}")];

    [GeneratedRegex(@"^\| `(?<name>\w+\.\w+)` \| (?<value>[0-9,]+(?: s)?) \|", RegexOptions.Multiline)]
    private static partial Regex RowOfTable();
}
