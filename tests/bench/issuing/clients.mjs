// HTTP clients in a process of their own, each with one request at a time on a connection that is kept.
import { Agent, request } from 'node:http';

/** What the parent asks for: where to, by how many clients, for how long in milliseconds, with which header and bodies. */
process.on('message', async ({ url, method, headers, body, clients, ms, keyed, paths }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times = [];
  const statuses = {};
  let sent = 0;
  const end = performance.now() + ms;
  const one = async () => {
    while (performance.now() < end) {
      const n = sent;
      sent += 1;
      const begun = performance.now();
      const status = await send(agent, paths === undefined ? url : url + paths[n % paths.length], { method, headers, body, n, keyed });
      times.push(performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, one));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  process.send({ rate: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses });
});
const SALT = `${process.pid}-${Date.now()}`;

function send(agent, url, { method, headers, body, n, keyed }) {
  const text = body?.replaceAll('{n}', `${SALT}-${n}`);
  const own = keyed ? { 'idempotency-key': `${SALT}-${n}-${Math.random()}` } : {};
  const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers: { ...headers, ...own, ...length } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    asked.on('error', reject);
    asked.end(text);
  });
}
process.send('ready');
