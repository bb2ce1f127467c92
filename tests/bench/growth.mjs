// What the service takes with ever more badges stored: one service for each number, with a database of its own; in each round one after the other, so
// that a busy machine slows all of them alike. `--quick` takes small numbers and one short round, and keeps nothing.
import { createPool } from '../../apps/issuer/dist/store/database/pool.js';
import { runningLocalPostgres } from '../../packages/local-postgres/dist/index.js';
import { storeBadges } from './growth/stored-badges.mjs';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { post } from './issuing/children.mjs';
import { keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const SIZES = quick ? [500, 2000] : [10_000, 100_000, 1_000_000];
const ROUNDS = quick ? 1 : 5;
const MS = quick ? 200 : 700;
const CLIENTS = 2;
const ISSUED = quick ? 40 : 200;
const READ = 500;

/** Each is asked of all services in turn. Nothing is kept in memory: what is measured is what a read costs that has to ask. */
const MEASURED = {
  'issue a badge': ({ address, headers }) => ({
    url: address,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ recipient: { email: '{n}@learners.example', name: 'Ada Lovelace', externalId: 'new-{n}' } }),
  }),
  'read a badge, JSON': ({ badges }) => ({ paths: badges.map((id) => `/credentials/${id}.json`) }),
  'read a badge, page': ({ badges }) => ({ paths: badges.map((id) => `/credentials/${id}`), headers: { accept: 'text/html' } }),
  'read a status list': ({ list }) => ({ paths: [list] }),
  'list badges, the newest': listed('order=newest'),
  'list badges, the oldest': listed(''),
  'list badges, from the middle': listed('cursor={middle}'),
  'list badges of an achievement': listed('achievement={achievement}'),
  'list badges of a person': listed('externalId={learner}'),
  'list badges by a rare name': listed('q=Lovelace&order=newest'),
  'list badges by a frequent name': listed('q=Kowalski&order=newest'),
  'list withdrawn badges': listed('state=revoked'),
  'list badges of a day': listed('since={since}&until={until}'),
  'search by an address': ({ headers }) => ({
    url: '/v1/credentials/search',
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'known-7@learners.example' }),
  }),
  'list events, from the middle': ({ events, headers }) => ({ paths: [`/v1/events?after=${events}&limit=50`], headers }),
};

function listed(query) {
  return ({ values, headers }) => {
    const text = query.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
    return { paths: [`/v1/credentials?limit=50${text === '' ? '' : `&${text}`}`], headers };
  };
}

await withServices(SIZES, [], async (services) => {
  const found = Object.fromEntries(Object.keys(MEASURED).map((name) => [name, services.map(() => [])]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, load] of Object.entries(MEASURED)) {
      for (const [at, service] of services.entries()) found[name][at].push(await measured(name, service, load(service)));
    }
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  const text = report(found, services);
  console.log(text);
  if (!quick) keep('growth', text);
});

/** The services, each with so many badges stored, while `work` runs. */
async function withServices([size, ...sizes], services, work) {
  if (size === undefined) return work(services);
  const given = { PUBLIC_CACHE: '0' };
  return withBenchIssuer(async (bench) => withServices(sizes, [...services, await filled(bench, size)], work), given);
}

async function filled({ folder, base, adminKey, started, issuer, achievement, headers, address }, size) {
  const begun = performance.now();
  const body = (n) => ({ recipient: { email: `known-${n}@learners.example`, name: 'Ada Lovelace', externalId: `known-${n}` } });
  let last;
  for (let n = 0; n < ISSUED; n += 1) last = await post(base, adminKey, address, body(n));
  for (let n = 0; n < 5; n += 1) {
    const { id } = await post(base, adminKey, address, body(`revoked-${n}`));
    await post(base, adminKey, `/v1/credentials/${id}/revoke`, { reason: 'A mistake.', confirm: 'revoke' });
  }
  const pool = createPool(runningLocalPostgres(folder, 'proofmark'), { max: 2 });
  await storeBadges(pool, issuer.id, size);
  const ids = async (text, ...values) => (await pool.query(text, [issuer.id, ...values])).rows.map((row) => row.id);
  const badges = await ids('SELECT id FROM credential WHERE issuer_id = $1 AND revoked_at IS NULL ORDER BY md5(id::text) LIMIT $2', READ);
  const [middle] = await ids(
    'SELECT id FROM credential WHERE issuer_id = $1 ORDER BY coalesce(tx, position), id OFFSET $2 LIMIT 1',
    Math.floor(size / 2),
  );
  const [events] = await ids(
    'SELECT id FROM api_event WHERE issuer_id = $1 ORDER BY coalesce(tx, seq), n OFFSET $2 LIMIT 1',
    Math.floor(size / 2),
  );
  await pool.end();
  const json = await (await fetch(`${base}/credentials/${last.id}`, { headers: { accept: 'application/json' } })).json();
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const values = { middle: cursorOf(middle), achievement: achievement.id, learner: 'learner-77', since: day(1.08), until: day(1.04) };
  console.error(`filled with ${size.toLocaleString('en')} in ${Math.round((performance.now() - begun) / 1000)} s`);
  const list = new URL(json.credentialStatus.statusListCredential).pathname;
  return {
    size,
    base,
    address,
    headers: { authorization: headers.authorization },
    badges,
    list,
    events,
    values,
    clients: await started('clients.mjs'),
  };
}

/** As `next` of a page names its last badge. */
function cursorOf(id) {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

async function measured(name, { base, clients }, { url = '', ...load }) {
  const answer = await clients.ask({ method: 'GET', clients: CLIENTS, ms: MS, headers: {}, ...load, url: `${base}${url}` });
  const others = Object.keys(answer.statuses).filter((status) => !/^20[01]$/.test(status));
  // What takes longer than a statement may is told, not measured.
  if (others.join() === '503') return Number.POSITIVE_INFINITY;
  if (others.length > 0) throw new Error(`${name}: some requests were answered with ${others.join(', ')}`);
  return answer.p50;
}

function report(found, services) {
  const lines = Object.entries(found).map(([name, times]) => {
    const cells = times.map((of, at) => {
      const ratio = median(of.map((time, round) => time / times[0][round]));
      if (!Number.isFinite(median(of))) return '503';
      return `${median(of).toFixed(1)} ms${at === 0 ? '' : ` · ${ratio.toFixed(2)}`}`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  const sizes = services.map(({ size }) => size.toLocaleString('en'));
  return `## Growth

All badges are those of one issuer, one person each; all but ${ISSUED + 5} are copies of rows that the service wrote (\`tests/bench/growth/stored-badges.mjs\`). Each number has a service and a PostgreSQL of its own, nothing in the memory of documents,
${CLIENTS} clients, pages of 50. ${ROUNDS} interleaved rounds; medians of the median time of one request, and of its ratio to that with ${sizes[0]} in the same round. Wanted: 1.20 at most.

| stored badges | ${sizes.join(' | ')} |
|---|${sizes.map(() => '---|').join('')}
${lines.join('\n')}`;
}
