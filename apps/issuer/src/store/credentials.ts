import { type Kysely, type Selectable, sql } from 'kysely';
import type { PublicIds } from './distributed/public-ids.js';
import { completeFindings } from './findings.js';
import { signedForms } from './issued/signed-forms.js';
import type { CredentialRecord, RecipientName } from './records.js';
import type { CredentialTable, Tables } from './schema/tables.js';

export type CredentialRepository = ReturnType<typeof credentialRepository>;

/** Reasons stand in the journal alone, so that each is written once. */
const reasonOf = (issuerId: string) =>
  sql<string | null>`(
  SELECT reason FROM status_event e
  WHERE e.issuer_id = ${issuerId} AND e.credential_id = credential.id AND e.purpose = 'revocation' AND e.value
  ORDER BY seq LIMIT 1)`.as('revokedReason');
const suspensionReasonOf = (issuerId: string) =>
  sql<string | null>`(
  SELECT reason FROM status_event e
  WHERE e.issuer_id = ${issuerId} AND e.credential_id = credential.id AND e.purpose = 'suspension' AND e.value
  ORDER BY seq DESC LIMIT 1)`.as('suspendedReason');

/** Of the recipient what stands in lists; of the achievement its name. */
const recipientOf = (issuerId: string) =>
  sql<RecipientName | null>`(
  SELECT json_build_object('id', r.id, 'name', r.name, 'externalId', r.external_id) FROM recipient r
  WHERE r.issuer_id = ${issuerId} AND r.id = credential.recipient_id)`.as('recipient');
const achievementNameOf = (issuerId: string) =>
  sql<string>`(
  SELECT a.definition->>'name' FROM achievement a WHERE a.issuer_id = ${issuerId} AND a.id = credential.achievement_id)`.as(
    'achievementName',
  );
/** Of the badges that renew one (`s`), those that count. */
const successorsOf = (issuerId: string) =>
  sql`credential s WHERE s.issuer_id = ${issuerId} AND s.predecessor_id = credential.id AND s.revoked_at IS NULL AND s.erased_at IS NULL`;

/**
 * For each badge of a page by itself: with EXISTS, PostgreSQL may look for the successors of all badges of the issuer first, and a page then takes the
 * longer the more there are.
 */
export const isSuperseded = (issuerId: string) => sql<boolean>`coalesce((SELECT true FROM ${successorsOf(issuerId)} LIMIT 1), false)`;

/** The same condition in the form in which PostgreSQL may find the few that renew something first, by the index of these. */
export const hasSuccessor = (issuerId: string) =>
  sql<boolean>`EXISTS (SELECT FROM ${successorsOf(issuerId)} AND s.predecessor_id IS NOT NULL)`;

/** Of one badge: far more than anybody renews and corrects. */
const MOST_VERSIONS = 100;

const COLUMNS = [
  'issuerId',
  'id',
  'achievementId',
  'statusListId',
  'statusIndex',
  'proofCreated',
  'dataIntegrityKey',
  'jwtKey',
  'evidenceFindings',
  'apiKeyId',
  'recipientLookup',
  'validFrom',
  'validUntil',
  'createdAt',
  'predecessorId',
  'erasedAt',
  'signedJson',
  'signedJwt',
  'detachedJwt',
  'revokedAt',
  'suspendedAt',
  'claimedAt',
] as const satisfies readonly (keyof CredentialTable)[];

/** Badges of before have the number of an event. */
export const ORDINAL = sql<number>`coalesce(tx, position)`;

/** All but what an earlier release committed and had not signed yet. */
export const READABLE = sql<boolean>`(signed_json IS NOT NULL OR erased_at IS NOT NULL)`;

/** The badges of an issuer, for `toCredential`. */
export const credentialsOf = (db: Kysely<Tables>, issuerId: string) =>
  db
    .selectFrom('credential')
    .select(COLUMNS)
    .select([reasonOf(issuerId), suspensionReasonOf(issuerId), recipientOf(issuerId), achievementNameOf(issuerId)])
    .select(isSuperseded(issuerId).as('superseded'))
    .where('issuerId', '=', issuerId);

export function credentialRepository(db: Kysely<Tables>, ids: PublicIds) {
  const one = (issuerId: string, id: string) => credentialsOf(db, issuerId).where('id', '=', id);
  return {
    async find(issuerId: string, id: string): Promise<CredentialRecord | null> {
      const row = await one(issuerId, id).executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. */
    async lock(issuerId: string, id: string): Promise<CredentialRecord | null> {
      const row = await one(issuerId, id).forUpdate().executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    /** The newest badge that renews this one and was neither revoked nor erased. */
    async findSuccessor(issuerId: string, id: string): Promise<string | null> {
      const row = await db
        .selectFrom('credential')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('predecessorId', '=', id)
        .where('revokedAt', 'is', null)
        .where('erasedAt', 'is', null)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.id ?? null;
    },
    /** A badge, those that it renews or corrects, and those that renew or correct them: the oldest first, and of very many the first that are found. */
    async versionIds(issuerId: string, id: string): Promise<readonly string[]> {
      let first = id;
      for (let n = 0; n < MOST_VERSIONS; n += 1) {
        const query = db.selectFrom('credential').select('predecessorId').where('issuerId', '=', issuerId).where('id', '=', first);
        const before = (await query.executeTakeFirst())?.predecessorId ?? null;
        if (before === null) break;
        first = before;
      }
      const found = new Set([first, id]);
      let last: readonly string[] = [first];
      while (last.length > 0 && found.size < MOST_VERSIONS) {
        const rows = await db
          .selectFrom('credential')
          .select('id')
          .where('issuerId', '=', issuerId)
          .where('predecessorId', 'in', last)
          .orderBy('id')
          .limit(MOST_VERSIONS)
          .execute();
        last = rows.map((row) => row.id).filter((one) => !found.has(one) || one === id);
        for (const one of last) found.add(one);
      }
      return [...found].sort();
    },
    /** The issuer of a badge; null when there is none of this id. */
    tenantOf: (id: string): Promise<string | null> =>
      ids.find(db, 'credential', id, async (issuerId) => {
        const query = db.selectFrom('credential').select('issuerId').where('issuerId', '=', issuerId).where('id', '=', id);
        return (await query.executeTakeFirst())?.issuerId ?? null;
      }),
  };
}

type Row = Pick<Selectable<CredentialTable>, (typeof COLUMNS)[number]> & {
  readonly revokedReason: string | null;
  readonly suspendedReason: string | null;
  readonly recipient: RecipientName | null;
  readonly achievementName: string;
  readonly superseded: boolean;
};

export function toCredential(row: Row): CredentialRecord {
  const { signedJson, signedJwt, detachedJwt, revokedAt, revokedReason, suspendedAt, suspendedReason, ...rest } = row;
  return {
    ...rest,
    evidenceFindings: completeFindings(row.evidenceFindings),
    signed: signedForms(row),
    revoked: revokedAt === null ? null : { at: revokedAt, reason: revokedReason },
    suspended: suspendedAt === null ? null : { at: suspendedAt, reason: suspendedReason },
  };
}
