import type { Json, JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, LIST, STATUS, signed, statusList, token, unsigned } from './fixtures/badges.fixture.js';

/** Every way to change one value somewhere: text longer, members and items left out. */
function* changes(value: Json): Generator<Json> {
  if (typeof value === 'string') yield `${value}x`;
  else if (Array.isArray(value)) {
    const items = value as readonly Json[];
    for (const [index, item] of items.entries()) {
      yield items.filter((_, at) => at !== index);
      for (const changed of changes(item)) yield items.map((old, at) => (at === index ? changed : old));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value as JsonObject)) {
      yield Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      for (const changed of changes(item ?? null)) yield { ...(value as JsonObject), [key]: changed };
    }
  }
}

describe('a badge with one change', () => {
  it('is never genuine, whatever was changed in it or in its proof', async () => {
    const badge = await signed(unsigned({ credentialStatus: STATUS, validUntil: '2028-01-01T00:00:00Z' }));
    const world = { [LIST]: await statusList() };
    expect((await check(badge, world)).verdict).toBe('genuine-issuer-unknown');
    let count = 0;
    for (const changed of changes(badge)) {
      const report = await check(changed, world);
      expect([JSON.stringify(changed), report.verdict]).toEqual([JSON.stringify(changed), expect.not.stringMatching(/^genuine/)]);
      count += 1;
    }
    expect(count).toBeGreaterThan(80);
  });

  it('is never genuine as a token, whichever character was changed', async () => {
    const jwt = await token();
    for (let at = 0; at < jwt.length; at += 7) {
      const other = jwt[at] === 'A' ? 'B' : 'A';
      expect((await check(jwt.slice(0, at) + other + jwt.slice(at + 1))).verdict).not.toMatch(/^genuine/);
    }
  });
});

describe('a badge without a proof', () => {
  it('has the code no-proof in every spelling', async () => {
    for (const more of [{}, { proof: [] }]) {
      const report = await check({ ...unsigned(), ...more });
      expect([report.verdict, report.checks.signature]).toMatchObject(['do-not-rely', { code: 'no-proof' }]);
    }
  });
});

describe('a badge that is made to be expensive', () => {
  it('is unfinished, not accused, when it has too many proofs', async () => {
    const badge = await signed();
    const report = await check({ ...badge, proof: Array.from({ length: 21 }, () => badge.proof ?? null) });
    expect([report.verdict, report.checks.signature]).toMatchObject(['unfinished', { outcome: 'unknown', code: 'limit-exceeded' }]);
  });

  it('is unfinished, not accused, when it has too many objects', async () => {
    const evidence = Array.from({ length: 2_500 }, (_, i) => ({ type: ['Evidence'], name: String(i) }));
    const report = await check({ ...(await signed()), evidence });
    expect([report.verdict, report.checks.shape]).toMatchObject(['unfinished', { outcome: 'unknown', code: 'limit-exceeded' }]);
  });

  it('has a bounded number of nested endorsements judged', async () => {
    const layer = async (depth: number, id: string): Promise<JsonObject> =>
      signed(
        unsigned({
          id,
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
          endorsement: depth === 0 ? [] : await Promise.all([1, 2, 3, 4].map((n) => layer(depth - 1, `${id}/${n}`))),
          evidence: [],
        }),
      );
    const count = (reports: readonly { readonly contained: readonly unknown[] }[]): number =>
      reports.reduce((sum, { contained }) => sum + 1 + count(contained as never), 0);
    const report = await check(await layer(3, 'https://badges.example/credentials/1'));
    expect(count(report.contained)).toBeLessThanOrEqual(25);
  });
});
