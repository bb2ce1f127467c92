import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing.fixture.js';
import type { KeyStore } from '../../ports.js';
import type { UseCases } from '../../use-cases.js';
import type { NewBadge } from './batch.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

/** A process of which each signature of a badge is counted, and each commit does what `insert` says. */
function watched(insert: (commit: number, store: () => Promise<never>) => Promise<never> = (_, store) => store()) {
  const { store, keys } = issuing.foundation;
  const seen: { signatures: number; commits: string[][]; onFirst(): void } = { signatures: 0, commits: [], onFirst: () => undefined };
  const signer: KeyStore['signer'] = async (...of) => {
    const found = await keys.signer(...of);
    if (typeof found === 'string') return found;
    const sign: typeof found.sign = (data) => {
      if (seen.signatures === 0) seen.onFirst();
      seen.signatures += 1;
      return found.sign(data);
    };
    return { ...found, sign };
  };
  const cases = issuing.with({
    keys: { ...keys, signer },
    store: {
      ...store,
      batches: {
        insert: (batch) => {
          seen.commits.push(batch.rows.map(({ credential }) => credential.id));
          return insert(seen.commits.length, () => store.batches.insert(batch) as Promise<never>);
        },
      },
    },
  });
  return { cases, seen };
}

let people = 0;
async function prepared({ prepareBadge }: Pick<UseCases, 'prepareBadge'>, count: number): Promise<readonly NewBadge[]> {
  const badges: NewBadge[] = [];
  for (let n = 0; n < count; n += 1) {
    people += 1;
    const body = { recipient: { email: `person-${people}@example.org` } };
    badges.push({ actor: acme.actor, parts: good(await prepareBadge(acme.achievement, body, null)), claim: null, renewal: null });
  }
  return badges;
}
const issuedOf = (settled: readonly PromiseSettledResult<unknown>[]) => settled.filter(({ status }) => status === 'fulfilled').length;
const stored = async (badges: readonly NewBadge[]) => {
  const ids = badges.map(({ parts }) => parts.id);
  const { rows } = await issuing.database.pool.query(
    'SELECT count(*)::int AS badges, count(DISTINCT (status_list_id, status_index))::int AS places, count(DISTINCT tx)::int AS commits FROM credential WHERE id = ANY ($1)',
    [ids],
  );
  return rows[0];
};

describe('two batches of one issuer at once', () => {
  it('are made one after the other, and the second while the first is being stored', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { cases, seen } = watched(async (nr, store) => {
      if (nr === 1) await held;
      return store();
    });
    const [first, second] = [await prepared(cases, 40), await prepared(cases, 30)];
    const both = Promise.all([first, second].map((badges) => cases.issueBatch(acme.issuer.id, badges)));
    // Two signatures each: all 70 are signed while the first commit is under way.
    await expect.poll(() => seen.signatures, { interval: 5 }).toBe(140);
    expect(seen.commits).toEqual([first.map(({ parts }) => parts.id)]);
    letGo();
    expect((await both).map(issuedOf)).toEqual([40, 30]);
    expect(seen.commits).toEqual([first, second].map((badges) => badges.map(({ parts }) => parts.id)));
    expect(await stored([...first, ...second])).toEqual({ badges: 70, places: 70, commits: 2 });
  });

  it('do not share their fate: where the first cannot be stored, the second is', async () => {
    const { cases } = watched(async (nr, store) => {
      if (nr === 1) throw new Error('the connection was lost');
      return store();
    });
    const [first, second] = [await prepared(cases, 3), await prepared(cases, 2)];
    const outcomes = await Promise.all([first, second].map((badges) => cases.issueBatch(acme.issuer.id, badges)));
    expect(outcomes.map(issuedOf)).toEqual([0, 2]);
    expect(await stored(first)).toMatchObject({ badges: 0 });
    expect(await stored(second)).toMatchObject({ badges: 2 });
  });

  it('that name the same person under the same external id both find that person', async () => {
    const { cases } = watched();
    const of = async (name: string): Promise<NewBadge> => {
      const body = { recipient: { email: 'ada@example.org', externalId: 'ada', name } };
      return { actor: acme.actor, parts: good(await cases.prepareBadge(acme.achievement, body, null)), claim: null, renewal: null };
    };
    const batches = await Promise.all(['A', 'B', 'C', 'D'].map(async (name) => [await of(name), ...(await prepared(cases, 5))]));
    const outcomes = await Promise.all(batches.map((badges) => cases.issueBatch(acme.issuer.id, badges)));
    expect(outcomes.map(issuedOf)).toEqual([6, 6, 6, 6]);
    const { rows } = await issuing.database.pool.query("SELECT name FROM recipient WHERE external_id = 'ada'");
    expect(rows).toEqual([{ name: 'D' }]);
  });
});

describe('while a batch is made', () => {
  it('other work of the process has its turn again and again', async () => {
    let turns = 0;
    let stored = false;
    const { cases, seen } = watched((_, store) => {
      stored = true;
      return store();
    });
    const count = (): void => {
      if (stored) return;
      turns += 1;
      setImmediate(count);
    };
    seen.onFirst = count;
    const badges = await prepared(cases, 200);
    expect(issuedOf(await cases.issueBatch(acme.issuer.id, badges))).toBe(200);
    expect(turns).toBeGreaterThan(10);
  });
});
