import type { Kysely } from 'kysely';
import { type NoteChange, refuseChange } from './public-side/public-changes.js';
import type { CredentialKey, EndorsementRecord, PageRequest } from './records.js';
import type { Tables } from './schema/tables.js';

/** Whoever endorses by a signature of the issuer: somebody whom it named, by the keyed hash of an address if it gave one; or a person who has signed in. */
export interface NewAssessor {
  readonly id: string;
  readonly lookup: Uint8Array | null;
  readonly personId: string | null;
}

export function endorsementRepository(db: Kysely<Tables>, note: NoteChange = refuseChange) {
  const of = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('endorsement').selectAll().where('issuerId', '=', issuerId).where('credentialId', '=', credentialId);
  return {
    async insert(endorsement: EndorsementRecord): Promise<void> {
      note(endorsement.issuerId, 'credential', [endorsement.credentialId]);
      await db.insertInto('endorsement').values(endorsement).execute();
    },
    /** Oldest first. */
    async list(badge: CredentialKey): Promise<readonly EndorsementRecord[]> {
      return of(badge).orderBy('id').execute();
    },
    /** All of an issuer, oldest first, in pages. */
    async ofIssuer(issuerId: string, { limit, after }: PageRequest): Promise<readonly EndorsementRecord[]> {
      const query = db.selectFrom('endorsement').selectAll().where('issuerId', '=', issuerId).orderBy('id').limit(limit);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    async find(badge: CredentialKey, id: string): Promise<EndorsementRecord | null> {
      return (await of(badge).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async findAssessor(issuerId: string, lookup: Uint8Array): Promise<string | null> {
      const row = await db
        .selectFrom('assessor')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('lookup', '=', lookup)
        .executeTakeFirst();
      return row?.id ?? null;
    },
    /** The assessor that a person is who signs in; typed names never lead to it. */
    async findAssessorOfPerson(issuerId: string, personId: string): Promise<string | null> {
      const query = db.selectFrom('assessor').select('id').where('issuerId', '=', issuerId).where('personId', '=', personId);
      return (await query.executeTakeFirst())?.id ?? null;
    },
    /** Makes an assessor with this keyed hash of an address, or of this person, unless it is there; false when another one is. */
    async keepAssessor(issuerId: string, { id, lookup, personId }: NewAssessor, at: Date): Promise<boolean> {
      const row = await db
        .insertInto('assessor')
        .values({ issuerId, id, lookup, personId, createdAt: at })
        // An update of nothing answers the row that is there, and keeps it from being erased until the transaction ends.
        .onConflict((conflict) =>
          personId === null
            ? conflict.columns(['issuerId', 'lookup']).doUpdateSet({ lookup })
            : conflict.columns(['issuerId', 'personId']).where('personId', 'is not', null).doUpdateSet({ personId }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id === id;
    },
  };
}
