using Plr.Rules;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>The catalogue of the nation's size that the parts are measured on: made once a process.</summary>
internal static class National
{
    public const int Learners = 200;

    private static readonly Lazy<(NationalGenerator Source, RulesEngine Engine)> Made = new(() =>
    {
        var source = NationalGenerator.Make();
        var engine = new RulesEngine(source.Compile(), "benchmark");
        engine.Prepare();
        return (source, engine);
    });

    public static NationalGenerator Source => Made.Value.Source;

    public static RulesEngine Engine => Made.Value.Engine;
}
