import type { IssuanceJob } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../api.js';
import { eventsOf } from './event-stream.js';
import { followJob, type JobSource } from './follow-job.js';
import { pause } from './pause.js';

const job = (state: IssuanceJob['state'], done = 0) => ({ state, rows: { done } }) as IssuanceJob;
const ok = (value: IssuanceJob): Answer<IssuanceJob> => ({ ok: true, value });
const streamOf = (...pieces: readonly string[]) => new Blob(pieces.slice()).stream();
const event = (name: string, value: IssuanceJob) => `event: ${name}\nid: 1\ndata: ${JSON.stringify(value)}\n\n`;

/** Follows a job whose looks and streams are these, in their order. */
async function followed(looks: readonly Answer<IssuanceJob>[], streams: readonly (ReadableStream<Uint8Array<ArrayBuffer>> | null)[]) {
  const [told, pauses]: [Answer<IssuanceJob>[], number[]] = [[], []];
  const [reads, opens] = [[...looks], [...streams]];
  const source: JobSource = {
    read: async () => reads.shift() ?? ok(job('ended')),
    events: async () => opens.shift() ?? null,
    pause: async (milliseconds, signal) => {
      // That which waits for the first event of a stream never ends here.
      if (milliseconds === 6000) return pause(60_000, signal);
      pauses.push(milliseconds);
    },
  };
  await followJob(source, new AbortController().signal, (answer) => told.push(answer));
  return { told: told.map((one) => (one.ok ? `${one.value.state} ${one.value.rows.done}` : one.problem)), pauses };
}

describe('a job that is followed', () => {
  it('is told by its events, to its end', async () => {
    const stream = streamOf(event('progress', job('running', 1)), ': still there\n\n', event('end', job('ended', 2)));
    expect(await followed([ok(job('running'))], [stream])).toEqual({ told: ['running 0', 'running 1', 'ended 2'], pauses: [] });
  });

  it('is looked at from time to time where no events come, and where a stream breaks off', async () => {
    const looks = [ok(job('running')), ok(job('running', 5)), ok(job('ended', 6))];
    expect(await followed(looks, [null, streamOf(event('progress', job('running', 5)), 'event: prog')])).toEqual({
      told: ['running 0', 'running 5', 'running 5', 'ended 6'],
      pauses: [2000, 2000],
    });
  });

  it('is asked for ever more seldom while nobody answers, and again at once when somebody does', async () => {
    const away = { ok: false, problem: 'offline' } as const;
    const { told, pauses } = await followed([away, away, away, away, away, ok(job('running')), ok(job('ended'))], []);
    expect([told.length, pauses]).toEqual([7, [4000, 8000, 16_000, 30_000, 30_000, 2000]]);
  });

  it('is asked for no more when it may not be seen', async () => {
    expect((await followed([{ ok: false, problem: 'missing' }], [])).told).toEqual(['missing']);
  });
});

describe('a stream of events', () => {
  it('is read across its pieces, and ends where an event is too long', async () => {
    const read = async (...pieces: string[]) => {
      const found = [];
      for await (const one of eventsOf(streamOf(...pieces))) found.push(one);
      return found;
    };
    expect(await read('event: a\nda', 'ta: 1\r\n\r\n', 'data: 2\ndata: 3\n\n')).toEqual([
      { event: 'a', data: '1' },
      { event: 'message', data: '2\n3' },
    ]);
    expect(await read(`data: ${'x'.repeat(200_000)}`)).toEqual([]);
  });
});
