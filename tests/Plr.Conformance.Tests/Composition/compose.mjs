// Composes subgraph files with both composers and prints what each says, as one JSON document.
// node compose.mjs name=file.graphql name=file.graphql …
import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { composeServices as composeWithGuild } from '@theguild/federation-composition';
import { parse } from 'graphql';

const subgraphs = process.argv.slice(2).map((argument) => {
  const [name, file] = argument.split('=');
  return { name, url: `http://127.0.0.1:5080/graphql/${name}`, typeDefs: parse(readFileSync(file, 'utf8')) };
});

const messages = (errors) => (errors ?? []).map((error) => error.message);

const apollo = composeServices(subgraphs);
const guild = composeWithGuild(subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })));

process.stdout.write(JSON.stringify({
  apollo: { errors: messages(apollo.errors), hints: (apollo.hints ?? []).map((hint) => hint.message), supergraph: apollo.supergraphSdl ?? null },
  guild: { errors: messages(guild.errors), supergraph: guild.supergraphSdl ?? null },
}));
