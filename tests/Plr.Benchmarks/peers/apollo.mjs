// Apollo Server 5, standalone, as its own documentation starts it.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { contextOfRequest } from './data.mjs';
import { resolvers, typeDefs } from './schema.mjs';

export async function listen(port) {
  const server = new ApolloServer({ typeDefs, resolvers });
  await startStandaloneServer(server, { listen: { host: '127.0.0.1', port }, context: async () => contextOfRequest() });
}
