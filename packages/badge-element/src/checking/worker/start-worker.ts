/** Starts a worker from its file, as bundlers of host pages know how to build one. Throws where the browser lets no page start one. */
export function startWorker(): Worker {
  return new Worker(new URL('./check-worker.js', import.meta.url), { type: 'module' });
}
