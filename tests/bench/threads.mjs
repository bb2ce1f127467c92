// The same work in one and in two worker threads: how much of a second core is won.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { CONTENDERS, LIBRARY, OURS } from './contenders.mjs';
import { badge } from './sample.mjs';

const SECONDS = 3;

/** `[{ name, task, one, two }]`: operations a second with one thread and with two. */
export async function threads() {
  const rows = [];
  for (const name of [OURS, LIBRARY]) {
    for (const task of ['sign', 'check']) {
      const one = await together(name, task, 1);
      rows.push({ name, task, one, two: await together(name, task, 2) });
    }
  }
  return rows;
}

async function together(name, task, count) {
  const workers = Array.from({ length: count }, () => new Worker(new URL(import.meta.url), { workerData: { name, task } }));
  await Promise.all(workers.map(said));
  for (const worker of workers) worker.postMessage('go');
  const rates = await Promise.all(workers.map(said));
  await Promise.all(workers.map((worker) => worker.terminate()));
  return rates.reduce((a, b) => a + b, 0);
}

function said(worker) {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread) {
  const { name, task } = workerData;
  const { sign, check } = await CONTENDERS[name]();
  const badges = Array.from({ length: 64 }, (_, number) => badge(number));
  const signed = await Promise.all(badges.map((one) => sign(one)));
  const run = task === 'sign' ? (i) => sign(badges[i % 64]) : (i) => check(signed[i % 64]);
  const runFor = async (milliseconds) => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < milliseconds) await run(count++);
    return (count * 1000) / (performance.now() - start);
  };
  await runFor(1000);
  parentPort.on('message', async () => parentPort.postMessage(await runFor(SECONDS * 1000)));
  parentPort.postMessage('ready');
}
