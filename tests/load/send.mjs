import { request } from 'node:http';

/**
 * Sends one request and tells what came and how long it took, in milliseconds. `client` is what the trusted proxy header says.
 *
 * @returns {Promise<{ readonly status: number; readonly ms: number; readonly text: string }>} status 0 for a connection that broke
 */
export function send(base, path, client, { body, agent } = {}) {
  const begun = performance.now();
  const headers = { 'x-forwarded-for': client, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return new Promise((resolve) => {
    const done = (status, text) => resolve({ status, ms: performance.now() - begun, text });
    const sent = request(`${base}${path}`, { method: body === undefined ? 'GET' : 'POST', headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => done(answer.statusCode ?? 0, text));
      answer.on('error', () => done(0, ''));
    });
    sent.on('error', () => done(0, ''));
    sent.end(body);
  });
}

/** Of numbers, the one below which so many hundredths of them are. */
export function percentile(numbers, hundredths) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * hundredths) / 100) - 1)] ?? 0;
}
