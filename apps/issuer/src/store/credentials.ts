import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { CredentialFilter, CredentialRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toCredential } from './rows.js';

/** The reason stands in the journal alone, so that it is written once. */
const REASON = sql<string | null>`(
  SELECT reason FROM status_event e
  WHERE e.issuer_id = credential.issuer_id AND e.credential_id = credential.id AND e.value
  ORDER BY seq LIMIT 1)`.as('revoked_reason');

export function credentialRepository(db: Kysely<Database>): CredentialRepository {
  const all = () => db.selectFrom('credential').selectAll().select(REASON);
  const one = (issuerId: string, id: string) => all().where('issuer_id', '=', issuerId).where('id', '=', id);
  return {
    async insert(intent) {
      await db
        .insertInto('credential')
        .values({
          issuer_id: intent.issuerId,
          id: intent.id,
          achievement_id: intent.achievementId,
          status_list_id: intent.statusListId,
          status_index: intent.statusIndex,
          unsigned: intent.unsigned,
          proof_created: intent.proofCreated,
          data_integrity_key: intent.dataIntegrityKey,
          jwt_key: intent.jwtKey,
          evidence_findings: JSON.stringify(intent.evidenceFindings),
          api_key_id: intent.apiKeyId,
          recipient_lookup: intent.recipientLookup,
          valid_from: intent.validFrom,
          valid_until: intent.validUntil,
          created_at: intent.createdAt,
          predecessor_id: intent.predecessorId,
        })
        .execute();
    },
    async find(issuerId, id) {
      const row = await one(issuerId, id).executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    async lock(issuerId, id) {
      const row = await one(issuerId, id).forUpdate().executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    async storeSigned(issuerId, id, forms, at) {
      const here = { issuer_id: issuerId, id };
      const stored = await db
        .updateTable('credential')
        .set({ signed_json: forms.json, signed_jwt: forms.jwt, signed_at: at })
        .where((eb) => eb.and(here))
        .where('signed_at', 'is', null)
        .executeTakeFirst();
      if (stored.numUpdatedRows === 1n) return { ...forms, first: true };
      const row = await db
        .selectFrom('credential')
        .select(['signed_json', 'signed_jwt'])
        .where((eb) => eb.and(here))
        .executeTakeFirstOrThrow();
      if (row.signed_json === null || row.signed_jwt === null) throw new Error('a signed row lacks one of its forms');
      return { json: row.signed_json, jwt: row.signed_jwt, first: false };
    },
    async findSuccessor(issuerId, id) {
      const row = await db
        .selectFrom('credential')
        .select('id')
        .where('issuer_id', '=', issuerId)
        .where('predecessor_id', '=', id)
        .where('revoked_at', 'is', null)
        .where('erased_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? null;
    },
    async list(issuerId, filter, { limit, after }) {
      let query = filtered(all().where('issuer_id', '=', issuerId).where('signed_at', 'is not', null), filter);
      if (after !== null) query = query.where('id', '>', after);
      return (await query.orderBy('id').limit(limit).execute()).map(toCredential);
    },
    async markRevoked(issuerId, id, at) {
      await db.updateTable('credential').set({ revoked_at: at }).where('issuer_id', '=', issuerId).where('id', '=', id).execute();
    },
    async tenantOf(id) {
      const row = await db.selectFrom('credential').select('issuer_id').where('id', '=', id).executeTakeFirst();
      return row?.issuer_id ?? null;
    },
    async listUnsigned({ limit, after }) {
      const query = all().where('signed_at', 'is', null).orderBy('id').limit(limit);
      return (await (after === null ? query : query.where('id', '>', after)).execute()).map(toCredential);
    },
  };
}

type Query<O> = SelectQueryBuilder<Database, 'credential', O>;

function filtered<O>(query: Query<O>, { achievementId, recipientLookup, state, now }: CredentialFilter): Query<O> {
  let result = query;
  if (achievementId !== null) result = result.where('achievement_id', '=', achievementId);
  if (recipientLookup !== null) result = result.where('recipient_lookup', '=', recipientLookup);
  if (state === 'erased') return result.where('erased_at', 'is not', null);
  if (state !== null) result = result.where('erased_at', 'is', null);
  if (state === 'revoked') return result.where('revoked_at', 'is not', null);
  if (state !== null) result = result.where('revoked_at', 'is', null);
  if (state === 'not-yet-valid') result = result.where('valid_from', '>', now);
  if (state === 'expired') result = result.where('valid_until', '<=', now);
  if (state === 'current') {
    result = result.where('valid_from', '<=', now).where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]));
  }
  return result;
}
