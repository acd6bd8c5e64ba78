// node ws-check.mjs WSURL SUBSCRIPTION : graphql-transport-ws, by hand and by the client of graphql-ws, against a server that runs.
// The subscription has several events and ends by itself.
import WebSocket from 'ws';
import { createClient } from 'graphql-ws';
import { check, eventually, finish, pause } from './checks.mjs';

const [url, subscription] = process.argv.slice(2);
const query = '{ __typename }';

class Socket {
  received = [];
  code = null;
  refused = false;

  static async open(protocol = 'graphql-transport-ws') {
    const socket = new Socket();
    socket.inner = new WebSocket(url, protocol);
    await new Promise(resolve => {
      socket.inner.on('open', resolve);
      socket.inner.on('error', () => { socket.refused = true; resolve(); });
      socket.inner.on('close', code => { socket.code = code; resolve(); });
      socket.inner.on('message', text => socket.received.push(JSON.parse(text)));
    });
    return socket;
  }

  static async acknowledged() {
    const socket = await Socket.open();
    socket.say({ type: 'connection_init' });
    await eventually(() => socket.received.length > 0);
    return socket;
  }

  say = message => this.inner.send(typeof message === 'string' ? message : JSON.stringify(message));
  subscribe = (id, text) => this.say({ id, type: 'subscribe', payload: { query: text } });
  of = (id, type) => this.received.filter(message => message.id === id && (!type || message.type === type));
  ends = id => eventually(() => this.of(id, 'complete').length + this.of(id, 'error').length > 0 || this.code !== null);
}

const closes = async (name, code, socket, act) => {
  act(socket);
  await eventually(() => socket.code !== null);
  check(`${name}: closed with ${code}`, socket.code === code, socket.code);
};

const one = await Socket.acknowledged();
check('connection_init is acknowledged', one.received[0]?.type === 'connection_ack', JSON.stringify(one.received));
one.say({ type: 'ping', payload: { still: 'there' } });
await eventually(() => one.received.length > 1);
check('ping is answered by pong', one.received[1]?.type === 'pong', JSON.stringify(one.received));
one.subscribe('query', query);
await one.ends('query');
check('a query has one next and a complete', one.of('query').map(m => m.type).join() === 'next,complete' && one.of('query')[0].payload.data.__typename, JSON.stringify(one.of('query')));
one.subscribe('invalid', '{ nosuch }');
await one.ends('invalid');
check('a document that is not valid is an error with a list', one.of('invalid').length === 1 && Array.isArray(one.of('invalid', 'error')[0]?.payload), JSON.stringify(one.of('invalid')));
one.subscribe('query', query);
await eventually(() => one.of('query', 'complete').length > 1);
check('an id can be used again after complete', one.of('query', 'complete').length === 2, JSON.stringify(one.of('query')));
one.subscribe('events', subscription);
await one.ends('events');
check('a subscription has several next and one complete', one.of('events', 'next').length > 1 && one.of('events', 'complete').length === 1, JSON.stringify(one.of('events')));
one.subscribe('left', subscription.replace(/\d+/, '1000'));
await eventually(() => one.of('left').length > 0);
one.say({ id: 'left', type: 'complete' });
const pongs = one.received.filter(message => message.type === 'pong').length;
one.say({ type: 'ping' }); // Answered once the server has read what was said before, however slow it is.
await eventually(() => one.received.filter(message => message.type === 'pong').length > pongs);
const before = one.of('left').length;
await pause(300);
check('complete of the client stops the events', one.of('left').length - before <= 1, one.of('left').length - before);
one.say({ id: 'unknown', type: 'complete' });
await pause(100);
check('complete of an unknown id changes nothing', one.code === null, one.code);
one.inner.close();

const two = await Socket.acknowledged();
two.subscribe('broken', '{ a');
await two.ends('broken');
check('a document that does not parse is an error', two.of('broken', 'error').length === 1, JSON.stringify(two.received));
two.inner.close();

await closes('subscribe before connection_init', 4401, await Socket.open(), socket => socket.subscribe('1', query));
await closes('a second connection_init', 4429, await Socket.acknowledged(), socket => socket.say({ type: 'connection_init' }));
await closes('an id that is in use', 4409, await Socket.acknowledged(), socket => { socket.subscribe('1', subscription); socket.subscribe('1', subscription); });
await closes('what is not JSON', 4400, await Socket.acknowledged(), socket => socket.say('{'));
await closes('an unknown type', 4400, await Socket.acknowledged(), socket => socket.say({ type: 'start' }));
await closes('subscribe without id', 4400, await Socket.acknowledged(), socket => socket.say({ type: 'subscribe', payload: { query } }));
await closes('subscribe without query', 4400, await Socket.acknowledged(), socket => socket.say({ id: '1', type: 'subscribe', payload: {} }));
await closes('silence instead of connection_init', 4408, await Socket.open(), () => {});

const other = await Socket.open('graphql-ws');
check('another protocol is refused', other.refused || other.code === 4406, other.code);

const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
let events = 0;
for await (const response of client.iterate({ query: subscription })) {
  if (!response.errors) events++;
}
check('the client of graphql-ws iterates the events', events > 1, events);
await client.dispose();

finish();
