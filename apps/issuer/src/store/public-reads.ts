import type { JsonObject } from '@proofmark/schemas';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { PublicIssuer, PublicReads, PublicSigningKey } from '../public/reads.js';
import { publicIds } from './distributed/public-ids.js';
import { signedForms } from './issued/signed-forms.js';
import type { ProfileExtras } from './schema/column-types.js';
import type { Tables } from './schema/tables.js';
import { publicStatusLists } from './status/public-status-lists.js';
import { findWorkHistory } from './work-history.js';

const ISSUER = [
  'issuer.id as iId',
  'issuer.slug as iSlug',
  'issuer.mode as iMode',
  'issuer.did as iDid',
  'issuer.name as iName',
  'issuer.url as iUrl',
  'issuer.profile as iProfile',
  'issuer.suspendedSince as iSuspendedSince',
  'issuer.suspensionReason as iSuspensionReason',
] as const;

/** The journal holds the reasons; they are looked up only for a badge that was revoked or suspended. */
const reasonOf = (issuerId: string) =>
  sql<string | null>`CASE WHEN credential.revoked_at IS NULL THEN NULL ELSE (
  SELECT reason FROM status_event e
  WHERE e.issuer_id = ${issuerId} AND e.credential_id = credential.id AND e.purpose = 'revocation' AND e.value
  ORDER BY seq LIMIT 1) END`.as('reason');
const suspensionReasonOf = (issuerId: string) =>
  sql<string | null>`CASE WHEN credential.suspended_at IS NULL THEN NULL ELSE (
  SELECT reason FROM status_event e
  WHERE e.issuer_id = ${issuerId} AND e.credential_id = credential.id AND e.purpose = 'suspension' AND e.value
  ORDER BY seq DESC LIMIT 1) END`.as('suspendedReason');

/** What the learner answered last about the page. */
const consentOf = (issuerId: string) =>
  sql<{ readonly page: boolean; readonly search: boolean } | null>`(
  SELECT json_build_object('page', k.page, 'search', k.search) FROM consent k
  WHERE k.issuer_id = ${issuerId} AND k.credential_id = credential.id ORDER BY k.seq DESC LIMIT 1)`.as('consent');

const successorOf = (issuerId: string) =>
  sql<string | null>`(
  SELECT s.id FROM credential s
  WHERE s.issuer_id = ${issuerId} AND s.predecessor_id = credential.id
    AND s.signed_json IS NOT NULL AND s.revoked_at IS NULL AND s.erased_at IS NULL
  ORDER BY s.id DESC LIMIT 1)`.as('successor');

/** For how long a revoked key that signed nothing stays published, in milliseconds: after that it is as unknown as any other. */
const UNUSED_REVOKED = 30 * 86_400_000;

/** Revoked keys of one issuer that are published, the latest. An earlier one is as unknown as any other key, and so refused. */
const MAX_REVOKED = 400;

/** Keys of one record that are published: the present one, and the latest of those that were revoked. */
const MAX_RECORD_KEYS = 10;

