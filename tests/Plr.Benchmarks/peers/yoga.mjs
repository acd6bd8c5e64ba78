// GraphQL Yoga on node's own server, with the parser and validation caches that it has by default.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createSchema, createYoga } from 'graphql-yoga';
import { contextOfRequest } from './data.mjs';
import { resolvers, typeDefs } from './schema.mjs';

export async function listen(port) {
  const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: contextOfRequest, logging: false, graphiql: false });
  await once(createServer(yoga).listen(port, '127.0.0.1'), 'listening');
}
