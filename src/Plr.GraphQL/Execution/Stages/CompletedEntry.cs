namespace Plr.GraphQL.Execution.Stages;

// One position of a completed value. Null has neither; an object its row and batch; a list its count; an error its index.
internal readonly record struct CompletedEntry(CompletedKind Kind, int Value, int Batch);
