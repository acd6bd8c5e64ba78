using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Plr.Benchmarks.Serving.Floor;

/// <summary>What a good programmer writes by hand for the three documents: no parser, no plan, no engine.</summary>
internal static class FloorServer
{
    /// <summary>Answers `hello` whatever is asked, with as little as the web server allows: what it takes by itself.</summary>
    public const string BarePath = "/bare";

    private static readonly byte[] Bare = [.. """{"data":{"hello":"world"}}"""u8];

    public static async Task RunAsync(string connectionString, string urls, CancellationToken stop)
    {
        await using var app = Create(connectionString, urls);
        await ServerProcess.RunAsync(app, "floor", urls, stop);
    }

    public static WebApplication Create(string connectionString, string urls)
    {
        var app = ServerProcess.CreateBuilder(connectionString, urls).Build();
        app.MapPost("/graphql", AnswerAsync);
        app.MapPost(BarePath, AnswerBareAsync);
        return app;
    }

    private static async Task AnswerBareAsync(HttpContext http)
    {
        var isWhole = false;
        while (!isWhole)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            isWhole = read.IsCompleted;
            http.Request.BodyReader.AdvanceTo(read.Buffer.End); // Else the connection could not be kept.
        }

        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        http.Response.ContentLength = Bare.Length;
        await http.Response.BodyWriter.WriteAsync(Bare, http.RequestAborted);
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using var request = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartObject("data"u8);
            await WriteDataAsync(http, request.RootElement, json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.BodyWriter.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }

    private static async Task WriteDataAsync(HttpContext http, JsonElement request, Utf8JsonWriter json)
    {
        var query = request.GetProperty("query"u8);
        if (query.ValueEquals(Documents.Hello))
        {
            json.WriteString("hello"u8, "world"u8);
            return;
        }

        var reader = http.RequestServices.GetRequiredService<LearnerReader>();
        var variables = request.GetProperty("variables"u8);
        if (query.ValueEquals(Documents.Learner))
        {
            var uln = long.Parse(variables.GetProperty("uln"u8).GetString()!, CultureInfo.InvariantCulture);
            json.WritePropertyName("learner"u8);
            await WriteLearnerAsync(reader, await reader.LearnerAsync(uln, http.RequestAborted), json, http.RequestAborted);
            return;
        }

        var learners = await reader.LearnersAsync(variables.GetProperty("first"u8).GetInt32(), http.RequestAborted);
        var achievements = await reader.AchievementsAsync(learners, http.RequestAborted);
        json.WriteStartArray("learners"u8);
        for (var i = 0; i < learners.Count; i++)
        {
            WriteLearner(learners[i], achievements[i], json);
        }

        json.WriteEndArray();
    }

    private static async Task WriteLearnerAsync(LearnerReader reader, LearnerRow? learner, Utf8JsonWriter json, CancellationToken cancellation)
    {
        if (learner is null)
        {
            json.WriteNullValue();
            return;
        }

        var achievements = await reader.AchievementsAsync([learner], cancellation);
        WriteLearner(learner, achievements[0], json);
    }

    private static void WriteLearner(LearnerRow learner, IReadOnlyList<AchievementRow> achievements, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("uln"u8, learner.Digits);
        json.WriteStartArray("achievements"u8);
        foreach (var achievement in achievements)
        {
            json.WriteStartObject();
            json.WriteString("awardedOn"u8, achievement.AwardedOn.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("unit"u8);
            json.WriteString("code"u8, achievement.Unit.Code);
            json.WriteString("title"u8, achievement.Unit.Title);
            json.WriteNumber("credit"u8, achievement.Unit.Credit);
            json.WriteNumber("level"u8, achievement.Unit.Level);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
