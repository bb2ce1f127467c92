import { afterAll, beforeAll, expect, it } from 'vitest';
import { good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

async function issue({ issueCredential }: Pick<UseCases, 'issueCredential'> = issuing.useCases): Promise<string> {
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await issueCredential({ actor: acme.actor, input })).credential.id;
}

async function list(after: string | null, more: object = {}): Promise<readonly string[]> {
  return good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf(more, after) })).credentials.map(({ id }) => id);
}

it('lists a badge last that was issued after the clock went back, so that who follows the list meets it', async () => {
  const before = [await issue(), await issue()];
  const last = before.at(-1)!;
  const clock = { now: () => new Date(Date.now() - 2 * 3_600_000) };
  const late = await issue(issuing.with({ clock }));
  expect(late < last).toBe(true);
  expect(await list(last)).toEqual([late]);
  expect(await list(null)).toEqual([...before, late]);
  const filters = { achievementId: acme.achievement.id, email: 'ada@example.org' };
  expect(await list(last, filters)).toEqual([late]);
  const after = await issue();
  expect(await list(late)).toEqual([after]);
});

it('lists a badge that was begun earlier and signed later behind those that were ready before', async () => {
  const seen = (await list(null)).at(-1)!;
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { keys } = issuing.foundation;
  let asked: () => void = () => undefined;
  const signing = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const slow = issuing.with({
    keys: {
      ...keys,
      async signer(key) {
        asked();
        await held;
        return keys.signer(key);
      },
    },
  });
  const begun = issue(slow);
  await signing;
  const quick = await issue();
  expect(await list(seen)).toEqual([quick]);
  go();
  const slowly = await begun;
  expect(slowly < quick).toBe(true);
  expect(await list(quick)).toEqual([slowly]);
});
