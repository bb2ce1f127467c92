// How many public documents a second one process serves, beside a bare Hono route that answers as many bytes. `--quick` takes one short round and
// keeps nothing.
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { post, processorTime } from './issuing/children.mjs';
import { keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;
const MS = quick ? 300 : 2000;
const BADGES = quick ? 5 : 200;

await withBenchIssuer(async ({ base, adminKey, pid, started, address }) => {
  const badges = [];
  for (let n = 0; n < BADGES; n += 1) {
    const recipient = { email: `reader-${n}@learners.example` };
    badges.push(new URL((await post(base, adminKey, address, { recipient })).url).pathname);
  }
  const json = await (await fetch(base + badges[0], { headers: { accept: 'application/json' } })).json();
  const list = new URL(json.credentialStatus.statusListCredential).pathname;
  const DOCUMENTS = {
    'badge as JSON': { paths: badges, headers: { accept: 'application/json' } },
    'page of a badge': { paths: badges, headers: { accept: 'text/html' } },
    'picture of a badge (SVG)': { paths: badges.slice(0, 20).map((path) => `${path}.svg`), headers: {} },
    'status list': { paths: [list], headers: { accept: 'application/json' } },
  };
  const clients = await started('clients.mjs');
  // Once each, so that all rounds find them in memory.
  for (const { paths, headers } of Object.values(DOCUMENTS))
    for (const path of paths) await (await fetch(base + path, { headers })).arrayBuffer();
  const found = {};
  for (const [name, { paths, headers }] of Object.entries(DOCUMENTS)) {
    const answer = await fetch(base + paths[0], { headers });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const bare = await started('bare-hono.mjs', [200, (await answer.arrayBuffer()).byteLength]);
    found[name] = { ours: [], hono: [], bare, paths, headers };
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of Object.values(found)) {
      const load = { method: 'GET', clients: 16, ms: MS };
      one.hono.push(await spent(one.bare.pid, clients.ask({ ...load, url: `http://127.0.0.1:${one.bare.said.port}/`, headers: {} })));
      one.ours.push(await spent(pid, clients.ask({ ...load, url: base, paths: one.paths, headers: one.headers })));
    }
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  const text = report(found);
  console.log(text);
  if (!quick) keep('reads', text);
});

/** What was found, with the processor time that the server took for one answer, in milliseconds. */
async function spent(pid, asked) {
  const before = processorTime(pid);
  const answer = await asked;
  const count = Object.values(answer.statuses).reduce((sum, one) => sum + one, 0);
  return { ...answer, each: (processorTime(pid) - before) / count };
}

function report(found) {
  const lines = Object.entries(found).map(([name, { ours, hono }]) => {
    const statuses = [...ours, ...hono].flatMap((one) => Object.keys(one.statuses)).filter((status) => status !== '200');
    if (statuses.length > 0) throw new Error(`${name}: some requests were answered with ${statuses.join(', ')}`);
    const of = (all, member) => median(all.map((one) => one[member]));
    const share = median(ours.map((one, at) => one.rate / hono[at].rate));
    const p99 = median(ours.map((one, at) => hono[at].p99 / one.p99));
    const processor = median(ours.map((one, at) => hono[at].each / one.each));
    const count = (all) => Math.round(of(all, 'rate')).toLocaleString('en');
    return `| ${name} | ${count(ours)} | ${count(hono)} | ${Math.round(share * 100)} % | ${of(ours, 'p99').toFixed(1)} ms | ${of(hono, 'p99').toFixed(1)} ms | ${Math.round(p99 * 100)} % | ${of(ours, 'each').toFixed(2)} ms | ${of(hono, 'each').toFixed(2)} ms | ${Math.round(processor * 100)} % |`;
  });
  return `## Reading

Documents a second, 16 clients, ${BADGES} badges in turn, one process on two cores that also carry the clients. ${ROUNDS} interleaved rounds; medians, of the ratios those within each round.
Wanted: 60 % of a bare Hono route that answers as many bytes. Processor time is that of the server, which other work on the machine changes least.

| document | a second | bare Hono | share | 99 of 100 | bare Hono | share | processor time each | bare Hono | share |
|---|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}`;
}
