// The data of a case: what a field holds follows from what its parent is, its name and its arguments. `CaseData.cs` is the same in C#.
import { isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';

// FNV-1a over UTF-16 units, and an avalanche.
export function mix(hash, text) {
  let mixed = hash ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function describe(value) {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(describe).join(',')}]`;
  if (typeof value === 'object') return `{${members(value)}}`;
  return String(value);
}

const members = (object) => Object.keys(object).filter((key) => object[key] !== undefined).sort()
  .map((key) => `${key}=${describe(object[key])}`).join(' ');

export function resolveField(source, args, faults, { fieldName, returnType, schema }) {
  const text = `${fieldName}(${members(args)})`;
  const hash = mix(source?.hash ?? faults.seed, text);
  if (mix(hash, 'slow') % 100 < faults.slow) {
    return later(1 + (hash % 3)).then(() => orThrow(valueOf(returnType, hash, faults, schema, text)));
  }
  return orThrow(valueOf(returnType, hash, faults, schema, text));
}

function orThrow(value) {
  if (value instanceof Error) throw value;
  return value;
}

async function later(turns) {
  for (; turns > 0; turns--) {
    await new Promise((resume) => { setImmediate(resume); });
  }
}

function valueOf(type, hash, faults, schema, text) {
  const roll = mix(hash, 'fault') % 1000;
  if (roll < faults.errors) return new Error('as the case says');
  if (roll < faults.errors + faults.nulls) return null;
  const isWrong = roll < faults.errors + faults.nulls + faults.wrong;
  const choice = mix(hash, 'value');
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    return isWrong ? 'no list' : Array.from({ length: choice % 4 }, (_, i) => valueOf(nullable.ofType, mix(choice, String(i)), faults, schema, text));
  }
  if (isObjectType(nullable)) return { hash: choice, __typename: nullable.name };
  if (isAbstractType(nullable)) {
    const names = schema.getPossibleTypes(nullable).map(({ name }) => name).sort();
    return { hash: choice, __typename: isWrong ? 'Nowhere' : names[choice % names.length] };
  }
  return isWrong ? wrongLeaf(nullable, choice) : leaf(nullable, choice, text);
}

function leaf(type, choice, text) {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name).sort();
    return names[choice % names.length];
  }
  switch (type.name) {
    case 'Int': return (choice % 2000) - 1000;
    case 'Float': return ((choice % 1000) - 500) / 4;
    case 'Boolean': return choice % 2 === 1;
    case 'ID': return choice % 3 === 0 ? choice % 1000 : `id${choice % 1000}`;
    case 'String': return choice % 3 === 0 ? '\u00e9\n"\\\u2028\ud83d\ude00\u0000' : text;
    default: return [choice % 1000, 'any', true, [1, [null]], { a: { b: 'c' } }][choice % 5];
  }
}

// What no scalar may take: values that one could take, such as "1" for an Int, are left out, since 3.5 leaves it to the service.
function wrongLeaf(type, choice) {
  if (isEnumType(type)) return ['NOT_A_VALUE', 7, ['A']][choice % 3];
  switch (type.name) {
    case 'Int': return ['abc', 1.5, 2147483648, [1]][choice % 4];
    case 'Float': return ['abc', NaN, Infinity, [1]][choice % 4];
    case 'Boolean': return ['true', [true]][choice % 2];
    case 'ID': return [1.5, true, ['a']][choice % 3];
    case 'String': return [['a'], {}][choice % 2];
    default: return null;
  }
}
