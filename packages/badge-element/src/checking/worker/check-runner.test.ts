import type { Report } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import { describe, expect, it, vi } from 'vitest';
import { checkRunner } from './check-runner.js';
import type { FromWorker, ToWorker } from './messages.js';

const POLICY = { at: Date.parse('2026-11-28T12:00:00Z') };
const REPORT = { verdict: 'genuine-issuer-unknown' } as Report;
const documents: DocumentSource = { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) };
const request = { url: 'https://badges.example/did.json', accept: '*/*', maxBytes: 1000, for: 'issuer' } as const;

/** A worker that does what the test says with each message. */
class FakeWorker {
  static started: FakeWorker[] = [];
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = false;
  readonly heard: ToWorker[] = [];
  constructor(readonly react: (message: ToWorker, worker: FakeWorker) => void) {
    FakeWorker.started.push(this);
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }
  postMessage(message: ToWorker): void {
    this.heard.push(message);
    queueMicrotask(() => this.react(message, this));
  }
  terminate(): void {
    this.ended = true;
  }
}

function runner(react: FakeWorker['react'], most = 10_000) {
  FakeWorker.started = [];
  return checkRunner(
    () => undefined,
    () => new FakeWorker(react) as unknown as Worker,
    most,
  );
}

describe('checks in workers', () => {
  it('answer with the report, ask the page for documents, and use a worker again', async () => {
    const checks = runner((message, worker) => worker.say('answer' in message ? { report: REPORT } : { ask: 1, request }));
    expect(await checks.run({ text: '{}' }, POLICY, documents)).toBe(REPORT);
    expect(await checks.run({ text: '{}' }, POLICY, documents)).toBe(REPORT);
    expect(FakeWorker.started).toHaveLength(1);
    expect(FakeWorker.started[0]?.heard[1]).toEqual({
      answer: 1,
      fetched: { ok: false, url: request.url, code: 'unreachable' },
      digests: undefined,
    });
  });

  it('that think for too long are killed, and are unfinished', async () => {
    vi.useFakeTimers();
    try {
      const checks = runner(() => {}, 500);
      const answer = checks.run({ text: '{}' }, POLICY, documents);
      await vi.advanceTimersByTimeAsync(499);
      expect(FakeWorker.started[0]?.ended).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      const report = await answer;
      expect([report?.verdict, report?.because, report?.checks.format]).toEqual([
        'unfinished',
        ['format'],
        { outcome: 'unknown', code: 'too-heavy' },
      ]);
      expect(FakeWorker.started[0]?.ended).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not given up while a host is waited for', async () => {
    vi.useFakeTimers();
    try {
      const slow: DocumentSource = {
        fetch: ({ url }) => new Promise((resolve) => setTimeout(() => resolve({ ok: false, url, code: 'timeout' }), 8000)),
      };
      const checks = runner((message, worker) => worker.say('answer' in message ? { report: REPORT } : { ask: 1, request }), 500);
      const answer = checks.run({ text: '{}' }, POLICY, slow);
      await vi.advanceTimersByTimeAsync(8001);
      expect(await answer).toBe(REPORT);
    } finally {
      vi.useRealTimers();
    }
  });

  it('end when the page has something else to do, or when their worker breaks', async () => {
    const checks = runner(() => {});
    const answer = checks.run({ text: '{}' }, POLICY, documents);
    checks.stop();
    expect([await answer, FakeWorker.started[0]?.ended]).toEqual([null, true]);
    const broken = runner((_, worker) => worker.onerror?.());
    expect(await broken.run({ text: '{}' }, POLICY, documents)).toBeNull();
    const none = checkRunner(
      () => undefined,
      () => {
        throw new Error('no workers here');
      },
    );
    expect(await none.run({ text: '{}' }, POLICY, documents)).toBeNull();
  });
});
