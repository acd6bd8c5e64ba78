// The schema of `plain` and its resolvers, as graphql-js takes them.
import { readFileSync } from 'node:fs';
import { learner, learners } from './data.mjs';

export const typeDefs = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

export const queries = {
  hello: () => 'world',
  learner: (_, { uln }) => learner(uln),
  learners: (_, { first }) => learners(first ?? 20),
};

export const resolvers = {
  Query: queries,
  Learner: { achievements: ({ uln }, _, context) => context.achievements.load(uln) },
};
