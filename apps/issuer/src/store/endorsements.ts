import type { Kysely } from 'kysely';
import type { CredentialKey, EndorsementRepository } from '../issuing/life-ports.js';
import type { Database } from './database.js';
import { toEndorsement } from './rows.js';

export function endorsementRepository(db: Kysely<Database>): EndorsementRepository {
  const of = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('endorsement').selectAll().where('issuer_id', '=', issuerId).where('credential_id', '=', credentialId);
  return {
    async insert({ issuerId, credentialId, id, assessorId, form, body, apiKeyId, createdAt }) {
      const keys = { issuer_id: issuerId, credential_id: credentialId, id, assessor_id: assessorId, api_key_id: apiKeyId };
      await db
        .insertInto('endorsement')
        .values({ ...keys, form, body, created_at: createdAt })
        .execute();
    },
    async list(badge) {
      return (await of(badge).orderBy('id').execute()).map(toEndorsement);
    },
    async find(badge, id) {
      const row = await of(badge).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toEndorsement(row);
    },
    async findAssessor(issuerId, lookup) {
      const row = await db
        .selectFrom('assessor')
        .select('id')
        .where('issuer_id', '=', issuerId)
        .where('lookup', '=', lookup)
        .executeTakeFirst();
      return row?.id ?? null;
    },
    async keepAssessor(issuerId, { id, lookup }, at) {
      const row = await db
        .insertInto('assessor')
        .values({ issuer_id: issuerId, id, lookup, created_at: at })
        // An update of nothing answers the row that is there, and keeps it from being erased until the transaction ends.
        .onConflict((conflict) => conflict.columns(['issuer_id', 'lookup']).doUpdateSet({ lookup }))
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id === id;
    },
  };
}
