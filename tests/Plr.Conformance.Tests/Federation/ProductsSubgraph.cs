using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Federation;
using Plr.GraphQL.Language;

namespace Plr.Conformance.Tests.Federation;

/// <summary>The products of Apollo's compatibility suite, served by this engine.</summary>
internal static class ProductsSubgraph
{
    private static readonly User Author = new("support@apollographql.com", "Jane Smith", 1337, 10);
    private static readonly DeprecatedProduct Deprecated = new("apollo-federation-v1", "@apollo/federation-v1", "Migrate to Federation V2", Author);
    private static readonly Research FederationStudy = new(new CaseStudy("1234", "Federation Study"));
    private static readonly Research StudioStudy = new(new CaseStudy("1235", "Studio Study"));
    private static readonly Dimension Small = new("small", 1, "kg");

    private static readonly Product[] Products =
    [
        new("apollo-federation", "federation", "@apollo/federation", new Variation("OSS"), Small, [FederationStudy], Author),
        new("apollo-studio", "studio", "", new Variation("platform"), Small, [StudioStudy], Author),
    ];

    /// <summary>Starts it on a free port of 127.0.0.1.</summary>
    public static async Task<WebApplication> StartAsync(string sdl)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddSubgraph(new Source(sdl, "products")).AddBindings(Bind);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGraphQL("/");
        await app.StartAsync();
        return app;
    }

    private static void Bind(SchemaBindings b)
    {
        b.Resolve<RootValue, Product?>("Query.product", static (_, _, arguments, _) =>
            new(Products.FirstOrDefault(product => product.Id == arguments.Get<string>(0))));
        b.Resolve<RootValue, DeprecatedProduct?>("Query.deprecatedProduct", static (_, _, arguments, _) =>
            new(arguments.Get<string>(0) == Deprecated.Sku && arguments.Get<string>(1) == Deprecated.Package ? Deprecated : null));
        BindProducts(b);
        BindEntities(b);

        b.Object<User>("User");
        b.Leaf<User, string>("User.email", static user => user.Email);
        b.Leaf<User, string>("User.name", static user => user.Name);
        b.Leaf<User, int>("User.totalProductsCreated", static user => user.TotalProductsCreated);
        b.Leaf<User, int>("User.yearsOfEmployment", static user => user.YearsOfEmployment);
        b.Leaf<User, int>("User.averageProductsCreatedPerYear", static user => user.TotalProductsCreated / user.YearsOfEmployment);
        b.Object<Inventory>("Inventory");
        b.Leaf<Inventory, string>("Inventory.id", static inventory => inventory.Id);
        b.ReadList<Inventory, DeprecatedProduct>("Inventory.deprecatedProducts", static _ => [Deprecated]);
    }

    private static void BindProducts(SchemaBindings b)
    {
        b.Object<Product>("Product");
        b.Leaf<Product, string>("Product.id", static product => product.Id);
        b.Leaf<Product, string>("Product.sku", static product => product.Sku);
        b.Leaf<Product, string>("Product.package", static product => product.Package);
        b.Leaf<Product, string>("Product.notes", static _ => null);
        b.Read<Product, Variation>("Product.variation", static product => product.Variation);
        b.Read<Product, Dimension>("Product.dimensions", static product => product.Dimensions);
        b.Read<Product, User>("Product.createdBy", static product => product.CreatedBy);
        b.ReadList<Product, Research>("Product.research", static product => product.Research);
        b.Object<DeprecatedProduct>("DeprecatedProduct");
        b.Leaf<DeprecatedProduct, string>("DeprecatedProduct.sku", static product => product.Sku);
        b.Leaf<DeprecatedProduct, string>("DeprecatedProduct.package", static product => product.Package);
        b.Leaf<DeprecatedProduct, string>("DeprecatedProduct.reason", static product => product.Reason);
        b.Read<DeprecatedProduct, User>("DeprecatedProduct.createdBy", static product => product.CreatedBy);
        b.Object<Variation>("ProductVariation").Leaf<Variation, string>("ProductVariation.id", static variation => variation.Id);
        b.Object<Research>("ProductResearch");
        b.Read<Research, CaseStudy>("ProductResearch.study", static research => research.Study);
        b.Leaf<Research, string>("ProductResearch.outcome", static _ => null);
        b.Object<CaseStudy>("CaseStudy");
        b.Leaf<CaseStudy, string>("CaseStudy.caseNumber", static study => study.CaseNumber);
        b.Leaf<CaseStudy, string>("CaseStudy.description", static study => study.Description);
        b.Object<Dimension>("ProductDimension");
        b.Leaf<Dimension, string>("ProductDimension.size", static dimension => dimension.Size);
        b.Leaf<Dimension, double>("ProductDimension.weight", static dimension => dimension.Weight);
        b.Leaf<Dimension, string>("ProductDimension.unit", static dimension => dimension.Unit);
    }

    private static void BindEntities(SchemaBindings b)
    {
        b.Entity<Product?>("Product", static (_, asked, _) => new([.. asked.Select(Find)]));
        b.Entity<DeprecatedProduct?>("DeprecatedProduct", static (_, asked, _) =>
            new([.. asked.Select(r => r.Get<string>("sku") == Deprecated.Sku && r.Get<string>("package") == Deprecated.Package ? Deprecated : null)]));
        b.Entity<Research?>("ProductResearch", static (_, asked, _) => new([.. asked.Select(r =>
            new[] { FederationStudy, StudioStudy }.FirstOrDefault(research => research.Study.CaseNumber == Inner(r, "study", "caseNumber")))]));
        b.Entity<User?>("User", static (_, asked, _) => new([.. asked.Select(r => r.Get<string>("email") == Author.Email
            ? Author with
            {
                TotalProductsCreated = r.Has("totalProductsCreated") ? r.Get<int>("totalProductsCreated") : Author.TotalProductsCreated,
                YearsOfEmployment = r.Has("yearsOfEmployment") ? r.Get<int>("yearsOfEmployment") : Author.YearsOfEmployment,
            }
            : null)]));
        b.Entity<Inventory?>("Inventory", static (_, asked, _) => new([.. asked.Select(r => new Inventory(r.Get<string>("id")))]));
    }

    private static Product? Find(EntityRepresentation asked) => Products.FirstOrDefault(product =>
        asked.Has("id") ? product.Id == asked.Get<string>("id")
        : product.Sku == asked.Get<string>("sku")
            && (asked.Has("package") ? product.Package == asked.Get<string>("package") : product.Variation.Id == Inner(asked, "variation", "id")));

    private static string? Inner(EntityRepresentation asked, string field, string name) =>
        asked.Get<IReadOnlyDictionary<string, object?>>(field)[name] as string;

    private sealed record Product(string Id, string Sku, string Package, Variation Variation, Dimension Dimensions, Research[] Research, User CreatedBy);

    private sealed record DeprecatedProduct(string Sku, string Package, string Reason, User CreatedBy);

    private sealed record Variation(string Id);

    private sealed record Research(CaseStudy Study);

    private sealed record CaseStudy(string CaseNumber, string Description);

    private sealed record Dimension(string Size, double Weight, string Unit);

    private sealed record User(string Email, string Name, int TotalProductsCreated, int YearsOfEmployment);

    private sealed record Inventory(string Id);
}
