// node http-audit.mjs URL : the audits of graphql-http against a server that runs. Prints each that is not ok, then a summary.
// Ends with 1 on any error or warning.
import { auditServer } from 'graphql-http';

const url = process.argv[2];
const results = await auditServer({ url });
const count = status => results.filter(result => result.status === status).length;
for (const { id, name, status, reason } of results) {
  if (status !== 'ok') console.log(`${status} ${id} ${name}: ${reason}`);
}
console.log(`${results.length} audits: ${count('ok')} ok, ${count('notice')} notice, ${count('warn')} warn, ${count('error')} error`);
process.exit(count('error') + count('warn') > 0 ? 1 : 0);
