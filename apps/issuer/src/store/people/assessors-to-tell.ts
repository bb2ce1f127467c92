import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { isShown } from './assessments.js';

/** An assessor who may be told that badges wait. */
export interface AssessorToTell {
  readonly personId: string;
  readonly email: string;
  readonly language: string | null;
  /** When they were told last. */
  readonly toldAt: Date | null;
  /** Of all organisations in which they are an assessor. */
  readonly issuerIds: readonly string[];
}

/** Who is to be told that badges wait for them, and of how many. */
export function assessorsToTellRepository(db: Kysely<Tables>) {
  return {
    /** The assessors who want mails, and were told last before then. */
    async due(before: Date, { after, limit }: PageRequest): Promise<readonly AssessorToTell[]> {
      const { rows } = await sql<AssessorToTell>`
        SELECT p.id AS person_id, p.email, p.language, p.assessments_told_at AS told_at, array_agg(o.issuer_id ORDER BY o.issuer_id)::text[] AS issuer_ids
        FROM person p JOIN membership m ON m.person_id = p.id AND m.role = 'assessor'
          JOIN organisation_issuer o ON o.organisation_id = m.organisation_id
        WHERE p.assessment_mails AND p.email_verified AND coalesce(p.assessments_told_at <= ${before}, true)
          AND coalesce(p.id > ${after}::uuid, true)
        GROUP BY p.id ORDER BY p.id LIMIT ${limit}`.execute(db);
      return rows;
    },
    /** Whether a badge of an issuer waits that is not the person's own doing, and came after they were told and before `until`. Asked often: it reads only what is new. */
    async isNew(
      issuerId: string,
      personId: string,
      { toldAt, until }: { readonly toldAt: Date | null; readonly until: Date },
    ): Promise<boolean> {
      const { rows } = await sql`SELECT FROM ${waitingFor(issuerId, personId)}
        AND a.created_at <= ${until} AND a.created_at > coalesce(${toldAt}::timestamptz, '-infinity') LIMIT 1`.execute(db);
      return rows.length > 0;
    },
    /** How many of them wait, the old ones too. */
    async count(issuerId: string, personId: string): Promise<number> {
      const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${waitingFor(issuerId, personId)}`.execute(db);
      return rows[0]?.count ?? 0;
    },
    /** Writes down that somebody was told; false when they were told by another process since they were read. */
    async told(personId: string, last: Date | null, at: Date): Promise<boolean> {
      const done = await db
        .updateTable('person')
        .set({ assessmentsToldAt: at })
        .where('id', '=', personId)
        .where(sql<boolean>`assessments_told_at IS NOT DISTINCT FROM ${last}::timestamptz`)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

function waitingFor(issuerId: string, personId: string): RawBuilder<unknown> {
  return sql`assessment a JOIN credential c ON c.issuer_id = ${issuerId} AND c.id = a.credential_id
    WHERE a.issuer_id = ${issuerId} AND a.state = 'waiting' AND ${isShown(issuerId)}
      AND a.asked_by <> ${personId} AND c.api_key_id IS DISTINCT FROM ${personId}`;
}
