import address from './check-worker.ts?worker&url';

let url: string | undefined;

/**
 * Starts a worker from a blob: it then obeys the policy of this page, which lets it load its parts. Throws where the browser lets no page start one.
 */
export function startWorker(): Worker {
  const script = `import ${JSON.stringify(new URL(address, import.meta.url).href)}`;
  url ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url, { type: 'module' });
}
