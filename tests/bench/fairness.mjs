// How long a tenant with one request at a time waits, alone and beside a tenant that takes all it can get: 64 clients with single requests, a job of
// very many rows, bulk revocations. In each round one after the other. `--quick` takes one short round and keeps nothing.
import { loadavg } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { createPool } from '../../apps/issuer/dist/store/database/pool.js';
import { runningLocalPostgres } from '../../packages/local-postgres/dist/index.js';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { post } from './issuing/children.mjs';
import { copyBadge } from './issuing/copy-badge.mjs';
import { busy, keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;
const MS = quick ? 3000 : 6000;
/** Badges of one request to revoke: the most that a request may name. */
const BULK = 20_000;
/** Rows of a job: more than are issued in one round. */
const ROWS = 40_000;
const WANTED = 200;
const BODY = JSON.stringify({ recipient: { email: '{n}@learners.example', name: 'Ada Lovelace' } });

await withBenchIssuer(async ({ folder, base, started, issuerOf, ...quiet }) => {
  const [clients, crowd] = [await started('clients.mjs'), await started('clients.mjs')];
  const issue = (by, tenant, more) =>
    by.ask({ url: `${base}${tenant.address}`, method: 'POST', headers: tenant.headers, body: BODY, ms: MS, ...more });
  const one = () => issue(clients, quiet, { clients: 1 });
  const greedy = await issuerOf('greedy');
  await Promise.all([issue(crowd, greedy, { clients: 16, ms: 2000 }), one()]);

  const pool = createPool(runningLocalPostgres(folder, 'proofmark'), { max: 2 });
  let [revoked, jobRows] = [0, 0];
  /** What the withdrawals of one round need, made before its clock runs. */
  const badges = await revocable(pool, base, issuerOf, ROUNDS);
  const revoke = async (round, going) => {
    const { headers, ids } = badges[round];
    for (let at = 0; at < ids.length && going(); at += BULK) {
      const credentials = ids.slice(at, at + BULK).map((id) => ({ id }));
      const body = JSON.stringify({ credentials, reason: 'The course was withdrawn.', confirm: 'revoke' });
      const answer = await fetch(`${base}/v1/credentials/revoke`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`the revocation was answered with ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
      revoked += credentials.length;
    }
  };
  const order = async () => {
    const lines = Array.from({ length: ROWS }, (_, n) => `job-${n}@learners.example,Ada Lovelace`);
    const headers = { ...greedy.headers, 'content-type': 'text/csv' };
    const answer = await fetch(`${base}/v1/issuance-jobs?achievement=${greedy.achievement.id}&onDuplicate=allow`, {
      method: 'POST',
      headers,
      body: `email,name\n${lines.join('\n')}\n`,
    });
    if (answer.status !== 202) throw new Error(`the job was answered with ${answer.status}: ${await answer.text()}`);
    const { id } = await answer.json();
    return () => post(base, greedy.key, `/v1/issuance-jobs/${id}/cancel`, {});
  };
  const besideJob = async () => {
    const before = await issuedTo(pool, greedy);
    const cancel = await order();
    // The clock begins with the first rows.
    for (let tries = 0; tries < 600 && (await issuedTo(pool, greedy)) === before; tries += 1) await after(100);
    const begun = await issuedTo(pool, greedy);
    const mine = await one();
    jobRows += (await issuedTo(pool, greedy)) - begun;
    await cancel();
    // What was taken before it was cancelled is issued to its end.
    await one();
    return mine;
  };
  const beside = async (work) => {
    let going = true;
    const mine = one().finally(() => {
      going = false;
    });
    const [answer] = await Promise.all([mine, work(() => going)]);
    return answer;
  };
  const MEASURED = {
    alone: () => one(),
    flood: () => beside(() => issue(crowd, greedy, { clients: 64 })),
    job: () => besideJob(),
    bulk: (round) => beside((going) => revoke(round, going)),
  };
  const found = Object.fromEntries(Object.keys(MEASURED).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, measure] of Object.entries(MEASURED)) found[name].push(await measure(round));
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  await pool.end();
  const text = report(found, { revoked, jobRows });
  console.log(text);
  if (!quick) keep('fairness', text);
});

/** For each round an issuer whose badges can be revoked: rows copied from one that was issued. */
async function revocable(pool, base, issuerOf, rounds) {
  const made = [];
  for (let round = 0; round < rounds; round += 1) {
    const tenant = await issuerOf(`bulk-${round}`);
    const { id } = await post(base, tenant.key, tenant.address, { recipient: { email: 'ada@learners.example' } });
    const { rows } = await pool.query('SELECT status_list_id, status_index FROM credential WHERE issuer_id = $1', [tenant.issuer.id]);
    const [{ status_list_id: statusListId, status_index: statusIndex }] = rows;
    const ids = await copyBadge(pool, { issuerId: tenant.issuer.id, id, statusListId, statusIndex }, BULK * 5);
    made.push({ headers: tenant.headers, ids });
  }
  return made;
}

async function issuedTo(pool, { issuer }) {
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1', [issuer.id]);
  return rows[0].n;
}

function report(found, { revoked, jobRows }) {
  const other = Object.values(found).flatMap((all) => all.flatMap(({ statuses }) => Object.keys(statuses)));
  if (other.some((status) => status !== '201')) throw new Error(`some requests were answered with ${[...new Set(other)].join(', ')}`);
  const of = (name, member) => median(found[name].map((one) => one[member]));
  const worst = (name) => Math.max(...found[name].map(({ p99 }) => p99));
  const line = (what, name) =>
    `| ${what} | ${of(name, 'rate').toFixed(0)} | ${of(name, 'p50').toFixed(1)} ms | ${of(name, 'p99').toFixed(1)} ms | ${worst(name).toFixed(1)} ms |`;
  const kept = ['flood', 'job', 'bulk'].every((name) => of(name, 'p99') <= WANTED);
  return `## Fairness

One process, which serves and works, on two cores that also carry PostgreSQL and the clients; load ${loadavg()[0].toFixed(1)} at the end${busy()}. A tenant issues single badges, one request at a time.
${ROUNDS} interleaved rounds of ${MS / 1000} s each.

| beside it | its badges a second | median | 99 of 100, median of the rounds | in the worst round |
|---|---|---|---|---|
${line('nobody', 'alone')}
${line('a tenant with 64 clients that issue single badges', 'flood')}
${line(`a job of another tenant with ${ROWS.toLocaleString('en')} rows`, 'job')}
${line(`a tenant that revokes ${BULK.toLocaleString('en')} badges in each request`, 'bulk')}

${revoked.toLocaleString('en')} badges were revoked meanwhile, ${jobRows.toLocaleString('en')} rows of jobs were issued. Wanted: 99 of 100 of its requests under ${WANTED} ms, ${kept ? 'met' : 'MISSED'}.`;
}
