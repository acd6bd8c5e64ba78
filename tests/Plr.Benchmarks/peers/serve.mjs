// node serve.mjs PEER PORT [PROCESSES]: serves one peer on 127.0.0.1, and says so once it listens.
import cluster from 'node:cluster';

const [peer, port, processes = '1'] = process.argv.slice(2);
if (cluster.isPrimary && processes !== '1') {
  let listening = 0;
  cluster.on('listening', () => ++listening === Number(processes) && announce());
  cluster.on('exit', () => process.exit(1));
  for (let worker = 0; worker < Number(processes); worker++) {
    cluster.fork();
  }
} else {
  const { listen } = await import(`./${peer}.mjs`);
  await listen(Number(port));
  if (cluster.isPrimary) {
    announce();
  }
}

function announce() {
  console.log(`${peer} listens on http://127.0.0.1:${port}/graphql, node ${process.version}, ${processes} process(es)`);
}
