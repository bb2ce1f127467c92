import type { CredentialState } from '@proofmark/schemas/api';
import { type ExpressionBuilder, type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { completeFindings } from './findings.js';
import type { PublicIds } from './public-ids.js';
import type { CredentialIntent, CredentialRecord, PageRequest, SignedForms } from './records.js';
import type { CredentialTable, Tables } from './schema/tables.js';

export type CredentialRepository = ReturnType<typeof credentialRepository>;

export interface CredentialFilter {
  readonly achievementId: string | null;
  /** Any of these; null for every recipient. */
  readonly recipientLookups: readonly Uint8Array[] | null;
  readonly state: CredentialState | null;
  readonly now: Date;
}

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

export function credentialRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) =>
    db
      .selectFrom('credential')
      .selectAll()
      .select([reasonOf(issuerId), suspensionReasonOf(issuerId)])
      .where('issuerId', '=', issuerId);
  const one = (issuerId: string, id: string) => of(issuerId).where('id', '=', id);
  return {
    async insert(intent: CredentialIntent): Promise<void> {
      await db
        .insertInto('credential')
        .values({ ...intent, evidenceFindings: JSON.stringify(intent.evidenceFindings) })
        .execute();
    },
    async find(issuerId: string, id: string): Promise<CredentialRecord | null> {
      const row = await one(issuerId, id).executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. */
    async lock(issuerId: string, id: string): Promise<CredentialRecord | null> {
      const row = await one(issuerId, id).forUpdate().executeTakeFirst();
      return row === undefined ? null : toCredential(row);
    },
    /**
     * Stores the signed forms unless there are some already; answers those that count, and whether they are these. Null when the badge was to be
     * signed with other keys meanwhile.
     */
    async storeSigned(
      { issuerId, id, dataIntegrityKey, jwtKey }: Pick<CredentialIntent, 'issuerId' | 'id' | 'dataIntegrityKey' | 'jwtKey'>,
      forms: SignedForms,
      at: Date,
    ): Promise<(SignedForms & { readonly first: boolean }) | null> {
      const stored = await db
        .updateTable('credential')
        .set({ signedJson: forms.json, signedJwt: forms.jwt, signedAt: at })
        .where((eb) => eb.and({ issuerId, id, dataIntegrityKey, jwtKey }))
        .where('signedAt', 'is', null)
        .executeTakeFirst();
      if (stored.numUpdatedRows === 1n) return { ...forms, first: true };
      const row = await db
        .selectFrom('credential')
        .select(['signedJson', 'signedJwt', 'signedAt'])
        .where((eb) => eb.and({ issuerId, id }))
        .executeTakeFirstOrThrow();
      if (row.signedAt === null) return null;
      if (row.signedJson === null || row.signedJwt === null) throw new Error('a signed row lacks one of its forms');
      return { json: row.signedJson, jwt: row.signedJwt, first: false };
    },
    /** The newest badge that renews this one and was neither revoked nor erased; it may not be signed yet. */
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
    /** Puts a badge that was just signed at the end of the list of its issuer. */
    async place(issuerId: string, id: string, position: number): Promise<void> {
      await db
        .updateTable('credential')
        .set({ position })
        .where((eb) => eb.and({ issuerId, id }))
        .execute();
    },
    /**
     * Signed badges only, in the order in which they became readable: who asks again for what follows the last one has missed none. Null when the
     * issuer has no badge `after`.
     */
    async list(issuerId: string, filter: CredentialFilter, { limit, after }: PageRequest): Promise<readonly CredentialRecord[] | null> {
      let query = filtered(of(issuerId).where('position', 'is not', null), filter);
      if (after !== null) {
        const last = db
          .selectFrom('credential')
          .select('position')
          .where((eb) => eb.and({ issuerId, id: after }));
        const position = (await last.executeTakeFirst())?.position ?? null;
        if (position === null) return null;
        query = query.where('position', '>', position);
      }
      return (await query.orderBy('position').limit(limit).execute()).map(toCredential);
    },
    /** The issuer of a badge; null when there is none of this id. */
    tenantOf: (id: string): Promise<string | null> =>
      ids.find(db, 'credential', id, async (issuerId) => {
        const query = db.selectFrom('credential').select('issuerId').where('issuerId', '=', issuerId).where('id', '=', id);
        return (await query.executeTakeFirst())?.issuerId ?? null;
      }),
    /** Badges of every issuer that were committed and not yet signed. For recovery. */
    /** What was committed with a key and is not signed yet. */
    async listUnsignedWith(issuerId: string, keyId: string): Promise<readonly CredentialRecord[]> {
      const query = of(issuerId).where('signedAt', 'is', null).where('erasedAt', 'is', null);
      return (await query.where(namesKey(keyId)).orderBy('id').execute()).map(toCredential);
    },
    /** Lets another key sign what was committed with this one and is not signed yet. */
    async signInstead(issuerId: string, keyId: string, successorId: string): Promise<void> {
      for (const column of ['dataIntegrityKey', 'jwtKey'] as const) {
        await db
          .updateTable('credential')
          .set({ [column]: successorId })
          .where('issuerId', '=', issuerId)
          .where('signedAt', 'is', null)
          .where(column, '=', keyId)
          .execute();
      }
    },
    async listUnsigned({ limit, after }: PageRequest): Promise<readonly CredentialRecord[]> {
      // What is not signed cannot have been revoked.
      const all = db
        .selectFrom('credential')
        .selectAll()
        .select([sql<null>`NULL`.as('revokedReason'), sql<null>`NULL`.as('suspendedReason')]);
      const query = all.where('signedAt', 'is', null).orderBy('id').limit(limit);
      return (await (after === null ? query : query.where('id', '>', after)).execute()).map(toCredential);
    },
  };
}

