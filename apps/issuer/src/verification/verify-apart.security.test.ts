import { existsSync } from 'node:fs';
import type { AbortableDocuments } from '@proofmark/platform/node';
import { sampleBadge, slowness } from '@proofmark/testkit';
import type { Fetched, FetchRequest } from '@proofmark/verifying';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { plain, sign } from '../vc-api/vc-api.fixture.js';
import type { Task } from './task.js';
import type { Verifier } from './verifier.js';
import { type ApartOptions, verifyApart } from './verify-apart.js';

// T6: no document holds up the event loop, and each client pays for what it uses.

// The built program of the threads, as the service starts it.
const FILE = new URL('../../dist/verification/thread-entry.js', import.meta.url);
const opened: Verifier[] = [];

beforeAll(() => {
  if (!existsSync(FILE)) throw new Error('Build first: npm run build');
});
afterEach(async () => {
  for (const verifier of opened.splice(0)) await verifier.close();
});

const errors: Error[] = [];
const nothing: AbortableDocuments['fetch'] = async ({ url }) => ({ ok: false, url, code: 'unreachable' });
async function open(fetch = nothing, more: Partial<ApartOptions> = {}): Promise<Verifier> {
  const budget = { capacity: 60_000, perSecond: 1 };
  const options = { documents: { fetch }, threads: 2, memory: 128, budget, onError: (error: Error) => errors.push(error), file: FILE };
  const verifier = verifyApart({ ...options, ...more });
  opened.push(verifier);
  await verifier.ready;
  return verifier;
}

const AT = Date.parse('2027-03-01T12:00:00Z');
function question(verifiableCredential: unknown): Task<'question'> {
  const body = new TextEncoder().encode(JSON.stringify({ verifiableCredential })).buffer as ArrayBuffer;
  return { kind: 'question', question: 'credential', body, contentType: 'application/json', baseUrl: 'http://localhost:3000', at: AT };
}
const ask = (verifier: Verifier, credential: unknown, client = 'a', signal?: AbortSignal) =>
  verifier.run<'question'>(question(credential), { client, signal });

const method = (n: number): string => `did:web:keys-${n}.example#key`;
async function withProofs(count: number, from = 0): Promise<object> {
  const signed = await sign(plain());
  const proof = Array.from({ length: count }, (_, n) => ({ ...(signed.proof as object), verificationMethod: method(from + n) }));
  return { ...signed, proof };
}

/** Some hundred milliseconds of work: a knot of nodes under twenty proofs. */
async function heavy(): Promise<object> {
  const signed = await sign(plain());
  const knot = Array.from({ length: 600 }, (_, n) => ({ id: `urn:n:${n}`, alumniOf: `${n}` }));
  return { ...signed, credentialSubject: knot, proof: Array.from({ length: 20 }, () => signed.proof) };
}

describe('a verification apart', () => {
  it('answers as one in this thread does', async () => {
    const verifier = await open();
    const outcome = await ask(verifier, await sampleBadge());
    expect(outcome).toMatchObject({
      kind: 'done',
      result: { status: 200, body: expect.stringMatching(/"verdict":"genuine-issuer-unknown"/) },
    });
    const report = await verifier.run<'badge'>({ kind: 'badge', input: { json: await sampleBadge() }, at: AT }, { client: 'a' });
    expect(report).toMatchObject({ kind: 'done', result: { verdict: 'genuine-issuer-unknown' } });
    expect(errors).toEqual([]);
  });

  it('asks all hosts of a document together, each address once, and names them in the order of the document', async () => {
    let [waiting, most] = [0, 0];
    const asked: string[] = [];
    const verifier = await open(async (request) => {
      asked.push(request.url);
      most = Math.max(most, ++waiting);
      await new Promise((resolve) => setTimeout(resolve, 20));
      waiting -= 1;
      return nothing(request);
    });
    const outcome = await ask(verifier, await withProofs(10));
    expect([asked.length, most]).toEqual([10, 10]);
    const { report } = JSON.parse((outcome as { result: { body: string } }).result.body) as { report: { contacted: { host: string }[] } };
    expect(report.contacted.map(({ host }) => host)).toEqual(Array.from({ length: 10 }, (_, n) => `keys-${n}.example`));
  });

  it('waits for hosts no longer than its time, and says then what is not known', async () => {
    const never = (_: FetchRequest, signal?: AbortSignal): Promise<Fetched> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ ok: false, url: _.url, code: 'timeout' })));
    const verifier = await open(never, { limits: { processorTime: 2000, time: 2000 } });
    const begun = performance.now();
    const outcome = await ask(verifier, await withProofs(20));
    expect(performance.now() - begun).toBeLessThan(10_000 * slowness());
    expect(outcome).toMatchObject({ kind: 'done', result: { status: 400, body: expect.stringMatching(/"verdict":"unfinished"/) } });
  });

  it('holds no thread while it waits for hosts', async () => {
    const slow = (request: FetchRequest, signal?: AbortSignal): Promise<Fetched> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ ok: false, url: request.url, code: 'timeout' })));
    const verifier = await open(slow);
    const gone = new AbortController();
    const stuck = await Promise.all(Array.from({ length: 12 }, (_, n) => withProofs(2, n * 2)));
    const waiting = stuck.map((credential, n) => ask(verifier, credential, `slow ${n}`, gone.signal));
    expect(await ask(verifier, await sampleBadge(), 'honest')).toMatchObject({ kind: 'done', result: { status: 200 } });
    gone.abort();
    expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(['left']));
  });

  it('gives up what it fetches when its client leaves', async () => {
    const signals: AbortSignal[] = [];
    const verifier = await open((request, signal) => {
      if (signal !== undefined) signals.push(signal);
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ ok: false, url: request.url, code: 'timeout' })));
    });
    const gone = new AbortController();
    const asked = ask(verifier, await withProofs(3), 'a', gone.signal);
    await vi.waitFor(() => expect(signals).toHaveLength(3), 20_000);
    gone.abort();
    expect(await asked).toEqual({ kind: 'left' });
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('is ended by its limit of processor time, which its client pays for, and the next client is answered', async () => {
    const verifier = await open(nothing, { limits: { processorTime: 10, time: 60_000 }, budget: { capacity: 300, perSecond: 0.1 } });
    const credential = await heavy();
    expect(await ask(verifier, credential, 'greedy')).toEqual({ kind: 'limit', limit: 'processor-time' });
    expect(await ask(verifier, credential, 'greedy')).toMatchObject({ kind: 'busy', seconds: expect.any(Number) });
    expect(await verifier.run<'fits'>({ kind: 'fits', form: 'json', body: new TextEncoder().encode('{}') }, { client: 'other' })).toEqual({
      kind: 'done',
      result: true,
    });
  });

  it('turns away what one client asks beyond its room, and nobody else', async () => {
    const verifier = await open(
      (request, signal) =>
        new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ ok: false, url: request.url, code: 'timeout' }))),
    );
    const gone = new AbortController();
    const credential = await withProofs(1);
    const waiting = Array.from({ length: 19 }, () => ask(verifier, credential, 'greedy', gone.signal));
    expect(await ask(verifier, credential, 'greedy')).toMatchObject({ kind: 'busy' });
    expect(await ask(verifier, await sampleBadge(), 'honest')).toMatchObject({ kind: 'done' });
    gone.abort();
    await Promise.all(waiting);
  });
});
