using System.Text.Json.Nodes;
using Plr.GraphQL.Binding;

namespace Plr.GraphQL.Tests.Execution;

public sealed class GuardTests
{
    private const string Sdl = """
        directive @secret(scope: String!) repeatable on FIELD_DEFINITION | OBJECT
        type Query { people: [Person!] vault: Vault open: Vault @secret(scope: "VAULT") vaults: [Vault] holder: Holder others: [Person!] }
        interface Holder { name: String }
        type Person implements Holder { name: String salary: Int @secret(scope: "MONEY") friend: Person @secret(scope: "FRIENDS") twice: Int @secret(scope: "MONEY") @secret(scope: "MORE") key: Int! @secret(scope: "MONEY") }
        type Vault @secret(scope: "VAULT") { gold: Int }
        """;

    private readonly List<string> resolved = [];
    private readonly ScopeGuard guard = new();

    [Fact]
    public async Task Withheld_values_are_null_with_one_error_for_the_field_and_the_reason_however_many_rows()
    {
        guard.Deny("MONEY", "Ann", "Bob");
        var response = await ExecuteAsync("{ people { name salary } }");
        Assert.Equal("""[{"name":"Ann","salary":null},{"name":"Bob","salary":null},{"name":"Cid","salary":30}]""", response["data"]!["people"]!.ToJsonString());
        var error = Assert.Single(response["errors"]!.AsArray())!;
        Assert.Equal("""["people",0,"salary"]""", error["path"]!.ToJsonString());
        Assert.Equal("WITHHELD", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("MONEY", error["extensions"]!["scope"]!.GetValue<string>());
    }

    [Fact] // The attack: without the guard the value is there for the asking, so it is the guard that withholds it.
    public async Task Without_the_guard_the_value_is_disclosed()
    {
        guard.Deny("MONEY", "Ann", "Bob");
        var response = await ExecuteAsync("{ people { salary } }", withGuard: false);
        Assert.Equal("""{"data":{"people":[{"salary":10},{"salary":20},{"salary":30}]}}""", response.ToJsonString());
    }

    [Fact]
    public async Task A_withheld_parent_is_never_given_to_the_resolver()
    {
        guard.Deny("FRIENDS", "Ann");
        var response = await ExecuteAsync("{ people { friend { name } } }");
        Assert.Equal(["Bob", "Cid"], resolved);
        Assert.Equal("""[{"friend":null},{"friend":{"name":"Bob2"}},{"friend":{"name":"Cid2"}}]""", response["data"]!["people"]!.ToJsonString());
    }

    [Fact]
    public async Task The_same_reason_at_another_field_is_told_again()
    {
        guard.Deny("MONEY", "Ann");
        var response = await ExecuteAsync("{ people { salary mine: salary } others { salary } }");
        Assert.Equal(
            ["""["people",0,"salary"]""", """["people",0,"mine"]""", """["others",0,"salary"]"""],
            response["errors"]!.AsArray().Select(error => error!["path"]!.ToJsonString()));
    }

    [Fact]
    public async Task Every_guard_of_a_field_must_allow()
    {
        guard.Deny("MORE", "Bob");
        var response = await ExecuteAsync("{ people { twice } }");
        Assert.Equal("""[{"twice":1},{"twice":null},{"twice":1}]""", response["data"]!["people"]!.ToJsonString());
        Assert.Equal(["MONEY 3", "MORE 3"], guard.Asked);
    }

    [Fact]
    public async Task A_withheld_non_null_field_takes_its_object_along()
    {
        guard.Deny("MONEY", "Bob");
        var response = await ExecuteAsync("{ people { key } }");
        Assert.Null(response["data"]!["people"]);
        Assert.Single(response["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_guard_on_the_type_is_asked_for_values_of_fields_that_do_not_carry_it()
    {
        guard.Deny("VAULT", "vault");
        var response = await ExecuteAsync("{ vault { gold } vaults { gold } }");
        Assert.Equal("""{"vault":null,"vaults":[null,null]}""", response["data"]!.ToJsonString());
        Assert.Equal(["VAULT 1", "VAULT 2"], guard.Asked);
        Assert.Equal(2, response["errors"]!.AsArray().Count);
        Assert.DoesNotContain("gold", resolved);
    }

    [Fact]
    public async Task A_field_that_carries_the_guard_itself_is_not_asked_twice()
    {
        var response = await ExecuteAsync("{ open { gold } }");
        Assert.Equal("""{"open":{"gold":1}}""", response["data"]!.ToJsonString());
        Assert.Equal(["VAULT 1"], guard.Asked); // Over the root, by the field.
    }

    [Fact]
    public async Task An_interface_does_not_lead_around_the_guard_of_a_field()
    {
        guard.Deny("MONEY", "Ann");
        var response = await ExecuteAsync("{ holder { ... on Person { salary } } }");
        Assert.Equal("""{"holder":{"salary":null}}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_guard_that_fails_has_allowed_nothing()
    {
        guard.Failure = new InvalidOperationException("database away");
        var response = await ExecuteAsync("{ people { name salary } }");
        Assert.Equal("""[{"name":"Ann","salary":null},{"name":"Bob","salary":null},{"name":"Cid","salary":null}]""", response["data"]!["people"]!.ToJsonString());
        var error = Assert.Single(response["errors"]!.AsArray())!;
        Assert.Equal(ErrorCodes.InternalError, error["extensions"]!["code"]!.GetValue<string>());
        Assert.DoesNotContain("database", response.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> ExecuteAsync(string document, bool withGuard = true)
    {
        var engine = new Engine(Sdl, _ => Bindings(), options =>
        {
            if (withGuard)
            {
                options.AddGuard("secret", guard);
            }
        });
        return JsonNode.Parse(await engine.ExecuteAsync(document))!;
    }

    private SchemaBindings Bindings()
    {
        Person[] people = [new("Ann", 10), new("Bob", 20), new("Cid", 30)];
        return new SchemaBindings()
            .Object<Person>("Person")
            .ReadList<RootValue, Person>("Query.people", _ => people)
            .ReadList<RootValue, Person>("Query.others", _ => people)
            .Read<RootValue, Person>("Query.holder", _ => people[0])
            .Read<RootValue, string>("Query.vault", _ => "vault")
            .Read<RootValue, string>("Query.open", _ => "vault")
            .ReadList<RootValue, string>("Query.vaults", _ => ["vault", "vault"])
            .Resolve<string, int>("Vault.gold", (_, _, _, _) =>
            {
                resolved.Add("gold");
                return ValueTask.FromResult(1);
            })
            .Leaf<Person, string>("Person.name", person => person.Name)
            .Leaf<Person, int>("Person.salary", person => person.Salary)
            .Leaf<Person, int>("Person.key", person => person.Salary)
            .Leaf<Person, int>("Person.twice", _ => 1)
            .ResolveBatch<Person, Person>("Person.friend", (_, parents, _, _) =>
            {
                resolved.AddRange(parents.Select(parent => parent.Name));
                return ValueTask.FromResult<IReadOnlyList<Person>>([.. parents.Select(parent => parent with { Name = parent.Name + "2" })]);
            });
    }

    private sealed record Person(string Name, int Salary);

    private sealed class ScopeGuard : FieldGuard
    {
        private readonly HashSet<(string Scope, string Name)> denied = [];

        public List<string> Asked { get; } = [];

        public Exception? Failure { get; set; }

        public void Deny(string scope, params string[] names)
        {
            foreach (var name in names)
            {
                denied.Add((scope, name));
            }
        }

        public override async ValueTask DecideAsync(GuardContext context)
        {
            await Task.Yield();
            if (Failure is not null)
            {
                throw Failure;
            }

            var scope = context.Arguments.GetString("scope");
            Asked.Add($"{scope} {context.Subjects.Count}");
            for (var i = 0; i < context.Subjects.Count; i++)
            {
                var name = context.Subjects[i] is Person person ? person.Name : context.Subjects[i].ToString()!;
                if (denied.Contains((scope, name)))
                {
                    context.Withhold(i, new GraphQLError("withheld", "WITHHELD", extensions: new Dictionary<string, object?> { ["scope"] = scope }));
                }
            }
        }
    }
}
