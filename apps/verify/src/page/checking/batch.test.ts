import type { CheckRunner } from '@proofmark/badge-element/check-runner';
import type { Report } from '@proofmark/schemas';
import type { Policy } from '@proofmark/verifying';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import { Batch, type Question } from './batch.js';
import { relayedDocuments } from './relayed-documents.js';

/** A check that waits for its answer. */
interface Waiting {
  readonly badge: string;
  readonly policy: Policy;
  readonly answer: (report: Report | null) => void;
}

/** So many badges, and the checks of them that are under way. */
function checked(count: number, question: Question = {}): { readonly batch: Batch; readonly open: Waiting[]; readonly asked: string[] } {
  const open: Waiting[] = [];
  const asked: string[] = [];
  const checks: CheckRunner = {
    run: (input, policy) =>
      new Promise((resolve) => {
        const badge = 'text' in input ? input.text : '';
        asked.push(badge);
        const one: Waiting = {
          badge,
          policy,
          answer: (report) => {
            open.splice(open.indexOf(one), 1);
            resolve(report);
          },
        };
        open.push(one);
      }),
    stop: () => {
      for (const { answer } of [...open]) answer(null);
    },
  };
  const documents = { fetch: ({ url }: { readonly url: string }) => Promise.resolve({ ok: false, url, code: 'unreachable' } as const) };
  const candidates = Array.from({ length: count }, (_, i) => ({ from: '', input: { text: `badge ${i}` }, meant: true }));
  return { batch: new Batch(candidates, question, relayedDocuments(documents, null), () => undefined, checks), open, asked };
}

const report = reportOf('genuine-issuer-unknown');
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function answerAll(open: readonly Waiting[]): Promise<void> {
  for (let rounds = 0; rounds < 20 && open.length > 0; rounds += 1) {
    for (const { answer } of [...open]) answer(report);
    await turn();
  }
}

/** Runs until all badges are checked. */
async function runAll(batch: Batch, open: readonly Waiting[]): Promise<void> {
  const running = batch.run();
  await turn();
  await answerAll(open);
  await running;
}

const states = ({ rows }: Batch): string => rows.map(({ state }) => state[0]).join('');

describe('badges that are checked a few at a time', () => {
  it('go on where they stopped, also where something else is asked meanwhile', async () => {
    const { batch, open } = checked(7);
    void batch.run();
    await turn();
    open[0]?.answer(report);
    await turn();
    batch.stop();
    expect([states(batch), batch.stopped]).toEqual(['dssssss', true]);
    void batch.run();
    await turn();
    expect(batch.busy).toBe(true);
    const asking = batch.ask({ recipient: 'ada@example.org' });
    await answerAll(open);
    await asking;
    expect([states(batch), batch.stopped, batch.busy]).toEqual(['ddddddd', false, false]);
  });

  it('are checked once each, also where “Go on” is pressed twice', async () => {
    const { batch, open, asked } = checked(7);
    const first = batch.run();
    const second = batch.run();
    await turn();
    await answerAll(open);
    await Promise.all([first, second]);
    expect(asked.toSorted()).toEqual(Array.from({ length: 7 }, (_, i) => `badge ${i}`));
  });

  it('have no answer to a question at which the reader stopped', async () => {
    const { batch, open } = checked(6, { recipient: 'ada@example.org' });
    await runAll(batch, open);
    const eve: Question = { recipient: 'eve@example.org' };
    void batch.ask(eve);
    await turn();
    open[0]?.answer(report);
    await turn();
    batch.stop();
    expect(states(batch)).toBe('dsssss');
    expect(batch.rows.every(({ report: answer, question }) => (answer === null ? question === null : question === eve))).toBe(true);
    const going = batch.run();
    await turn();
    expect(open.every(({ policy }) => policy.recipient === 'eve@example.org')).toBe(true);
    await answerAll(open);
    await going;
    expect([states(batch), batch.stopped]).toEqual(['dddddd', false]);
  });

  it('keep their answers where the reader stops while the work is looked at', async () => {
    const { batch, open } = checked(3);
    await runAll(batch, open);
    void batch.look();
    await turn();
    expect([batch.looking, batch.busy]).toEqual([true, false]);
    batch.stop();
    expect([states(batch), batch.looking, batch.stopped]).toEqual(['ddd', false, false]);
  });

  it('are busy as long as one has no verdict, also while the work of others is looked at', async () => {
    const { batch, open } = checked(2);
    void batch.run();
    await turn();
    open[0]?.answer(report);
    await turn();
    void batch.look();
    await turn();
    expect([batch.looking, batch.busy]).toEqual([true, true]);
  });
});
