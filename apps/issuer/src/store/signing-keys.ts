import { type Kysely, sql } from 'kysely';
import type { NoteChange } from './public-side/public-changes.js';
import type { SigningKeyRecord } from './records.js';
import type { Tables } from './schema/tables.js';
import { type SealedHalf, sealedKeyRows } from './sealed-keys.js';

type Algorithm = SigningKeyRecord['algorithm'];

/** How many of an issuer's newest badges are asked for the time of their proofs. Only clocks that disagree put an older one ahead of them. */
const NEWEST = 1000;

export function signingKeyRepository(db: Kysely<Tables>, note: NoteChange) {
  const of = (issuerId: string) => db.selectFrom('signingKey').selectAll().where('issuerId', '=', issuerId);
  const active = async (issuerId: string, algorithm: Algorithm): Promise<SigningKeyRecord | null> =>
    (await of(issuerId).where('algorithm', '=', algorithm).where('retiredAt', 'is', null).executeTakeFirst()) ?? null;
  const lockKey = (issuerId: string) => sql`hashtextextended('proofmark signing keys ' || ${issuerId}, 0)`;
  const sealed = sealedKeyRows(db);
  return {
    ...sealed,
    active,
    /** `half` is null when the key store keeps the private half elsewhere. */
    async insert(key: SigningKeyRecord, half: SealedHalf | null): Promise<void> {
      note(key.issuerId, 'issuer', ['']);
      await db
        .insertInto('signingKey')
        .values({ ...key, publicJwk: JSON.stringify(key.publicJwk) })
        .execute();
      if (half !== null) await sealed.insertSealed(key, half, key.createdAt);
    },
    async find(issuerId: string, id: string): Promise<SigningKeyRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** The key that signs the record of an issuer; null when it has none, or only revoked ones. */
    async recordKey(issuerId: string): Promise<SigningKeyRecord | null> {
      const query = of(issuerId).where('purpose', '=', 'record').where('revokedAt', 'is', null);
      return (await query.orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst()) ?? null;
    },
    /** Oldest first, retired ones included. */
    async list(issuerId: string): Promise<readonly SigningKeyRecord[]> {
      return of(issuerId).orderBy('createdAt').orderBy('id').execute();
    },
    /** Keeps the keys of an issuer from being retired until the transaction ends: for what signs in it. Waits for one that retires them. */
    async lockForSigning(issuerId: string): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock_shared(${lockKey(issuerId)})`.execute(db);
    },
    /**
     * Waits until nothing is signed with the keys of an issuer, and keeps it so until the transaction ends. Batches of badges lock the rows of
     * their keys; who waited for this finds the key retired, and signs again.
     */
    async lockForChange(issuerId: string): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock(${lockKey(issuerId)})`.execute(db);
      await of(issuerId).clearSelect().select('id').where('retiredAt', 'is', null).orderBy('id').forNoKeyUpdate().execute();
    },
    /** The active key, to sign with: from then on it stays published. */
    async use(issuerId: string, algorithm: Algorithm, at: Date): Promise<SigningKeyRecord | null> {
      const key = await active(issuerId, algorithm);
      if (key === null || key.usedAt !== null) return key;
      await db
        .updateTable('signingKey')
        .set({ usedAt: at })
        .where((eb) => eb.and({ issuerId, id: key.id }))
        .where('usedAt', 'is', null)
        .execute();
      return key;
    },
    /** The sealed private half goes with the service of the key, in the same transaction. */
    async retire(issuerId: string, id: string, at: Date): Promise<void> {
      note(issuerId, 'issuer', ['']);
      await db
        .updateTable('signingKey')
        .set({ retiredAt: at })
        .where((eb) => eb.and({ issuerId, id }))
        .where('retiredAt', 'is', null)
        .execute();
      await sealed.deleteSealed({ issuerId, id });
    },
    /** Revokes a key; an active one is retired with it, and a sealed private half goes. One that is revoked already stays as it is. */
    async revoke(
      issuerId: string,
      id: string,
      revoked: { readonly at: Date; readonly reason: string | null; readonly now: Date },
    ): Promise<void> {
      note(issuerId, 'issuer', ['']);
      await db
        .updateTable('signingKey')
        .set((eb) => ({
          revokedAt: revoked.at,
          revocationReason: revoked.reason,
          retiredAt: eb.fn.coalesce('retiredAt', eb.val(revoked.now)),
        }))
        .where((eb) => eb.and({ issuerId, id }))
        .where('revokedAt', 'is', null)
        .execute();
      await sealed.deleteSealed({ issuerId, id });
    },
    /** When a key of this algorithm was last replaced without being revoked; null for never. */
    async lastRotation(issuerId: string, algorithm: Algorithm): Promise<Date | null> {
      const row = await db
        .selectFrom('signingKey')
        .select((eb) => eb.fn.max('retiredAt').as('at'))
        .where('issuerId', '=', issuerId)
        .where('algorithm', '=', algorithm)
        .where('purpose', '=', 'assertion')
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    /** When the keys of an issuer that were revoked after `since` were replaced, oldest first. */
    async revokedSince(issuerId: string, since: Date): Promise<readonly Date[]> {
      const rows = await db
        .selectFrom('signingKey')
        .select('retiredAt')
        .where('issuerId', '=', issuerId)
        .where('revokedAt', 'is not', null)
        .where('retiredAt', '>', since)
        .orderBy('retiredAt')
        .execute();
      return rows.flatMap(({ retiredAt }) => retiredAt ?? []);
    },
    /** How many keys of an issuer stay published for good: those that signed something and were not revoked. */
    async countUsed(issuerId: string): Promise<number> {
      const query = db.selectFrom('signingKey').select((eb) => eb.fn.countAll<number>().as('count'));
      return (
        await query
          .where('issuerId', '=', issuerId)
          .where('usedAt', 'is not', null)
          .where('revokedAt', 'is', null)
          .executeTakeFirstOrThrow()
      ).count;
    },
    /** The latest time that something of this issuer bears which its keys signed; null for nothing. For keys that nothing is signed with meanwhile. */
    async newestSignature(issuerId: string): Promise<Date | null> {
      const row = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom((inner) =>
              inner
                .selectFrom('credential')
                .select('proofCreated')
                .where('issuerId', '=', issuerId)
                .orderBy('id', 'desc')
                .limit(NEWEST)
                .as('recent'),
            )
            .select((max) => max.fn.max('recent.proofCreated').as('at'))
            .as('badge'),
          eb
            .selectFrom('statusListDocument')
            .select((max) => max.fn.max('signedAt').as('at'))
            .where('issuerId', '=', issuerId)
            .as('list'),
          eb
            .selectFrom('endorsement')
            .select((max) => max.fn.max('createdAt').as('at'))
            .where('issuerId', '=', issuerId)
            .as('endorsement'),
        ])
        .executeTakeFirstOrThrow();
      const times = [row.badge, row.list, row.endorsement].flatMap((at) => at?.getTime() ?? []);
      return times.length === 0 ? null : new Date(Math.max(...times));
    },
    /** Of these keys those that the database knows, with the issuer of each. */
    async standingOf(ids: readonly string[]): Promise<readonly KeyStanding[]> {
      const rows = await db
        .selectFrom('signingKey as k')
        .select(['k.id', 'k.issuerId', 'k.algorithm', 'k.publicJwk', 'k.retiredAt', 'k.purpose', 'k.revokedAt'])
        .select((eb) => [
          eb
            .exists(eb.selectFrom('sealedKey as s').select('s.id').whereRef('s.issuerId', '=', 'k.issuerId').whereRef('s.id', '=', 'k.id'))
            .as('sealed'),
        ])
        .where(sql<boolean>`k.id = ANY(${ids})`)
        .execute();
      return rows.map(({ retiredAt, purpose, revokedAt, sealed: here, ...key }) => {
        // A record key is never an active one, and serves until it is revoked.
        const retired = (purpose === 'record' ? revokedAt : retiredAt) !== null;
        return { ...key, retired, sealed: Boolean(here) };
      });
    },
    /** The issuers of whose status lists or domain linkages some are signed by a revoked key. */
    async issuersToSignAnew(): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('signingKey as k')
        .select('k.issuerId')
        .distinct()
        .where('k.revokedAt', 'is not', null)
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('statusListDocument as d')
                .select('d.issuerId')
                .whereRef('d.issuerId', '=', 'k.issuerId')
                .whereRef('d.signingKeyId', '=', 'k.id'),
            ),
            eb.exists(
              eb
                .selectFrom('issuerDomain as d')
                .select('d.issuerId')
                .whereRef('d.issuerId', '=', 'k.issuerId')
                .whereRef('d.signingKeyId', '=', 'k.id'),
            ),
          ]),
        )
        .execute();
      return rows.map(({ issuerId }) => issuerId);
    },
  };
}

/** What the database knows of a key that a key store holds. */
export interface KeyStanding extends Pick<SigningKeyRecord, 'issuerId' | 'id' | 'algorithm' | 'publicJwk'> {
  readonly retired: boolean;
  /** Its private half is sealed in the database. */
  readonly sealed: boolean;
}
