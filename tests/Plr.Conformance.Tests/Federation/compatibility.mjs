// node compatibility.mjs http://127.0.0.1:PORT/ : Apollo's subgraph compatibility cases without containers, rover or router.
// Starts users :4002 and inventory :4003, which the package brings, composes with @apollo/composition from the SDL that the
// subgraph itself serves, runs @apollo/gateway on :4000 and the package's own cases. Prints {"passed":[…],"failed":[…]}.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'graphql';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const require = createRequire(import.meta.url);
const url = process.argv[2];
const suite = 'node_modules/@apollo/federation-subgraph-compatibility-tests';
const others = { users: 'http://127.0.0.1:4002/', inventory: 'http://127.0.0.1:4003/' };

const post = async (address, query) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
};

const isUp = async (address) => {
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      if ((await post(address, '{__typename}')).data) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} does not answer`);
};

const compose = async () => {
  const { data } = await post(url, '{ _service { sdl } }');
  const service = (name, address, sdl) => ({ name, url: address, typeDefs: parse(sdl) });
  const sdlOf = (name) => readFileSync(`${suite}/dist/subgraphs/${name}/${name}.graphql`, 'utf8');
  const result = composeServices([
    service('products', url, data._service.sdl),
    ...Object.entries(others).map(([name, address]) => service(name, address, sdlOf(name))),
  ]);
  if (result.errors?.length) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.supergraphSdl;
};

const runCases = async () => {
  const report = 'compatibility.json';
  const options = ['--ci', '--json', `--outputFile=${report}`, '--rootDir', suite, '--config', `${suite}/federation-jest.config.js`];
  const jest = spawn('node', [require.resolve('jest/bin/jest'), `${suite}/dist/tests`, ...options], {
    env: { ...process.env, PRODUCTS_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => jest.on('exit', resolve));
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults);
};

const subgraphs = Object.keys(others).map((name) =>
  spawn('node', ['-r', `${process.cwd()}/loopback.cjs`, 'index.js'], { cwd: `${suite}/dist/subgraphs/${name}`, stdio: 'ignore' }));
let gateway;
try {
  await Promise.all([...Object.values(others), url].map(isUp));
  gateway = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: await compose() }) });
  await startStandaloneServer(gateway, { listen: { host: '127.0.0.1', port: 4000 } });
  const cases = await runCases();
  const named = (status) => cases.filter((one) => one.status === status).map((one) => one.fullName);
  process.stdout.write(JSON.stringify({ passed: named('passed'), failed: named('failed') }));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await gateway?.stop();
  subgraphs.forEach((subgraph) => subgraph.kill());
}
process.exit();
