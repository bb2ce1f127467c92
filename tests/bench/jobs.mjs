// Issuance jobs over HTTP: a file with a row for each badge is uploaded to the built service, whose own workers issue it. `--rows N` measures one file of N rows,
// and keeps nothing; `--quick` takes a small one. Memory is that of the service's process, as the system counts it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { busy, keep } from './results-file.mjs';

const at = process.argv.indexOf('--rows');
const asked = at < 0 ? null : Number(process.argv[at + 1]);
const quick = process.argv.includes('--quick');
const SIZES = asked !== null ? [asked] : quick ? [1_000] : [1_000, 10_000, 100_000];

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

const memoryOf = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
/** Milliseconds of processor time that a process has used, which other work on the machine changes least; null where the system does not say. */
function processorTimeOf(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return null;
  }
}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await withBenchIssuer(async ({ base, pid, achievement, headers }) => {
  const get = async (path) => (await fetch(`${base}${path}`, { headers })).json();
  const found = [];
  for (const [round, rows] of SIZES.entries()) {
    const [begun, spent] = [performance.now(), processorTimeOf(pid)];
    const answer = await fetch(`${base}/v1/issuance-jobs?achievement=${achievement.id}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: table(rows, round),
      duplex: 'half',
    });
    if (answer.status !== 202) throw new Error(`the upload was answered with ${answer.status}: ${await answer.text()}`);
    const { id } = await answer.json();
    const accepted = performance.now();
    let [first, most, job] = [null, 0, null];
    do {
      await pause(first === null ? 50 : 500);
      job = await get(`/v1/issuance-jobs/${id}`);
      if (first === null && job.rows.done > 0) first = performance.now();
      most = Math.max(most, memoryOf(pid));
    } while (job.state === 'reading' || job.state === 'running');
    const ended = performance.now();
    if (job.rows.done !== rows) throw new Error(`of ${rows} rows ${JSON.stringify(job)} came`);
    const one = { rows, upload: accepted - begun, first: (first ?? ended) - accepted, whole: ended - accepted, memory: most };
    const processor = spent === null ? null : (processorTimeOf(pid) - spent) / rows;
    found.push({ ...one, rate: (rows * 1000) / one.whole, processor });
    console.error(JSON.stringify(found.at(-1)));
  }
  const text = report(found);
  console.log(text);
  if (!quick && asked === null) keep('jobs', text);
});

function report(found) {
  const line = ({ rows, upload, first, whole, memory, rate, processor }) =>
    `| ${rows.toLocaleString('en')} | ${(upload / 1000).toFixed(1)} s | ${(first / 1000).toFixed(2)} s | ${(whole / 1000).toFixed(1)} s | ${Math.round(rate)} | ${processor === null ? '?' : processor.toFixed(2)} ms | ${Math.round(memory)} MB |`;
  const last = found.at(-1);
  const met = (held) => (held ? 'met' : 'MISSED');
  return `## Issuance jobs

${cpus().length} × ${cpus()[0]?.model}, which also carry PostgreSQL and the client; load ${loadavg()[0].toFixed(1)} at the end${busy()}. CSV with two columns, no evidence, one service of one process, jobs one after the other.
Memory is the most that the process of the service had; processor time is its own, upload and reading included.

| rows | upload | first result after 202 | all after 202 | a second | processor time each | memory |
|---|---|---|---|---|---|---|
${found.map(line).join('\n')}

What was wanted:

- durable badges a second: ${Math.round(last.rate)}; must 1200 ${met(last.rate >= 1200)}, goal 2000 ${met(last.rate >= 2000)}.
- first result within 2 s after 202: ${met(found.every(({ first }) => first < 2000))}.`;
}