/** The reads of the public side on PostgreSQL. A public id leads to its issuer, so that each read asks for what belongs to that issuer alone. */
export function publicReads(db: Kysely<Tables>): PublicReads {
  const ids = publicIds();
  const ofBadge = <T>(id: string, ask: (issuerId: string) => Promise<T | null | undefined>) =>
    ids.find(db, 'credential', id, async (issuerId) => (await ask(issuerId)) ?? null);
  const keys = () =>
    db
      .selectFrom('signingKey')
      .innerJoin('issuer', 'issuer.id', 'signingKey.issuerId')
      .select(['issuer.did', 'issuer.slug'])
      .select(['algorithm', 'publicJwk', 'verificationMethod', 'signingKey.createdAt', 'retiredAt', 'revokedAt', 'revocationReason']);
  return {
    async findCredential(id) {
      const row = await ofBadge(id, (issuerId) =>
        db
          .selectFrom('credential')
          .innerJoin('issuer', 'issuer.id', 'credential.issuerId')
          .select(ISSUER)
          .select(['credential.id', 'achievementId', 'signedJson', 'signedJwt', 'detachedJwt', 'revokedAt', 'suspendedAt'])
          .select([reasonOf(issuerId), suspensionReasonOf(issuerId)])
          .select(successorOf(issuerId))
          .select(consentOf(issuerId))
          .select('predecessorId')
          .where('credential.issuerId', '=', issuerId)
          .where('credential.id', '=', id)
          .executeTakeFirst(),
      );
      const signed = row === null ? null : signedForms(row);
      if (row === null || signed === null) return null;
      return {
        id: row.id,
        issuer: toIssuer(row),
        achievementId: row.achievementId,
        ...signed,
        revoked: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.reason },
        suspended: row.suspendedAt === null ? null : { at: row.suspendedAt, reason: row.suspendedReason },
        successor: row.successor,
        predecessor: row.predecessorId,
        hidden: row.consent?.page === false,
        indexed: row.consent?.search === true,
      };
    },
    findWorkHistory: (credentialId) => ofBadge(credentialId, (issuerId) => findWorkHistory(db, { issuerId, credentialId })),
    findEndorsement: (credentialId, id) =>
      ofBadge(credentialId, (issuerId) =>
        db
          .selectFrom('endorsement')
          .select(['form', 'body'])
          .where((eb) => eb.and({ issuerId, credentialId, id }))
          .executeTakeFirst(),
      ),
    async hasAssessor(issuerId, id) {
      const query = db.selectFrom('assessor').select('id').where('issuerId', '=', issuerId).where('id', '=', id);
      return (await query.executeTakeFirst()) !== undefined;
    },
    findEvidenceReport: (credentialId) =>
      ofBadge(credentialId, (issuerId) =>
        db
          .selectFrom('evidenceReport')
          .select('body')
          .where((eb) => eb.and({ issuerId, credentialId }))
          .executeTakeFirst(),
      ),
    findCapture: (credentialId, n) =>
      ofBadge(credentialId, (issuerId) =>
        db
          .selectFrom('capture')
          .select(['mediaType', 'bytes'])
          .where((eb) => eb.and({ issuerId, credentialId, n }))
          .executeTakeFirst(),
      ),
    async wasErased(id) {
      const erased = await ofBadge(id, (issuerId) =>
        db
          .selectFrom('credential')
          .select('id')
          .where((eb) => eb.and({ issuerId, id }))
          .where('erasedAt', 'is not', null)
          .executeTakeFirst(),
      );
      return erased !== null;
    },
    async findIssuerBySlug(slug) {
      const row = await db.selectFrom('issuer').select(ISSUER).where('slug', '=', slug).executeTakeFirst();
      return row === undefined ? null : toIssuer(row);
    },
    async findIssuerByDid(did) {
      const row = await db.selectFrom('issuer').select(ISSUER).where('did', '=', did).executeTakeFirst();
      return row === undefined ? null : toIssuer(row);
    },
    async listSigningKeys(issuerId) {
      const rows = await keys()
        .where('signingKey.issuerId', '=', issuerId)
        .where('purpose', '=', 'assertion')
        .where((eb) =>
          eb.or([
            eb('retiredAt', 'is', null),
            eb.and([eb('usedAt', 'is not', null), eb('revokedAt', 'is', null)]),
            eb(
              'signingKey.id',
              'in',
              eb
                .selectFrom('signingKey as r')
                .select('r.id')
                .where('r.issuerId', '=', issuerId)
                .where('r.revokedAt', 'is not', null)
                .where((or) => or.or([or('r.usedAt', 'is not', null), or('r.revokedAt', '>', new Date(Date.now() - UNUSED_REVOKED))]))
                .orderBy('r.revokedAt', 'desc')
                .limit(MAX_REVOKED),
            ),
          ]),
        )
        .orderBy('signingKey.createdAt')
        .orderBy('signingKey.id')
        .execute();
      return rows.map(toKey);
    },
    async findRecordHead(issuerId) {
      return (await db.selectFrom('issuanceRecord').select('body').where('issuerId', '=', issuerId).executeTakeFirst()) ?? null;
    },
    async listRecordKeys(issuerId) {
      const head = await db.selectFrom('issuanceRecord').select('issuerId').where('issuerId', '=', issuerId).executeTakeFirst();
      if (head === undefined) return null;
      const rows = await keys()
        .where('signingKey.issuerId', '=', issuerId)
        .where('purpose', '=', 'record')
        .orderBy('revokedAt', (by) => by.desc().nullsFirst())
        .orderBy('signingKey.createdAt', 'desc')
        .limit(MAX_RECORD_KEYS)
        .execute();
      return rows.map((row) => ({ ...toKey(row), retiredAt: null }));
    },
    async findRecordFile(issuerId, list, block) {
      const query = db.selectFrom('recordFile').select('body').where('issuerId', '=', issuerId).where('statusListId', '=', list);
      return (await query.where('block', '=', block).executeTakeFirst()) ?? null;
    },
    async findRecordSalt(id) {
      const row = await ofBadge(id, (issuerId) =>
        db
          .selectFrom('credential')
          .select('recordSalt')
          .where((eb) => eb.and({ issuerId, id }))
          .executeTakeFirst(),
      );
      return row?.recordSalt?.length ? row.recordSalt : null;
    },
    async listKeysOfAll(limit) {
      const rows = await keys()
        .where('revokedAt', 'is', null)
        .where('purpose', '=', 'assertion')
        .where((eb) => eb.or([eb('retiredAt', 'is', null), eb('usedAt', 'is not', null)]))
        .orderBy('retiredAt', (by) => by.desc().nullsFirst())
        .orderBy('signingKey.createdAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toKey);
    },
    async listDomains(issuerId) {
      const rows = await db.selectFrom('issuerDomain').select('origin').where('issuerId', '=', issuerId).orderBy('id').execute();
      return rows.map(({ origin }) => origin);
    },
    ...publicStatusLists(db),
    async findAchievement(id) {
      const row = await ids.find(
        db,
        'achievement',
        id,
        async (issuerId) =>
          (await db
            .selectFrom('achievement')
            .innerJoin('issuer', 'issuer.id', 'achievement.issuerId')
            .select(ISSUER)
            .select(['achievement.id', 'definition', 'evidencePolicy', 'imageMediaType'])
            .where('achievement.issuerId', '=', issuerId)
            .where('achievement.id', '=', id)
            .executeTakeFirst()) ?? null,
      );
      if (row === null) return null;
      return {
        id: row.id,
        issuer: toIssuer(row),
        definition: row.definition,
        evidencePolicy: row.evidencePolicy,
        hasImage: row.imageMediaType !== null,
      };
    },
    async findImage(achievementId) {
      const row = await ids.find(
        db,
        'achievement',
        achievementId,
        async (issuerId) =>
          (await db
            .selectFrom('achievement')
            .select(['imageMediaType', 'imageBytes'])
            .where((eb) => eb.and({ issuerId, id: achievementId }))
            .executeTakeFirst()) ?? null,
      );
      if (!row?.imageMediaType || !row.imageBytes) return null;
      return { mediaType: row.imageMediaType, bytes: row.imageBytes };
    },
  };
}

