import { type Kysely, sql } from 'kysely';
import type { PublicAchievement, PublicIssuer, PublicReads, PublicSigningKey } from '../public/reads.js';
import type { Database } from './database.js';
import { findWorkHistory } from './work-history.js';

const ISSUER = [
  'issuer.id as i_id',
  'issuer.slug as i_slug',
  'issuer.mode as i_mode',
  'issuer.did as i_did',
  'issuer.name as i_name',
  'issuer.url as i_url',
  'issuer.profile as i_profile',
] as const;

/** The journal holds the reason; it is looked up only for a badge that was withdrawn. */
const REASON = sql<string | null>`CASE WHEN credential.revoked_at IS NULL THEN NULL ELSE (
  SELECT reason FROM status_event e
  WHERE e.issuer_id = credential.issuer_id AND e.credential_id = credential.id AND e.value
  ORDER BY seq LIMIT 1) END`.as('reason');

const SUCCESSOR = sql<string | null>`(
  SELECT s.id FROM credential s
  WHERE s.issuer_id = credential.issuer_id AND s.predecessor_id = credential.id
    AND s.signed_at IS NOT NULL AND s.revoked_at IS NULL AND s.erased_at IS NULL
  ORDER BY s.id DESC LIMIT 1)`.as('successor');

/** The reads of the public side on PostgreSQL. A public address names no issuer, so these go by ids that are unique over all. */
export function publicReads(db: Kysely<Database>): PublicReads {
  return {
    async findCredential(id) {
      const row = await db
        .selectFrom('credential')
        .innerJoin('issuer', 'issuer.id', 'credential.issuer_id')
        .select(ISSUER)
        .select(['credential.id', 'achievement_id', 'signed_json', 'signed_jwt', 'revoked_at'])
        .select(REASON)
        .select(SUCCESSOR)
        .select('predecessor_id')
        .where('credential.id', '=', id)
        .executeTakeFirst();
      // A row without its signed form was never acknowledged: nobody has been given its address yet.
      if (row === undefined || row.signed_json === null) return null;
      return {
        id: row.id,
        issuer: toIssuer(row),
        achievementId: row.achievement_id,
        json: row.signed_json,
        jwt: row.signed_jwt,
        withdrawn: row.revoked_at === null ? null : { at: row.revoked_at, reason: row.reason },
        successor: row.successor,
        predecessor: row.predecessor_id,
      };
    },
    findWorkHistory: (id) => findWorkHistory(db, id),
    async findEndorsement(credentialId, id) {
      const query = db.selectFrom('endorsement').select(['form', 'body']).where('credential_id', '=', credentialId).where('id', '=', id);
      return (await query.executeTakeFirst()) ?? null;
    },
    async hasAssessor(issuerId, id) {
      const query = db.selectFrom('assessor').select('id').where('issuer_id', '=', issuerId).where('id', '=', id);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async findEvidenceReport(credentialId) {
      const row = await db.selectFrom('evidence_report').select('body').where('credential_id', '=', credentialId).executeTakeFirst();
      return row ?? null;
    },
    async findCapture(credentialId, n) {
      const query = db.selectFrom('capture').select(['media_type', 'bytes']).where('credential_id', '=', credentialId);
      const row = await query.where('n', '=', n).executeTakeFirst();
      return row === undefined ? null : { mediaType: row.media_type, bytes: row.bytes };
    },
    async wasErased(id) {
      const query = db.selectFrom('credential').select('id').where('id', '=', id).where('erased_at', 'is not', null);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async findIssuerBySlug(slug) {
      const row = await db.selectFrom('issuer').select(ISSUER).where('slug', '=', slug).executeTakeFirst();
      return row === undefined ? null : toIssuer(row);
    },
    async listSigningKeys(issuerId) {
      let query = db
        .selectFrom('signing_key')
        .innerJoin('issuer', 'issuer.id', 'signing_key.issuer_id')
        .select(['issuer.did', 'issuer.slug']);
      if (issuerId !== undefined) query = query.where('signing_key.issuer_id', '=', issuerId);
      const rows = await query
        .select(['algorithm', 'public_jwk', 'verification_method', 'signing_key.created_at', 'retired_at'])
        .orderBy('signing_key.created_at')
        .orderBy('signing_key.id')
        .execute();
      return rows.map(
        (row): PublicSigningKey => ({
          issuerDid: row.did,
          slug: row.slug,
          algorithm: row.algorithm,
          jwk: row.public_jwk,
          verificationMethod: row.verification_method,
          createdAt: row.created_at,
          retiredAt: row.retired_at,
        }),
      );
    },
    async listDomains(issuerId) {
      const rows = await db.selectFrom('issuer_domain').select('origin').where('issuer_id', '=', issuerId).orderBy('id').execute();
      return rows.map(({ origin }) => origin);
    },
    async findStatusListDocument(list) {
      const row = await db
        .selectFrom('status_list as l')
        .innerJoin('status_list_document as d', (join) =>
          join.onRef('d.issuer_id', '=', 'l.issuer_id').onRef('d.status_list_id', '=', 'l.id'),
        )
        .select('d.body')
        .where('l.id', '=', Number(list))
        .executeTakeFirst();
      return row ?? null;
    },
    async findAchievement(id) {
      const row = await db
        .selectFrom('achievement')
        .innerJoin('issuer', 'issuer.id', 'achievement.issuer_id')
        .select(ISSUER)
        .select(['achievement.id', 'definition', 'evidence_policy', 'image_media_type'])
        .where('achievement.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        id: row.id,
        issuer: toIssuer(row),
        definition: row.definition as unknown as PublicAchievement['definition'],
        evidencePolicy: row.evidence_policy as PublicAchievement['evidencePolicy'],
        hasImage: row.image_media_type !== null,
      };
    },
    async findImage(achievementId) {
      const row = await db
        .selectFrom('achievement')
        .select(['image_media_type', 'image_bytes'])
        .where('id', '=', achievementId)
        .executeTakeFirst();
      if (!row?.image_media_type || !row.image_bytes) return null;
      return { mediaType: row.image_media_type, bytes: row.image_bytes };
    },
  };
}

interface IssuerColumns {
  readonly i_id: string;
  readonly i_slug: string;
  readonly i_mode: 'live' | 'test';
  readonly i_did: string;
  readonly i_name: string;
  readonly i_url: string | null;
  readonly i_profile: Readonly<Record<string, string>>;
}

function toIssuer(row: IssuerColumns): PublicIssuer {
  return { id: row.i_id, slug: row.i_slug, mode: row.i_mode, did: row.i_did, name: row.i_name, url: row.i_url, profile: row.i_profile };
}
