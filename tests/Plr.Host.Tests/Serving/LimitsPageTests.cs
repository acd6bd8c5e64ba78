using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.GraphQL.Execution;
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
        [new ParserLimits(), new ValidationLimits(), new CostOptions(), new ExecutionOptions(), new GraphQLHttpOptions(), new GraphQLSocketOptions(), new GraphQLEventStreamOptions()];

    [Fact]
    public void Every_limit_is_on_the_page_with_its_default()
    {
        var listed = Listed(File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md")));
        Assert.Equal(Limits().Order(), listed.Where(IsOption).Where(IsCounted).Order());
    }

    [Fact]
    public void The_limits_of_connections_are_on_the_page()
    {
        string[] set =
        [
            $"ConnectionLimits.MaxConnections {ConnectionLimits.MaxConnections}", $"ConnectionLimits.MaxSockets {ConnectionLimits.MaxSockets}",
            $"ConnectionLimits.MaxBodyBytes {ConnectionLimits.MaxBodyBytes}", $"ConnectionLimits.Idle {ConnectionLimits.Idle.TotalSeconds} s",
            $"ConnectionLimits.Headers {ConnectionLimits.Headers.TotalSeconds} s",
        ];
        Assert.Equal(set.Order(), Listed(File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md"))).Where(row => row.StartsWith("ConnectionLimits", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void The_sizes_of_rules_are_on_the_page() => Assert.Equal(
        typeof(PublishedRuleSize).GetFields(BindingFlags.Public | BindingFlags.Static).Select(size => $"{nameof(PublishedRuleSize)}.{size.Name} {size.GetRawConstantValue()}").Order(),
        Listed(File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md"))).Where(row => row.StartsWith(nameof(PublishedRuleSize), StringComparison.Ordinal)).Order());

    [Fact]
    public void A_wrong_default_is_found() => Assert.NotEqual(Limits(), Listed("| `ParserLimits.MaxBytes` | 1 | x | yes | x |"));

    private static bool IsOption(string row) =>
        !row.StartsWith("ConnectionLimits", StringComparison.Ordinal) && !row.StartsWith(nameof(PublishedRuleSize), StringComparison.Ordinal);

    // Times are on the page where they are limits; whether all are can not be told from their names.
    private static bool IsCounted(string row) => !row.EndsWith(" s", StringComparison.Ordinal) || Times().Contains(row);

    private static IEnumerable<string> Limits() =>
        from options in Options
        from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.Name.StartsWith("Max", StringComparison.Ordinal) || Times().Contains(Row(options, property))
        select Row(options, property);

    private static string[] Times() =>
    [
        "ExecutionOptions.ExecutionTimeout 30 s", "GraphQLHttpOptions.BodyTimeout 15 s", "GraphQLSocketOptions.InitTimeout 3 s",
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
