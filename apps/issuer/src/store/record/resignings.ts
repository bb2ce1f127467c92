import type { Kysely } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { Tables } from '../schema/tables.js';

/** That the badges which a revoked key signed are signed again, and how far that is: `after` is the last one that was looked at. */
export interface Resigning {
  readonly issuerId: string;
  readonly signingKeyId: string;
  readonly after: string | null;
  readonly leftOver: number;
  readonly signed: number;
}

/** A badge that a revoked key signed, as it is stored. */
export interface BadgeToResign {
  readonly id: string;
  readonly signedJson: string | null;
  readonly signedJwt: string | null;
  readonly detachedJwt: string | null;
  readonly dataIntegrityKey: string;
  readonly jwtKey: string;
}

/** What is stored when a badge was signed again. */
export interface ResignedBadge {
  readonly signedJson: string;
  readonly signedJwt: string | null;
  readonly detachedJwt: string | null;
  readonly dataIntegrityKey: string;
  readonly jwtKey: string;
  /** When its embedded proof was made; absent when that was not made again. */
  readonly proofCreated?: Date;
}

export function resigningRepository(db: Kysely<Tables>, note: NoteChange) {
  const signedWith = (issuerId: string, keyId: string) =>
    db
      .selectFrom('credential')
      .where('issuerId', '=', issuerId)
      .where('erasedAt', 'is', null)
      .where((eb) => eb.or([eb('dataIntegrityKey', '=', keyId), eb('jwtKey', '=', keyId)]));
  return {
    /** How many badges bear a signature of this key. */
    async count(issuerId: string, keyId: string): Promise<number> {
      const query = signedWith(issuerId, keyId).select((eb) => eb.fn.countAll<number>().as('count'));
      return Number((await query.executeTakeFirstOrThrow()).count);
    },
    /** Orders it, unless that was done already. */
    async begin(issuerId: string, signingKeyId: string, leftOver: number, at: Date): Promise<void> {
      await db
        .insertInto('resigning')
        .values({ issuerId, signingKeyId, leftOver, startedAt: at, endedAt: leftOver === 0 ? at : null })
        .onConflict((conflict) => conflict.columns(['issuerId', 'signingKeyId']).doNothing())
        .execute();
    },
    /** Revoked keys of which nothing was ordered yet: revoked by an earlier release, or just before a process ended. */
    async notBegun(): Promise<readonly { readonly issuerId: string; readonly id: string }[]> {
      return db
        .selectFrom('signingKey as k')
        .leftJoin('resigning as r', (join) => join.onRef('r.issuerId', '=', 'k.issuerId').onRef('r.signingKeyId', '=', 'k.id'))
        .select(['k.issuerId', 'k.id'])
        .where('k.revokedAt', 'is not', null)
        .where('k.purpose', '=', 'assertion')
        .where('r.signingKeyId', 'is', null)
        .execute();
    },
    /** What has not ended, of every issuer. */
    async pending(): Promise<readonly Pick<Resigning, 'issuerId' | 'signingKeyId'>[]> {
      return db.selectFrom('resigning').select(['issuerId', 'signingKeyId']).where('endedAt', 'is', null).orderBy('startedAt').execute();
    },
    /** Locked until the transaction ends; null when it has ended, or another process is at it. */
    async lock(issuerId: string, signingKeyId: string): Promise<Resigning | null> {
      const query = db.selectFrom('resigning').select(['issuerId', 'signingKeyId', 'after', 'leftOver', 'signed']);
      const one = query.where((eb) => eb.and({ issuerId, signingKeyId })).where('endedAt', 'is', null);
      return (await one.forUpdate().skipLocked().executeTakeFirst()) ?? null;
    },
    async save({ issuerId, signingKeyId, ...values }: Resigning, endedAt: Date | null): Promise<void> {
      await db
        .updateTable('resigning')
        .set({ ...values, endedAt })
        .where((eb) => eb.and({ issuerId, signingKeyId }))
        .execute();
    },
    /** The next badges that bear a signature of this key, in the order of their ids, locked. */
    async next({ issuerId, signingKeyId, after }: Resigning, limit: number): Promise<readonly BadgeToResign[]> {
      const query = signedWith(issuerId, signingKeyId).select([
        'id',
        'signedJson',
        'signedJwt',
        'detachedJwt',
        'dataIntegrityKey',
        'jwtKey',
      ]);
      const following = after === null ? query : query.where('id', '>', after);
      return following.orderBy('id').limit(limit).forUpdate().execute();
    },
    async store(issuerId: string, id: string, badge: ResignedBadge): Promise<void> {
      note(issuerId, 'credential', [id]);
      await db
        .updateTable('credential')
        .set({ ...badge })
        .where((eb) => eb.and({ issuerId, id }))
        .execute();
    },
    /** How many badges are left to be signed again, by revoked key. */
    async left(issuerId: string): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .selectFrom('resigning')
        .select(['signingKeyId', 'leftOver', 'endedAt'])
        .where('issuerId', '=', issuerId)
        .execute();
      return new Map(rows.map(({ signingKeyId, leftOver, endedAt }) => [signingKeyId, endedAt === null ? leftOver : 0]));
    },
  };
}
