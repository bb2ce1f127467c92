// Loaded into the service before its own code: on SIGUSR2 it collects the garbage of its main thread, and writes into a file how many megabytes are left.
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_LIVE_MEMORY;
if (isMainThread && file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.new`, String((heapUsed + external) / 2 ** 20));
    renameSync(`${file}.new`, file);
  });
}
