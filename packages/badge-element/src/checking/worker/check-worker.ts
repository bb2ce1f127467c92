import { webPorts } from '@proofmark/platform/web';
import { type DocumentSource, type Fetched, verify } from '@proofmark/verifying';
import type { FromWorker, RelayedGit, StatedDigests, ToWorker } from './messages.js';

// The page fetches, keeps and relays; here is only what takes time. A badge that is made to take long blocks this thread, and no page.
const waiting = new Map<number, (answer: never) => void>();
const stated = new WeakMap<Uint8Array, StatedDigests>();
let asked = 0;

const say = (message: FromWorker): void => postMessage(message);

const ask = <Answer>(question: (asked: number) => FromWorker): Promise<Answer> =>
  new Promise((resolve: (answer: Answer) => void) => {
    asked += 1;
    waiting.set(asked, resolve);
    say(question(asked));
  });

const documents: DocumentSource = { fetch: (request) => ask<Fetched>((number) => ({ ask: number, request })) };
const git: RelayedGit = {
  read: ({ remotes, place }) => ask<Awaited<ReturnType<RelayedGit['read']>>>((number) => ({ ask: number, repository: { remotes, place } })),
};

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('answer' in data) {
    if ('fetched' in data && data.fetched.ok && data.digests !== undefined) stated.set(data.fetched.body, data.digests);
    waiting.get(data.answer)?.(('fetched' in data ? data.fetched : data.read) as never);
    waiting.delete(data.answer);
    return;
  }
  const ports = webPorts({ documents });
  const { crypto } = ports;
  const known = {
    ...crypto,
    verify: (...question: Parameters<typeof crypto.verify>) => crypto.verify(...question),
    digest: (...[algorithm, bytes]: Parameters<typeof crypto.digest>) => stated.get(bytes)?.[algorithm] ?? crypto.digest(algorithm, bytes),
  };
  say({ report: await verify(data.input, { ...ports, crypto: known, ...(data.git === true && { git }) }, data.policy).catch(() => null) });
});
