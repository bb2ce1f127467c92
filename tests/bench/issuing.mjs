// How many badges a second the service issues over HTTP and its core in batches, beside what bounds it: one after the other in each round, so that
// a busy machine slows all of them alike. `--quick` takes one short round and keeps nothing.
import { loadavg } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { createPool } from '../../apps/issuer/dist/store/database/pool.js';
import { runningLocalPostgres } from '../../packages/local-postgres/dist/index.js';
import { LIBRARY, RAW } from './contenders.mjs';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { byCopy, byUnnest, rowsOfABadge, twins } from './issuing/postgres-rate.mjs';
import { busy, keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;
const MS = quick ? 500 : 4000;
const BODY = JSON.stringify({ recipient: { email: '{n}@learners.example', name: 'Ada Lovelace' } });

await withBenchIssuer(async ({ folder, base, started, issuer, achievement, headers, address }) => {
  const clients = await started('clients.mjs');
  const load = (more) => clients.ask({ url: `${base}${address}`, method: 'POST', headers, body: BODY, clients: 16, ms: MS, ...more });
  await load({ ms: quick ? 500 : 3000 });

  const pool = createPool(runningLocalPostgres(folder, 'proofmark'), { max: 4 });
  const rows = await rowsOfABadge(
    pool,
    async (count) => {
      for (let n = 0; n < count; n += 1) {
        const body = JSON.parse(BODY.replace('{n}', `sample-${n}`));
        await fetch(`${base}${address}`, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': `sample-${n}` },
          body: JSON.stringify(body),
        }).then((answer) => answer.arrayBuffer());
      }
    },
    quick ? 20 : 200,
  );
  const size = (
    await pool.query('SELECT pg_total_relation_size($1::regclass) AS n, (SELECT count(*) FROM credential) AS c', ['credential'])
  ).rows[0];
  const samples = await twins(pool, rows, issuer.id);
  const bytes = (await fetch(`${base}/v1/credentials?issuer=${issuer.id}&limit=1`, { headers }).then((answer) => answer.text())).length;
  const hono = await started('bare-hono.mjs', [201, bytes]);
  const raw = await started('../contender.mjs', [RAW]);
  const library = await started('../contender.mjs', [LIBRARY]);
  const core = await started('core.mjs', [folder, base, issuer.id, achievement.id]);

  const client = await pool.connect();
  const copyIn = (to, text, lines) => pipeline([lines], to.query(copyFrom(text)));
  const database = async (write, badges) => {
    const end = performance.now() + MS / 2;
    const begun = performance.now();
    let written = 0;
    for (; performance.now() < end; written += badges) await write(client, samples, badges, copyIn);
    return (written * 1000) / (performance.now() - begun);
  };
  const perSecond = async (contender) => 1e6 / (await contender.ask({ task: 'sign' })).micros;
  const MEASURED = {
    raw: () => perSecond(raw),
    library: () => perSecond(library),
    copy500: () => database(byCopy, 500),
    unnest500: () => database(byUnnest, 500),
    unnest16: () => database(byUnnest, 16),
    unnest1: () => database(byUnnest, 1),
    hono: async () =>
      clients.ask({ url: `http://127.0.0.1:${hono.said.port}/`, method: 'POST', headers, body: BODY, clients: 16, ms: MS / 2 }),
    sixteen: () => load(),
    keyed: () => load({ keyed: true }),
    one: () => load({ clients: 1 }),
    batches: () => core.ask({ ms: MS, size: 500, atOnce: 2 }),
    singly: () => core.ask({ ms: MS, size: 500 }),
  };
  const found = Object.fromEntries(Object.keys(MEASURED).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, measure] of Object.entries(MEASURED)) found[name].push(await measure());
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  client.release();
  await pool.end();
  const text = report(found, rows, Number(size.n) / Number(size.c));
  console.log(text);
  if (!quick) keep('issuing', text);
});

function report(found, rows, bytes) {
  const rate = (name) => median(found[name].map((one) => (typeof one === 'number' ? one : one.rate)));
  const of = (name, member) => median(found[name].map((one) => one[member]));
  const other = ['sixteen', 'keyed', 'one', 'hono']
    .flatMap((name) => found[name].flatMap(({ statuses }) => Object.keys(statuses)))
    .filter((s) => s !== '201');
  if (other.length > 0) throw new Error(`some requests were answered with ${[...new Set(other)].join(', ')}`);
  const line = (what, name) => `| ${what} | ${Math.round(rate(name)).toLocaleString('en')} |`;
  const http = (what, name) => `${line(what, name)} ${of(name, 'p50').toFixed(1)} ms | ${of(name, 'p99').toFixed(1)} ms |`;
  const wanted = (what, value, must, goal, less = false) => {
    const met = (bound) => (less ? value <= bound : value >= bound);
    const unit = less ? ' ms' : '';
    return `- ${what}: ${less ? value.toFixed(1) : Math.round(value)}${unit}; must ${must}${unit} ${met(must) ? 'met' : 'MISSED'}, goal ${goal}${unit} ${met(goal) ? 'met' : 'MISSED'}.`;
  };
  return `## Issuing

Badges a second, evidence policy \`none\`, on two cores that also carry PostgreSQL and the clients. ${ROUNDS} interleaved rounds of some seconds each; medians. Load ${loadavg()[0].toFixed(1)} at the end${busy()}. One badge
writes ${rows.map(({ table, each }) => `${each} × ${table}`).join(', ')}. The table of badges holds ${Math.round(bytes).toLocaleString('en')} bytes a badge, indexes included.

| over HTTP, one process | a second | median | 99 of 100 |
|---|---|---|---|
${http('16 clients', 'sixteen')}
${http('16 clients, each request with an Idempotency-Key', 'keyed')}
${http('1 client', 'one')}
${http('a bare Hono route that answers as many bytes, 16 clients', 'hono')}

| without HTTP | a second |
|---|---|
${line('the core, batches of 500, two at a time', 'batches')}
${line('the core, batches of 500, one at a time', 'singly')}
${line('PostgreSQL alone, the same rows: COPY, 500 badges a transaction', 'copy500')}
${line('unnest, 500 badges a transaction', 'unnest500')}
${line('unnest, 16 badges a transaction', 'unnest16')}
${line('unnest, 1 badge a transaction', 'unnest1')}
${line('raw Ed25519, one signature, one core', 'raw')}
${line('@digitalbazaar/vc, signing only, one core', 'library')}

A batch takes ${of('batches', 'cpu').toFixed(2)} ms of the core's processor time for each badge, of ${of('singly', 'cpu').toFixed(2)} ms one at a time.

What was wanted:

${wanted('single badges, 16 clients', rate('sixteen'), 450, 1000)}
${wanted('batches of 500', rate('batches'), 1200, 2000)}
${wanted('median with one client', of('one', 'p50'), 8, 5, true)}
- batches are ${Math.round((rate('batches') / rate('unnest500')) * 100)} % of PostgreSQL's own rate by unnest; goal 40 %.`;
}
