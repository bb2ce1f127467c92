import { describe, expect, it } from 'vitest';
import { readOverview } from './overview.js';

/** Answers of the API: pages that go on, or that do not. */
const answering = (further: readonly string[]) => async (_: string, path: string) => {
  const next = further.some((one) => path.startsWith(one)) ? 'more' : null;
  return { ok: true as const, value: { data: [{ id: 'school', name: 'Riverside College' }], next } };
};
const overviewOf = async (...further: string[]) => readOverview(answering(further) as Parameters<typeof readOverview>[0]);

describe('the overview', () => {
  it('tells of which things there are more than it counted', async () => {
    for (const what of ['achievements', 'credentials'])
      expect(await overviewOf(what)).toMatchObject({
        numbers: { issuers: [{ more: { achievements: what === 'achievements', badges: what === 'credentials' } }], more: false },
      });
  });

  it('tells that there are more issuers than it shows', async () => {
    expect(await overviewOf('issuers')).toMatchObject({ numbers: { more: true } });
    expect(await overviewOf()).toMatchObject({ numbers: { more: false } });
  });
});
