import type pg from 'pg';
import { expect } from 'vitest';
import { good, type Issuing, makeTenant, type Opening, type Tenant, type TestProcess, testProcess } from '../../issuing/issuing.fixture.js';
import { saveTestKeyring } from '../../keys/keyring.fixture.js';
import { setUp } from '../database/set-up.js';
import type { CredentialRecord } from '../index.js';

/** A service on a server of a drill: what it issued, over all of its lives. */
export interface Drill {
  readonly acme: Tenant;
  readonly first: TestProcess;
  /** Another process of the service, with the same keys. */
  process(pool: pg.Pool, opening?: Opening): TestProcess;
  issue(process: TestProcess, many: number): Promise<readonly CredentialRecord[]>;
  /** Takes places as for badges, which is faster. */
  take(process: TestProcess, many: number): Promise<void>;
  revoke(process: TestProcess, badge: CredentialRecord): Promise<void>;
  /** Fails when two badges that were acknowledged have one place. */
  noPlaceTwice(): void;
}

export async function startDrill(pool: pg.Pool, opening: Opening = {}): Promise<Drill> {
  await setUp(pool);
  const first = testProcess(pool, opening);
  await saveTestKeyring(first.store);
  await first.useCases.ensureFirstAdminKey();
  const [key] = await first.store.apiKeys.list(null, { limit: 1, after: null });
  if (key === undefined) throw new Error('a fresh database has an admin key');
  const issuing = { ...first, admin: { keyId: key.id, issuerId: null, scopes: ['admin'] } } as unknown as Issuing;
  const acme = await makeTenant(issuing, 'acme');
  const { keys, pepper } = first.foundation;
  const places: string[] = [];
  return {
    acme,
    first,
    process: (other, more = {}) => testProcess(other, { keys, pepper, ...more }),
    async issue({ useCases }, many) {
      const badges: CredentialRecord[] = [];
      const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
      while (badges.length < many) badges.push(good(await useCases.issueCredential({ actor: acme.actor, input })).credential);
      places.push(...badges.map(({ statusListId, statusIndex }) => `${statusListId}#${statusIndex}`));
      return badges;
    },
    async take(process, many) {
      const taken = await process.places.take(acme.issuer, many);
      places.push(...taken.map(({ listId, index }) => `${listId}#${index}`));
    },
    async revoke({ useCases }, badge) {
      good(await useCases.revokeCredential({ actor: acme.actor, input: { credentialId: badge.id } }));
    },
    noPlaceTwice() {
      expect(places.length).toBeGreaterThan(0);
      expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    },
  };
}
