// Issuance jobs over HTTP: a file with a row for each badge is uploaded to the built service, whose own workers issue it. Before and after each file, what
// PostgreSQL alone writes of the same rows is measured, so that a busy machine slows both alike. `--rows N` measures one file of N rows, and keeps nothing;
// `--quick` takes small ones.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '../../apps/issuer/dist/store/database/pool.js';
import { runningLocalPostgres } from '../../packages/local-postgres/dist/index.js';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { processorTime } from './issuing/children.mjs';
import { byUnnest, rowsOfABadge, twins } from './issuing/postgres-rate.mjs';
import { busy, keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const at = process.argv.indexOf('--rows');
const asked = at < 0 ? null : Number(process.argv[at + 1]);
const quick = process.argv.includes('--quick');
const SIZES = asked !== null ? [asked] : quick ? [1_000, 1_000] : [1_000, 10_000, 10_000, 10_000, 100_000, 100_000];
/** Milliseconds in which PostgreSQL alone writes, before and after each file. */
const MS = quick ? 500 : 4000;

/** A table of people, some lines at a time. */
function table(rows, round) {
  let row = 0;
  return new ReadableStream({
    pull(controller) {
      if (row === 0) controller.enqueue(new TextEncoder().encode('email,name\n'));
      let text = '';
      for (let n = 0; n < 1000 && row < rows; n += 1, row += 1) text += `learner-${round}-${row}@learners.example,Learner ${row}\n`;
      if (text !== '') controller.enqueue(new TextEncoder().encode(text));
      if (row === rows) controller.close();
    },
  });
}

/** Megabytes of a process, as the system counts them. */
const memoryOf = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
const own = mkdtempSync(join(tmpdir(), 'proofmark-bench-memory-'));
const live = join(own, 'live');
const preload = new URL('issuing/live-memory.mjs', import.meta.url).href;
const settings = { NODE_OPTIONS: `--import=${preload}`, BENCH_LIVE_MEMORY: live };
/** Megabytes that the main thread of the service holds once its garbage is collected. */
async function liveMemoryOf(pid) {
  rmSync(live, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; !existsSync(live); tries += 1) {
    if (tries > 600) throw new Error('the service did not say how much memory it holds');
    await pause(50);
  }
  return Number(readFileSync(live, 'utf8'));
}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await withBenchIssuer(async ({ folder, base, pid, issuer, achievement, headers }) => {
  const get = async (path) => (await fetch(`${base}${path}`, { headers })).json();
  /** Uploads a file and waits until all its rows are badges; `looks` at what is held in its middle. */
  async function job(rows, round, looks) {
    const [begun, spent] = [performance.now(), processorTime(pid)];
    const answer = await fetch(`${base}/v1/issuance-jobs?achievement=${achievement.id}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: table(rows, round),
      duplex: 'half',
    });
    if (answer.status !== 202) throw new Error(`the upload was answered with ${answer.status}: ${await answer.text()}`);
    const { id } = await answer.json();
    const accepted = performance.now();
    let [first, memory, held, seen] = [null, 0, null, null];
    do {
      await pause(first === null ? 50 : 500);
      seen = await get(`/v1/issuance-jobs/${id}`);
      if (first === null && seen.rows.done > 0) first = performance.now();
      memory = Math.max(memory, memoryOf(pid));
      if (looks && held === null && seen.rows.done >= rows / 2) held = await liveMemoryOf(pid);
    } while (seen.state === 'reading' || seen.state === 'running');
    const ended = performance.now();
    if (seen.rows.done !== rows) throw new Error(`of ${rows} rows ${JSON.stringify(seen)} came`);
    const whole = ended - accepted;
    const processor = spent === null ? null : (processorTime(pid) - spent) / rows;
    const times = { upload: accepted - begun, first: (first ?? ended) - accepted, whole };
    return { rows, ...times, memory, held, rate: (rows * 1000) / whole, processor };
  }

  const pool = createPool(runningLocalPostgres(folder, 'proofmark'), { max: 2 });
  const written = await rowsOfABadge(pool, (count) => job(count, 'sample', false), quick ? 200 : 1000);
  const samples = await twins(pool, written, issuer.id);
  const client = await pool.connect();
  const alone = async () => {
    const begun = performance.now();
    let badges = 0;
    for (; performance.now() < begun + MS; badges += 500) await byUnnest(client, samples, 500);
    return (badges * 1000) / (performance.now() - begun);
  };
  const found = [];
  let before = await alone();
  for (const [round, rows] of SIZES.entries()) {
    const one = await job(rows, round, SIZES.indexOf(rows) === round);
    const after = await alone();
    found.push({ ...one, alone: (before + after) / 2 });
    before = after;
    console.error(JSON.stringify(found.at(-1)));
  }
  client.release();
  await pool.end();
  const text = report(found, written);
  console.log(text);
  if (!quick && asked === null) keep('jobs', text);
}, settings);
rmSync(own, { recursive: true });

function report(found, written) {
  const sizes = [...new Set(found.map(({ rows }) => rows))];
  const of = (rows, value) => median(found.filter((one) => one.rows === rows).map(value));
  const seconds = (rows, name, digits) => `${(of(rows, (one) => one[name]) / 1000).toFixed(digits)} s`;
  const share = (rows) => of(rows, (one) => one.rate / one.alone);
  const line = (rows) => {
    const processor = of(rows, (one) => one.processor);
    const cells = [
      rows.toLocaleString('en'),
      seconds(rows, 'upload', 1),
      seconds(rows, 'first', 2),
      seconds(rows, 'whole', 1),
      Math.round(of(rows, (one) => one.rate)).toLocaleString('en'),
      Math.round(of(rows, (one) => one.alone)).toLocaleString('en'),
      `${Math.round(share(rows) * 100)} %`,
      processor === null ? '?' : `${processor.toFixed(2)} ms`,
      `${Math.round(of(rows, (one) => one.memory))} MB`,
      `${Math.round(found.find((one) => one.rows === rows).held)} MB`,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const met = (held) => (held ? 'met' : 'MISSED');
  const wanted = (rows) => {
    const rate = of(rows, (one) => one.rate);
    const whose = `a file of ${rows.toLocaleString('en')} rows: ${Math.round(rate)} durable badges a second`;
    return `- ${whose}; must 1200 ${met(rate >= 1200)}, goal 2000 ${met(rate >= 2000)}; ${Math.round(share(rows) * 100)} % of PostgreSQL's own rate, goal 40 % ${met(share(rows) >= 0.4)}.`;
  };
  const large = sizes.filter((rows) => rows >= 10_000);
  return `## Issuance jobs

${cpus().length} × ${cpus()[0]?.model}, which also carry PostgreSQL and the client; load ${loadavg()[0].toFixed(1)} at the end${busy()}. CSV with two columns, no evidence, one service of one process, jobs one after the other:
${found.map(({ rows }) => rows.toLocaleString('en')).join(', ')} rows; of files of one size the median. Before and after each, PostgreSQL alone writes the rows of badges by \`unnest\`, 500 badges a transaction, for ${MS / 1000} s; the share is that of the job's rate in the mean of both.
One badge of a job writes ${written.map(({ table: name, each }) => `${each} × ${name}`).join(', ')}; the row of its chunk and those of the queue, some for each 500 badges, are left out. Processor time is that of the service's process, upload and
reading included. Memory is the most that this process had; held is what its main thread still had in the middle of the first file of a size, after its garbage was collected.

| rows | upload | first result after 202 | all after 202 | a second | PostgreSQL alone | share | processor time each | memory | held |
|---|---|---|---|---|---|---|---|---|---|
${sizes.map(line).join('\n')}

What was wanted:

${(large.length > 0 ? large : sizes).map(wanted).join('\n')}
- first result within 2 s after 202: ${met(found.every(({ first }) => first < 2000))}, at most ${(Math.max(...found.map(({ first }) => first)) / 1000).toFixed(2)} s.`;
}
