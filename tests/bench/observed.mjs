// What metrics and traces cost: the same load on a service without both, on one whose `/metrics` is read every second, and on one that makes a span of each
// request as well. In each round one after the other. `--quick` takes one short round and keeps nothing.
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { withBenchIssuer } from './issuing/bench-issuer.mjs';
import { child, post, processorTime } from './issuing/children.mjs';
import { busy, keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 7;
const MS = quick ? 500 : 3000;
const SCRAPE = quick ? 200 : 1000;
const BODY = JSON.stringify({ recipient: { email: '{n}@learners.example', name: 'Ada Lovelace' } });

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const sink = await child('trace-sink.mjs');
const metrics = async () => ({ METRICS_PORT: String(await freePort()) });
const OBSERVED = {
  none: {},
  metrics: await metrics(),
  traces: { ...(await metrics()), OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${sink.said.port}` },
};

/** Spans are sent every five seconds. */
const allSent = () => new Promise((resolve) => setTimeout(resolve, 6000));

/** Has all services at once, each of which is idle while another is measured. */
function withAll(names, services, work) {
  const [name, ...others] = names;
  if (name === undefined) return work(services);
  return withBenchIssuer((service) => withAll(others, { ...services, [name]: service }, work), OBSERVED[name]);
}

await withAll(Object.keys(OBSERVED), {}, async (services) => {
  const clients = await child('clients.mjs');
  const badges = {};
  for (const [name, { base, key, address }] of Object.entries(services)) {
    const { url } = await post(base, key, address, { recipient: { email: 'reader@learners.example' } });
    badges[name] = new URL(url).pathname;
  }
  const read = (name, ms) =>
    clients.ask({
      url: services[name].base,
      paths: [badges[name]],
      method: 'GET',
      headers: { accept: 'application/json' },
      clients: 16,
      ms,
    });
  const issue = (name, ms) => {
    const { base, address, headers } = services[name];
    return clients.ask({ url: `${base}${address}`, method: 'POST', headers, body: BODY, clients: 16, ms });
  };
  const LOADS = { read, issue };
  const found = Object.fromEntries(Object.keys(LOADS).map((load) => [load, Object.fromEntries(Object.keys(OBSERVED).map((n) => [n, []]))]));
  for (const name of Object.keys(OBSERVED)) for (const load of Object.values(LOADS)) await load(name, MS);
  await allSent();
  await sink.ask('spans');
  let asked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [load, measure] of Object.entries(LOADS)) {
      for (const name of Object.keys(OBSERVED)) {
        const one = await scraped(OBSERVED[name].METRICS_PORT, services[name].pid, () => measure(name, MS));
        found[load][name].push(one);
        if (name === 'traces') asked += one.count;
      }
    }
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  await allSent();
  const spans = await sink.ask('spans');
  clients.end();
  const text = report(found, { spans, asked });
  console.log(text);
  if (!quick) keep('observed', text);
});
sink.end();

/** What a load found, with the processor time of the process for each answer, while its metrics are read. */
async function scraped(port, pid, measure) {
  const scrape = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await answer.text();
    if (!answer.ok || !text.includes('proofmark_http_requests_total')) throw new Error(`/metrics answered ${answer.status}`);
  };
  const scrapes = [];
  const timer = port === undefined ? null : setInterval(() => scrapes.push(scrape()), SCRAPE);
  const before = processorTime(pid);
  const answer = await measure();
  clearInterval(timer);
  await Promise.all(scrapes);
  const count = Object.values(answer.statuses).reduce((sum, one) => sum + one, 0);
  const other = Object.keys(answer.statuses).filter((status) => status !== '200' && status !== '201');
  if (other.length > 0) throw new Error(`some requests were answered with ${other.join(', ')}`);
  return { ...answer, count, each: (processorTime(pid) - before) / count };
}

function report(found, { spans, asked }) {
  const line = (what, load, name) => {
    const all = found[load][name];
    const of = (member) => median(all.map((one) => one[member]));
    const ratio = (member) => median(all.map((one, at) => one[member] / found[load].none[at][member]));
    const share = name === 'none' ? '' : `${Math.round(ratio('rate') * 100)} %`;
    const more = name === 'none' ? '' : `${ratio('each') >= 1 ? '+' : ''}${Math.round((ratio('each') - 1) * 100)} %`;
    return `| ${what} | ${Math.round(of('rate')).toLocaleString('en')} | ${share} | ${of('p99').toFixed(1)} ms | ${of('each').toFixed(2)} ms | ${more} |`;
  };
  return `## Metrics and traces

${cpus().length} × ${cpus()[0]?.model}, which also carry PostgreSQL, the clients and what reads metrics and takes spans; load ${loadavg()[0].toFixed(1)} at the end${busy()}. Three services side by side: one without both, one whose \`/metrics\` is read ${quick ? 'five times' : 'once'} a second,
and one that makes a span of each request as well, and sends it with the usual settings (OTEL_BSP_*). 16 clients, ${ROUNDS} interleaved rounds of ${MS / 1000} s each; medians, of the ratios those within each round. Processor time is that of the process for one answer.

| | a second | share | 99 of 100 | processor time each | more |
|---|---|---|---|---|---|
${line('badge as JSON, without both', 'read', 'none')}
${line('with metrics', 'read', 'metrics')}
${line('with metrics and traces', 'read', 'traces')}
${line('single badges issued, without both', 'issue', 'none')}
${line('with metrics', 'issue', 'metrics')}
${line('with metrics and traces', 'issue', 'traces')}

Of ${asked.toLocaleString('en')} requests, ${Math.round((100 * spans) / asked)} % came as spans; the others were dropped by OpenTelemetry's queue, which is bounded. Where traces are made, documents that are kept in memory go through all of the service, so that each read gets its span.`;
}
