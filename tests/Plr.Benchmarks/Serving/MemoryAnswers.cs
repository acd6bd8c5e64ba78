using Plr.Benchmarks.Comparison;

namespace Plr.Benchmarks.Serving;

/// <summary>Answers questions about this process's memory: a line of standard input, a line of standard output.</summary>
/// <remarks>Nothing of it touches the requests: while nobody asks, it costs a waiting thread.</remarks>
internal static class MemoryAnswers
{
    public static void Begin() => new Thread(Answer) { IsBackground = true, Name = "memory answers" }.Start();

    private static void Answer()
    {
        while (Console.In.ReadLine() is { } question)
        {
            if (question is MemoryReport.QuestionAfterCollection)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect(); // What the finalizers let go of.
            }

            Console.Out.WriteLine(new MemoryReport(
                GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2), GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet));
        }
    }
}
