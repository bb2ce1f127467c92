import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryKeyStore } from '../../keys/memory-key-store.fixture.js';
import { allPages, good, type Issuing, startIssuing } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

const HOUR = 3_600_000;
let issuing: Issuing;
let issuerId: string;
let now: Date;
const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};

beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(() => {
  now = new Date();
});

describe('a start over a key store that keeps keys itself', () => {
  const kms = memoryKeyStore();
  const overKms = (): UseCases => issuing.with({ keys: kms, clock: { now: () => now } });
  const ids = async (): Promise<readonly string[]> => (await allPages(kms.held())).map(({ id }) => id);
  beforeAll(async () => {
    now = new Date();
    issuerId = good(await overKms().createIssuer({ actor: issuing.admin, input: { slug: 'kms', name: 'KMS' } })).id;
  });

  it('destroys a new key that no database knows, an hour after it was made, and no other unknown key', async () => {
    const [orphan, kept] = [await kms.create(issuerId, 'Ed25519'), await kms.create(issuerId, 'Ed25519')];
    await kms.keep({ issuerId: issuerId, id: kept.id });
    await overKms().tidyKeys();
    expect(await ids()).toEqual(expect.arrayContaining([orphan.id, kept.id]));
    later(HOUR + 1000);
    await overKms().tidyKeys();
    expect(await ids()).not.toContain(orphan.id);
    expect(await ids()).toContain(kept.id);
  });

  it('keeps the keys that the database knows', async () => {
    const killed = issuing.with({ keys: { ...kms, keep: () => Promise.reject(new Error('killed')) }, clock: { now: () => now } });
    await expect(killed.createIssuer({ actor: issuing.admin, input: { slug: 'cut', name: 'Cut' } })).rejects.toThrow('killed');
    later(2 * HOUR);
    await overKms().tidyKeys();
    const { rows } = await issuing.database.pool.query(
      "SELECT k.id FROM signing_key k JOIN issuer i ON i.id = k.issuer_id WHERE i.slug = 'cut' ORDER BY 1",
    );
    const cut = (await allPages(kms.held())).filter(({ id }) => rows.some((row) => row.id === id));
    expect(cut.map(({ newSince }) => newSince)).toEqual([null, null]);
  });

  it('destroys the private half of a key that was retired and not destroyed', async () => {
    const killed = issuing.with({ keys: { ...kms, destroy: () => Promise.reject(new Error('killed')) }, clock: { now: () => now } });
    const old = await issuing.store.signingKeys.active(issuerId, 'Ed25519');
    await expect(killed.rotateSigningKey({ actor: issuing.admin, input: { issuerId, algorithm: 'Ed25519' } })).rejects.toThrow('killed');
    expect(await ids()).toContain(old?.id);
    await overKms().tidyKeys();
    expect(await ids()).not.toContain(old?.id);
  });

  it('destroys nothing when the database knows none of the keys: it may be the wrong one', async () => {
    const other = await startIssuing({ keys: kms });
    const before = await ids();
    later(HOUR + 1000);
    await other.with({ clock: { now: () => now } }).tidyKeys();
    expect(await ids()).toEqual(before);
    await other.close();
  });
});
