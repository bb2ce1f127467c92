import { script } from 'virtual:check-worker';

let url: string | undefined;

/** Starts a worker from a blob that holds the whole of it: a copy of the page on a disk has no second file. Throws where the browser lets no page start one. */
export function startWorker(): Worker {
  url ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url);
}
