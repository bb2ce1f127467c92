import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../../../issuing/issuing.fixture.js';
import type { CredentialFilter } from '../credential-filter.js';
import type { FoundByName } from './list-by-name.js';
import type { PageByName } from './places.js';

let issuing: Issuing;
let acme: Tenant;
/** The badges by what is said of them here. */
const ids = new Map<string, string>();
/** A to Z; of one name the order of ids decides, which is left to the database. */
const ALPHABET = ['Ada', 'José', 'Josef', 'Łukasz', 'zoe', 'Zoë'];
const NOTHING = { achievementId: null, recipientLookups: null, recipientIds: null, namePattern: null };
const all = (): CredentialFilter => ({ ...NOTHING, state: null, claimed: null, since: null, until: null, now: new Date() });

async function issue(what: string, recipient: object): Promise<void> {
  const input = { achievementId: acme.achievement.id, body: { recipient }, idempotencyKey: null };
  ids.set(what, good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential.id);
}

beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  for (const name of ['zoe', 'José', 'Ada', 'Zoë', 'Łukasz', 'Josef']) await issue(name, { externalId: name, name });
  await issue('Ada again', { externalId: 'Ada', name: 'Ada' });
  await issue('nameless', { externalId: 'S-1' });
  for (const what of ['erased', 'erased later']) {
    await issue(what, { externalId: what, name: 'Bert' });
    good(await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: ids.get(what)!, revoke: false } }));
  }
  good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: ids.get('José')! } }));
});
afterAll(() => issuing.close());

const nameOf = (id: string): string => [...ids].find(([, one]) => one === id)?.[0] ?? id;

/** What all pages together list. */
async function listed(order: PageByName['order'], limit: number, more: object = {}): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const input = listOf({ ...more, page: { limit, after, order } });
    const page = good(await issuing.useCases.listCredentials({ actor: acme.actor, input }));
    found.push(...page.credentials.map(({ id }) => nameOf(id)));
    const last = page.credentials.at(-1);
    after = page.credentials.length === limit && last !== undefined ? page.anchorOf!(last) : page.further;
    if (after === null) return found;
  }
}

describe('badges by the names of their recipients', () => {
  it('come A to Z, without regard to accents and case, then those of people without a name, and those of nobody last', async () => {
    const found = await listed('name', 100);
    const named = ['Ada', 'Ada again', ...ALPHABET.slice(1, 4), ...found.slice(5, 7)];
    expect(found).toEqual([...named, 'nameless', 'erased', 'erased later']);
    expect(found.slice(5, 7).sort()).toEqual(['Zoë', 'zoe']);
  });

  it.each([1, 2, 3])('come in pages of %i that neither skip nor repeat, in both directions', async (limit) => {
    const forward = await listed('name', 100);
    expect(await listed('name', limit)).toEqual(forward);
    const backward = [...forward.slice(0, 7).reverse(), 'nameless', 'erased later', 'erased'];
    expect(await listed('name-descending', limit)).toEqual(backward);
  });

  it.each([
    ['a name', { name: 'jos' }, ['José', 'Josef']],
    ['a state', { state: 'revoked' }, ['José']],
    ['a state that only badges of nobody have', { state: 'erased' }, ['erased', 'erased later']],
    ['an external id', { externalId: 'Ada' }, ['Ada', 'Ada again']],
    ['a time', { since: new Date('2020-01-01'), name: 'ada' }, ['Ada', 'Ada again']],
    ['a name and a state', { name: 'jos', state: 'current' }, ['Josef']],
    ['what nobody has', { name: 'zebra' }, []],
  ] as const)('are found by %s', async (_, more, expected) => {
    for (const limit of [1, 100]) {
      expect(await listed('name', limit, more)).toEqual(expected);
      expect(await listed('name-descending', limit, more)).toEqual([...expected].reverse());
    }
  });

  it('are the same whether people are gone through within narrow bounds or few badges are sorted', async () => {
    const { credentials } = issuing.store;
    for (const order of ['name', 'name-descending'] as const)
      for (const state of [null, 'revoked', 'erased'] as const) {
        const filter = { ...all(), state };
        const sorted = (await credentials.sortedByName(acme.issuer.id, filter, { order, limit: 100, after: null }, 100))?.found;
        const walked: string[] = [];
        let pages = 0;
        for (let after: string | null = null; ; pages += 1) {
          const page: FoundByName = (await credentials.walkByName(
            acme.issuer.id,
            filter,
            { order, limit: 100, after },
            { names: 2, people: 1 },
          ))!;
          walked.push(...page.credentials.map(({ id }) => id));
          after = page.reached;
          if (after === null) break;
        }
        expect(walked).toEqual(sorted?.credentials.map(({ id }) => id));
        expect(pages).toBeGreaterThan(1);
        const first = sorted?.credentials[0];
        if (first === undefined) continue;
        const beyond = { order, limit: 100, after: sorted?.anchors.get(first.id) ?? '' };
        const rest = (await credentials.sortedByName(acme.issuer.id, filter, beyond, 100))?.found;
        expect(rest?.credentials.map(({ id }) => id)).toEqual(sorted?.credentials.slice(1).map(({ id }) => id));
      }
    expect(await credentials.sortedByName(acme.issuer.id, all(), { order: 'name', limit: 1, after: null }, 9)).toEqual({ found: null });
  });

  it('say that a page cannot go on after somebody who was renamed or erased meanwhile', async () => {
    await issue('Cora', { externalId: 'C-1', name: 'Cora' });
    await issue('Dora', { externalId: 'D-1', name: 'Dora' });
    const page = good(
      await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf({ page: { limit: 100, after: null, order: 'name' } }) }),
    );
    const anchors = ['Cora', 'Dora'].map((what) => page.anchorOf!(page.credentials.find(({ id }) => id === ids.get(what))!));
    const go = (after: string) =>
      issuing.useCases.listCredentials({ actor: acme.actor, input: listOf({ page: { limit: 1, after, order: 'name' } }) });
    expect((await go(anchors[0]!)).ok).toBe(true);
    await issue('Zora', { externalId: 'C-1', name: 'Zora' });
    good(await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: ids.get('Dora')!, revoke: false } }));
    for (const anchor of anchors)
      expect(await go(anchor)).toMatchObject({ ok: false, refusal: { code: 'invalid-parameter', errors: [{ pointer: '/cursor' }] } });
  });

  it('keep a name of any length and any letters', async () => {
    await issue('long', { externalId: 'L-1', name: 'ﷺ'.repeat(200) });
    expect(await listed('name', 100)).toContain('long');
  });
});
