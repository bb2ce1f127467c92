import { expect, it } from 'vitest';
import { captureEvidence } from './capture-evidence.js';

const page = (n: number) => ({
  item: {
    finding: {
      url: `https://work.example/${n}`,
      mediaType: 'text/html',
      pinned: false,
      git: null,
      kept: [],
      problems: [],
      reason: 'live-page',
    },
    others: [],
  },
  body: null,
});

it('copies no further pages once their time is over, also when the clock is set back by a day meanwhile', async () => {
  let [now, ticks, copied] = [Date.parse('2026-11-29T12:00:00Z'), 0, 0];
  const capture = async () => {
    copied += 1;
    now -= 24 * 3_600_000;
    ticks += 25_000;
    return { ok: true, bytes: new Uint8Array(1), notes: [] };
  };
  const deps = { clock: { now: () => new Date(now) }, local: false, sources: { pages: { capture } } };
  const { items } = await captureEvidence(
    deps as never,
    [1, 2, 3, 4].map(page) as never,
    'https://badges.example/credentials/1',
    () => ticks,
  );
  expect(copied).toBe(2);
  expect(items.map(({ finding }) => finding.kept.map(({ state }) => state))).toEqual([['kept'], ['kept'], ['failed'], ['failed']]);
});
