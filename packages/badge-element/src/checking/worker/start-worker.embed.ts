import { script } from 'virtual:check-worker';

let url: string | undefined;

/**
 * Starts a worker from a blob that holds the whole of it. A browser starts no worker of another origin than the page's; the text came as
 * a part of the script, with its hash. Throws where the browser lets no page start one.
 */
export function startWorker(): Worker {
  url ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url);
}