type Row = Selectable<CredentialTable> & { readonly revokedReason: string | null; readonly suspendedReason: string | null };

function toCredential(row: Row): CredentialRecord {
  const { signedJson, signedJwt, signedAt: _, position: _position, recordSalt: _salt, ...rest } = row;
  const { revokedAt, revokedReason, suspendedAt, suspendedReason, ...intent } = rest;
  return {
    ...intent,
    evidenceFindings: completeFindings(row.evidenceFindings),
    signed: signedJson === null || signedJwt === null ? null : { json: signedJson, jwt: signedJwt },
    revoked: revokedAt === null ? null : { at: revokedAt, reason: revokedReason },
    suspended: suspendedAt === null ? null : { at: suspendedAt, reason: suspendedReason },
  };
}

/** Whether a badge is to be signed with this key. */
function namesKey(id: string) {
  return (eb: ExpressionBuilder<Tables, 'credential'>) => eb.or([eb('dataIntegrityKey', '=', id), eb('jwtKey', '=', id)]);
}

type Query<O> = SelectQueryBuilder<Tables, 'credential', O>;

function filtered<O>(query: Query<O>, { achievementId, recipientLookups, state, now }: CredentialFilter): Query<O> {
  let result = query;
  if (achievementId !== null) result = result.where('achievementId', '=', achievementId);
  if (recipientLookups !== null) result = result.where('recipientLookup', 'in', recipientLookups);
  if (state === 'erased') return result.where('erasedAt', 'is not', null);
  if (state !== null) result = result.where('erasedAt', 'is', null);
  if (state === 'revoked') return result.where('revokedAt', 'is not', null);
  if (state !== null) result = result.where('revokedAt', 'is', null);
  if (state === 'suspended') return result.where('suspendedAt', 'is not', null);
  if (state !== null) result = result.where('suspendedAt', 'is', null);
  if (state === 'not-yet-valid') result = result.where('validFrom', '>', now);
  if (state === 'expired') result = result.where('validUntil', '<=', now);
  if (state === 'current') {
    result = result.where('validFrom', '<=', now).where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]));
  }
  return result;
}