type KeyColumns = Pick<
  Selectable<Tables['signingKey']>,
  'algorithm' | 'publicJwk' | 'verificationMethod' | 'createdAt' | 'retiredAt' | 'revokedAt' | 'revocationReason'
> & { readonly did: string; readonly slug: string };

function toKey({ did: issuerDid, publicJwk: jwk, revokedAt, revocationReason, ...key }: KeyColumns): PublicSigningKey {
  return { ...key, issuerDid, jwk, revoked: revokedAt === null ? null : { at: revokedAt, reason: revocationReason } };
}

interface IssuerColumns {
  readonly iId: string;
  readonly iSlug: string;
  readonly iMode: 'live' | 'test';
  readonly iDid: string;
  readonly iName: string;
  readonly iUrl: string | null;
  readonly iProfile: ProfileExtras;
  readonly iSuspendedSince: Date | null;
  readonly iSuspensionReason: string | null;
}

function toIssuer(row: IssuerColumns): PublicIssuer {
  const profile = row.iProfile as JsonObject;
  const suspended = row.iSuspendedSince === null ? null : { at: row.iSuspendedSince, reason: row.iSuspensionReason ?? '' };
  return { id: row.iId, slug: row.iSlug, mode: row.iMode, did: row.iDid, name: row.iName, url: row.iUrl, profile, suspended };
}
