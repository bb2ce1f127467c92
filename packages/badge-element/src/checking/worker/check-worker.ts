import { webPorts } from '@proofmark/platform/web';
import { type DocumentSource, type Fetched, verify } from '@proofmark/verifying';
import type { FromWorker, StatedDigests, ToWorker } from './messages.js';

// The page fetches, keeps and relays; here is only what takes time. A badge that is made to take long blocks this thread, and no page.
const waiting = new Map<number, (fetched: Fetched) => void>();
const stated = new WeakMap<Uint8Array, StatedDigests>();
let asked = 0;

const say = (message: FromWorker): void => postMessage(message);

const documents: DocumentSource = {
  fetch: (request) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      say({ ask: asked, request });
    }),
};

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('answer' in data) {
    const { answer, fetched, digests } = data;
    if (fetched.ok && digests !== undefined) stated.set(fetched.body, digests);
    waiting.get(answer)?.(fetched);
    waiting.delete(answer);
    return;
  }
  const ports = webPorts({ documents });
  const { crypto } = ports;
  const known = {
    ...crypto,
    verify: (...question: Parameters<typeof crypto.verify>) => crypto.verify(...question),
    digest: (...[algorithm, bytes]: Parameters<typeof crypto.digest>) => stated.get(bytes)?.[algorithm] ?? crypto.digest(algorithm, bytes),
  };
  say({ report: await verify(data.input, { ...ports, crypto: known }, data.policy).catch(() => null) });
});
