namespace Plr.Host.Pages;

/// <summary>What the start page shows.</summary>
/// <param name="Address">Where the graph is, absolute.</param>
/// <param name="IdeNotice">Why the IDE is not here and how to get it; null when it is.</param>
/// <param name="MakesTokens">Whether a token can be had for the asking: in Development alone.</param>
/// <param name="Personas">Whose parts a visitor can play; empty outside Development.</param>
/// <param name="Operations">Five to begin with.</param>
internal sealed record StartPage(
    string Address, string? IdeNotice, bool MakesTokens, IReadOnlyList<Persona> Personas, IReadOnlyList<ExampleOperation> Operations)
{
    /// <summary>The page's content.</summary>
    public Html Body() => Html.Of(
        $"""
        <h1>The Personal Learning Record, as a graph</h1>
        <p class="lead">What a learner has achieved, what it adds up to, and what could come next. Learners decide who sees it: every personal
        field is disclosed on a basis the learner can see, and every disclosure is on a log the learner can read.</p>
        <div class="actions">{Explore()}<div class="copyable"><pre aria-label="the address">{Address}</pre></div></div>
        {Tokens()}
        <h2>Five operations to begin with</h2>
        <p>They are <code>clients/operations/*.graphql</code>, with variables that work on the demonstration data. Send a token as the header
        <code>Authorization: Bearer TOKEN</code>; without one the catalogue is public and what is personal is withheld.</p>
        {Html.Join(Operations.Select(Operation))}
        <h2>Places</h2>
        <ul>
        <li><a href="/graphql?sdl">The schema</a>, and each subgraph's: <a href="/graphql/catalogue?sdl">catalogue</a>, <a href="/graphql/records?sdl">records</a></li>
        <li><a href="/errors">Every error code</a>: what it means and who can fix it</li>
        <li><a href="/health/ready">Whether it is ready</a>, <a href="/health/live">whether it lives</a>, <a href="/metrics">what it counts</a></li>
        </ul>
        """);

    private Html Explore() => IdeNotice is null
        ? Html.Of($"""<a class="button" href="/graphql/">Open Banana Cake Pop</a>""")
        : Html.Of($"""<p class="notice">Banana Cake Pop is not here: {IdeNotice}</p>""");

    private Html Tokens() => !MakesTokens
        ? Html.Nothing
        : Html.Of(
            $"""
            <h2>Whose eyes would you like to see through?</h2>
            <p>Nobody here is real. A token holds for eight hours.</p>
            <ul class="cards">{Html.Join(Personas.Select(Card))}</ul>
            """);

    private static Html Card(Persona persona, int index) => Html.Of(
        $"""
        <li class="card"><h3>{persona.Name}</h3>
        <p>{persona.Story}</p>
        <div class="copyable"><pre class="wrap" aria-label="the command">{persona.Command}</pre></div>
        <form method="post" action="/development/tokens"><input type="hidden" name="persona" value="{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}">
        <button class="quiet">Make a token<span hidden> for {persona.Name}</span></button></form></li>
        """);

    private static Html Operation(ExampleOperation operation, int index) => Html.Of(
        $"""
        <details class="card operation"{(index == 0 ? " open" : "")}><summary>{operation.Name}</summary>
        <div class="copyable"><pre tabindex="0" aria-label="the operation {operation.Name}">{operation.Document}</pre></div>
        <div class="copyable"><pre tabindex="0" aria-label="the variables of {operation.Name}">{operation.Variables}</pre></div></details>
        """);
}
