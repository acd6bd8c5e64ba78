// PostGraphile 5, which makes its schema of the tables; what they do not say (how they refer to each other, and `hello`) is said here.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { constant } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema, pgSmartTags } from 'postgraphile/utils';

const references = pgSmartTags({
  kind: 'class',
  match: 'bench.achievement',
  tags: { foreignKey: ['(uln) references bench.learner (uln)', '(unit_code) references bench.unit (code)'] },
});

const hello = extendSchema({
  typeDefs: 'extend type Query { hello: String }',
  objects: { Query: { plans: { hello: () => constant('world') } } },
});

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [references, hello],
  schema: { defaultBehavior: '-connection +list', retryOnInitFail: false },
  pgServices: [makePgService({ connectionString: 'postgres://', schemas: ['bench'], poolConfig: { max: Number(process.env.POOL_SIZE), idleTimeoutMillis: 0 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};

export async function listen(port) {
  const server = createServer();
  await postgraphile(preset).createServ(grafserv).addTo(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
}
