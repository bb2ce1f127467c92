import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { NewBadge } from './batch/batch.js';

// A tenant that takes all it can get, beside a quiet one with one request at a time. Counted in requests, since a clock says little on a busy machine.

let issuing: Issuing;
let [greedy, quiet]: Tenant[] = [];
beforeAll(async () => {
  issuing = await startIssuing();
  [greedy, quiet] = [await makeTenant(issuing, 'greedy'), await makeTenant(issuing, 'quiet')];
  await issue(quiet);
});
afterAll(() => issuing.close());

let people = 0;
async function issue(tenant: Tenant | undefined): Promise<void> {
  people += 1;
  const { actor, achievement } = tenant as Tenant;
  const input = { achievementId: achievement.id, body: { recipient: { email: `person-${people}@example.org` } }, idempotencyKey: null };
  good(await issuing.useCases.issueCredential({ actor, input }));
}
/** How many requests the quiet tenant gets answered, one after the other, until `work` ends. */
async function answeredBeside(work: () => Promise<unknown>): Promise<number> {
  let ended = false;
  const working = work().finally(() => {
    ended = true;
  });
  let answered = 0;
  for (; !ended; answered += 1) await issue(quiet);
  await working;
  return answered;
}

describe('a tenant with one request at a time', () => {
  it('is answered again and again beside one with 64 requests at a time', async () => {
    let left = 640;
    const client = async (): Promise<void> => {
      for (; left > 0; ) {
        left -= 1;
        await issue(greedy);
      }
    };
    // One for each 64 would be its turn among those who wait.
    expect(await answeredBeside(() => Promise.all(Array.from({ length: 64 }, client)))).toBeGreaterThanOrEqual(6);
  });

  it('is answered again and again beside one that issues batches of five hundred', async () => {
    const { actor, achievement, issuer } = greedy as Tenant;
    const batch = async (): Promise<readonly NewBadge[]> => {
      const badges: NewBadge[] = [];
      for (let n = 0; n < 500; n += 1) {
        people += 1;
        const parts = good(
          await issuing.useCases.prepareBadge(achievement, { recipient: { email: `person-${people}@example.org` } }, null),
        );
        badges.push({ actor, parts, claim: null, renewal: null });
      }
      return badges;
    };
    const batches = [await batch(), await batch(), await batch(), await batch()];
    const answered = await answeredBeside(() => Promise.all(batches.map((badges) => issuing.useCases.issueBatch(issuer.id, badges))));
    expect(answered).toBeGreaterThanOrEqual(12);
  });

  it('waits for no more than some of the badges that another looks for to revoke', async () => {
    const { store } = issuing.foundation;
    const asked: number[] = [];
    const find: typeof store.standings.find = (issuerId, ids) => {
      asked.push(ids.length);
      return store.standings.find(issuerId, ids);
    };
    const cases = issuing.with({ store: { ...store, standings: { ...store.standings, find } } });
    const credentials = Array.from({ length: 5000 }, (_, n) => ({ id: `0193a7c2-0000-7000-8000-${String(n).padStart(12, '0')}` }));
    const { actor } = greedy as Tenant;
    const rows = good(await cases.revokeCredentials({ actor, input: { credentials, reason: 'withdrawn' } }));
    expect(new Set(rows.map(({ result }) => result))).toEqual(new Set(['refused']));
    expect(asked).toEqual([2000, 2000, 1000]);
  });
});
