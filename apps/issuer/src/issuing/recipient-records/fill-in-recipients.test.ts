import type { Recipient } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);

async function issue({ actor, achievement }: Tenant, recipient: Recipient) {
  const input = { achievementId: achievement.id, body: { recipient }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor, input })).credential;
}

/** Makes the badges of an issuer look as a release issued them that had no rows of recipients. */
async function forget({ issuer }: Tenant): Promise<void> {
  await issuing.database.pool.query('UPDATE credential SET recipient_id = NULL WHERE issuer_id = $1', [issuer.id]);
  await issuing.database.pool.query('DELETE FROM recipient WHERE issuer_id = $1', [issuer.id]);
}

const page = { limit: 100, after: null, order: 'oldest' } as const;
const everybody = { issuerId: null, externalId: null, email: null, name: null, page };
const people = async ({ actor }: Tenant, filter: Partial<typeof everybody> | { readonly email: string } | { readonly name: string } = {}) =>
  good(await issuing.useCases.listRecipients({ actor, input: { ...everybody, ...filter } }));
const ownerOf = async ({ issuer }: Tenant, id: string) => (await issuing.store.credentials.find(issuer.id, id))?.recipient;

describe('badges of before recipients were rows', () => {
  it('get their recipients: one for each address or DID, by the last name, since the first badge', async () => {
    const acme = await tenant();
    const first = await issue(acme, { email: 'ada@example.org', name: 'Ada Byron' });
    const second = await issue(acme, { email: 'Ada@example.org', name: 'Ada Lovelace' });
    const third = await issue(acme, { email: 'ada@example.org' });
    const other = await issue(acme, { did: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const found = await people(acme);
    expect(found.map(({ name, email }) => [name, email])).toEqual([
      ['Ada Lovelace', null],
      [null, null],
    ]);
    expect(found[0]?.createdAt).toEqual(first.createdAt);
    for (const badge of [first, second, third]) expect((await ownerOf(acme, badge.id))?.id).toBe(found[0]?.id);
    expect((await ownerOf(acme, other.id))?.id).toBe(found[1]?.id);
    expect((await people(acme, { email: 'ADA@example.org' })).map(({ id }) => id)).toEqual([found[0]?.id]);
    expect((await people(acme, { name: 'lovel' })).map(({ id }) => id)).toEqual([found[0]?.id]);
  });

  it('are met again by the next badge of the same person, which brings the address', async () => {
    const acme = await tenant();
    await issue(acme, { email: 'ada@example.org', name: 'Ada' });
    await issue(acme, { did: 'did:web:ada.example' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const [ada, other] = await people(acme);
    expect((await issue(acme, { email: 'ada@example.org', name: 'Ada' })).recipient?.id).toBe(ada?.id);
    expect((await issue(acme, { did: 'did:web:ada.example' })).recipient?.id).toBe(other?.id);
    expect((await people(acme)).map(({ id, email }) => [id, email])).toEqual([
      [ada?.id, 'ada@example.org'],
      [other?.id, null],
    ]);
  });

  it('go to whoever has the address by now, and change nothing of them', async () => {
    const acme = await tenant();
    const old = await issue(acme, { email: 'ada@example.org', name: 'Ada Byron' });
    await forget(acme);
    const { recipient } = await issue(acme, { email: 'ada@example.org', name: 'Ada King', externalId: 'S-1' });
    await issuing.useCases.fillInRecipients();
    expect(await ownerOf(acme, old.id)).toEqual(recipient);
    expect(await people(acme)).toMatchObject([{ id: recipient?.id, name: 'Ada King', email: 'ada@example.org' }]);
  });

  it('are filled in for every issuer by itself, in batches, by several processes at once, but the erased ones', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const badges = [];
    for (let n = 0; n < 210; n += 1) badges.push(await issue(acme, { email: `p${n % 30}@example.org` }));
    await issue(globex, { email: 'p1@example.org' });
    const erased = badges.pop();
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased?.id ?? '' } });
    await forget(acme);
    await forget(globex);
    await Promise.all([issuing.useCases.fillInRecipients(), issuing.with({}).fillInRecipients()]);
    await issuing.useCases.fillInRecipients();
    expect((await people(acme)).length).toBe(30);
    expect((await people(globex)).length).toBe(1);
    const { rows } = await issuing.database.pool.query('SELECT id FROM credential WHERE recipient_id IS NULL AND issuer_id = $1', [
      acme.issuer.id,
    ]);
    expect(rows.map(({ id }) => id)).toEqual([erased?.id]);
    expect(await issuing.store.withoutRecipient.nextIssuer()).toBeNull();
  });

  it('can be erased as a person', async () => {
    const acme = await tenant();
    const badge = await issue(acme, { email: 'ada@example.org', name: 'Ada' });
    await forget(acme);
    await issuing.useCases.fillInRecipients();
    const [ada] = await people(acme);
    good(await issuing.useCases.eraseRecipient({ actor: acme.actor, input: { issuerId: null, recipientId: ada?.id ?? '' } }));
    expect((await issuing.store.credentials.find(acme.issuer.id, badge.id))?.erasedAt).not.toBeNull();
    expect(await people(acme)).toEqual([]);
  });
});
