// Answers cases with the reference implementation: one JSON object a line in, one a line out, in the same order.
import { createInterface } from 'node:readline';
import { assertValidSchema, buildSchema, experimentalExecuteIncrementally, parse, validate } from 'graphql';
import { resolveField } from './data.mjs';

let known = { sdl: undefined, schema: undefined };

// Cases of one schema come one after another.
function schemaOf(sdl) {
  if (known.sdl !== sdl) {
    known = { sdl, schema: buildSchema(sdl) };
    assertValidSchema(known.schema);
  }
  return known.schema;
}

function parseOrError(text) {
  try {
    return { document: parse(text) };
  } catch (error) {
    return { error };
  }
}

async function answer({ sdl, document: text, operationName, variables, faults }) {
  const schema = schemaOf(sdl);
  const { document, error } = parseOrError(text);
  if (error) {
    return { stage: 'parse', responses: [{ errors: [error] }] };
  }
  const errors = validate(schema, document);
  if (errors.length > 0) {
    return { stage: 'validate', responses: [{ errors }] };
  }
  const result = await experimentalExecuteIncrementally({
    schema, document, operationName, variableValues: JSON.parse(variables), contextValue: faults, fieldResolver: resolveField,
  });
  if (!('initialResult' in result)) {
    return { stage: 'execute', responses: [result] };
  }
  const responses = [result.initialResult];
  for await (const response of result.subsequentResults) {
    responses.push(response);
  }
  return { stage: 'execute', responses };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answered = await answer(JSON.parse(line)).catch((error) => ({ stage: 'failed', failure: String(error?.stack ?? error), responses: [] }));
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
