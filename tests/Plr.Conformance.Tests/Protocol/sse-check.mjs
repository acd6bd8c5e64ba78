// node sse-check.mjs URL SUBSCRIPTION : GraphQL over Server-Sent Events, by hand and by the client of graphql-sse in both its modes,
// against a server that runs. The subscription has several events and ends by itself.
import { createClient } from 'graphql-sse';
import { check, finish } from './checks.mjs';

const [url, subscription] = process.argv.slice(2);

const post = query => fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  body: JSON.stringify({ query }),
});

// The events of a stream that ends, as [name, data].
const eventsOf = text => text.split('\n\n')
  .filter(block => block.startsWith('event:'))
  .map(block => [/^event: (.*)$/m.exec(block)[1], /^data: ?(.*)$/m.exec(block)?.[1]]);

const stream = await post(subscription);
check('a subscription is answered with 200', stream.status === 200, stream.status);
check('the answer is an event stream', stream.headers.get('content-type')?.startsWith('text/event-stream'), stream.headers.get('content-type'));
const events = eventsOf(await stream.text());
check('it has several next', events.filter(([name]) => name === 'next').length > 1, JSON.stringify(events));
check('it ends with complete', events.at(-1)?.[0] === 'complete', JSON.stringify(events));

const answer = eventsOf(await (await post('{ __typename }')).text());
check('a query has one next and a complete', answer.map(([name]) => name).join() === 'next,complete' && JSON.parse(answer[0][1]).data.__typename, JSON.stringify(answer));

const invalid = eventsOf(await (await post('{ nosuch }')).text());
check('a document that is not valid is a next with errors', Array.isArray(JSON.parse(invalid[0][1]).errors), JSON.stringify(invalid));

for (const singleConnection of [false, true]) {
  const client = createClient({ url, singleConnection, retryAttempts: 0 });
  let count = 0;
  let failure = '';
  try {
    await new Promise((resolve, reject) => client.subscribe({ query: subscription }, { next: () => count++, error: reject, complete: resolve }));
  } catch (error) {
    failure = error.message ?? error;
  }
  check(`the client of graphql-sse gets the events over ${singleConnection ? 'a single connection' : 'a connection each'}`, count > 1 && !failure, `${count} ${failure}`);
  client.dispose();
}

finish();
