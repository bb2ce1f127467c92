import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** That a badge was to be sent again. */
export interface ResentBadge {
  readonly credentialId: string;
  readonly at: Date;
}

/** Which badges were to be sent again lately: what the outbox tells of it. */
export function resentRepository(db: Kysely<Tables>) {
  return {
    /** Waits for the others that send badges of an issuer again, until their transactions end. */
    async lock(issuerId: string): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`proofmark resent ${issuerId}`}, 0))`.execute(db);
    },
    /** The oldest first. */
    async between(issuerId: string, after: Date, before: Date): Promise<readonly ResentBadge[]> {
      const { rows } = await sql<ResentBadge>`
        SELECT credential_id, at FROM api_event
        WHERE issuer_id = ${issuerId} AND type = 'credential.resent' AND at > ${after} AND at <= ${before} ORDER BY at`.execute(db);
      return rows;
    },
  };
}
