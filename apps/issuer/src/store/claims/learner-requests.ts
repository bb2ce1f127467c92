import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { CredentialKey, LearnerRequestRecord, PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';

export type CorrectionState = Extract<LearnerRequestRecord['state'], 'waiting' | 'accepted' | 'refused'>;

/** All but the hash of the secret. */
const COLUMNS = [
  'issuerId',
  'id',
  'credentialId',
  'kind',
  'state',
  'address',
  'proposal',
  'provesAddress',
  'createdAt',
  'expiresAt',
  'provenAt',
  'decidedAt',
] as const;

/** What learners ask for by themselves. */
export function learnerRequestRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) => db.selectFrom('learnerRequest').select(COLUMNS).where('issuerId', '=', issuerId);
  const change = ({ issuerId, id }: Pick<LearnerRequestRecord, 'issuerId' | 'id'>) =>
    db.updateTable('learnerRequest').where('issuerId', '=', issuerId).where('id', '=', id);
  return {
    /** Adds a request; those of the same kind that the badge has and nobody has decided end, and what they said is forgotten. The caller has locked the badge. */
    async insert(request: LearnerRequestRecord, tokenHash: Uint8Array | null): Promise<void> {
      const { issuerId, credentialId, kind } = request;
      await db
        .updateTable('learnerRequest')
        .set({ state: 'ended', proposal: null })
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .where('kind', '=', kind)
        .where('state', 'in', ['open', 'waiting'])
        .execute();
      await db
        .insertInto('learnerRequest')
        .values({ ...request, tokenHash })
        .execute();
    },
    /** How many of a kind were made for a badge since then. */
    async count({ issuerId, credentialId }: CredentialKey, kind: LearnerRequestRecord['kind'], since: Date): Promise<number> {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM learner_request WHERE issuer_id = ${issuerId} AND credential_id = ${credentialId}
          AND kind = ${kind} AND created_at > ${since}`.execute(db);
      return rows[0]!.n;
    },
    /** How many mails of them went to an address since then. */
    async countTo(issuerId: string, address: Uint8Array, since: Date): Promise<number> {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM learner_request WHERE issuer_id = ${issuerId} AND address = ${address} AND created_at > ${since}`.execute(
        db,
      );
      return rows[0]!.n;
    },
    /** The request of a link that was mailed, whether it can be used or not. */
    findByToken(kind: LearnerRequestRecord['kind'], hash: Uint8Array, issuerNumber: number): Promise<LearnerRequestRecord | null> {
      const ask = async (issuerId: string) =>
        (await of(issuerId).where('tokenHash', '=', hash).where('kind', '=', kind).executeTakeFirst()) ?? null;
      return ids.findBy(db, issuerNumber, ask, async () => undefined);
    },
    /** The correction with an id; null when there is none. */
    findCorrection(id: string): Promise<LearnerRequestRecord | null> {
      const ask = async (issuerId: string) =>
        (await of(issuerId).where('id', '=', id).where('kind', '=', 'correction').where('state', '!=', 'ended').executeTakeFirst()) ?? null;
      return ids.findBy(db, issuerNumberOf(id), ask, async () => undefined);
    },
    /** Keeps others from changing a request until the transaction ends; null when it is gone. */
    async lock({ issuerId, id }: Pick<LearnerRequestRecord, 'issuerId' | 'id'>): Promise<LearnerRequestRecord | null> {
      return (await of(issuerId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    /** Says that the new address was proven. */
    async wait(request: Pick<LearnerRequestRecord, 'issuerId' | 'id'>, at: Date): Promise<void> {
      await change(request).set({ state: 'waiting', provenAt: at }).execute();
    },
    /** Says what became of it. What was proposed is forgotten. */
    async decide(request: Pick<LearnerRequestRecord, 'issuerId' | 'id'>, state: 'accepted' | 'refused', at: Date): Promise<void> {
      await change(request).set({ state, proposal: null, decidedAt: at }).execute();
    },
    /** Corrections of an issuer in a state, the oldest first. */
    async corrections(issuerId: string, state: CorrectionState, { limit, after }: PageRequest): Promise<readonly LearnerRequestRecord[]> {
      let query = of(issuerId).where('kind', '=', 'correction').where('state', '=', state).orderBy('id').limit(limit);
      if (after !== null) query = query.where('id', '>', after);
      return query.execute();
    },
    /** Forgets requests of a badge that were made before then, but for corrections that wait. */
    async forget({ issuerId, credentialId }: CredentialKey, before: Date): Promise<void> {
      await db
        .deleteFrom('learnerRequest')
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .where('createdAt', '<', before)
        .where('state', '!=', 'waiting')
        .execute();
    },
  };
}
