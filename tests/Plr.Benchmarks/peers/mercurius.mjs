// Mercurius on Fastify, every document compiled by graphql-jit, batching by its own loaders.
import fastify from 'fastify';
import mercurius from 'mercurius';
import { achievements } from './data.mjs';
import { queries, typeDefs } from './schema.mjs';

export async function listen(port) {
  const app = fastify();
  await app.register(mercurius, {
    schema: typeDefs,
    resolvers: { Query: queries },
    loaders: { Learner: { achievements: { loader: asked => achievements(asked.map(({ obj }) => obj.uln)), opts: { cache: false } } } },
    jit: 1,
  });
  await app.listen({ host: '127.0.0.1', port });
}
