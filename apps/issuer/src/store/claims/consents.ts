import { type Kysely, sql } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { ConsentRecord, CredentialKey } from '../records.js';
import type { Tables } from '../schema/tables.js';

const COLUMNS = ['issuerId', 'credentialId', 'claimLinkId', 'page', 'search', 'copies', 'archives', 'at'] as const;

/** What learners agreed to, and what is done when they do not. */
export function consentRepository(db: Kysely<Tables>, note: NoteChange) {
  const of = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('consent').select(COLUMNS).where('issuerId', '=', issuerId).where('credentialId', '=', credentialId);
  return {
    async insert(consent: ConsentRecord): Promise<void> {
      note(consent.issuerId, 'credential', [consent.credentialId]);
      await db.insertInto('consent').values(consent).execute();
    },
    /** The last answer about a badge. */
    async last(badge: CredentialKey): Promise<ConsentRecord | null> {
      return (await of(badge).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null;
    },
    /** All answers about a badge, the oldest first. */
    async all(badge: CredentialKey): Promise<readonly ConsentRecord[]> {
      return of(badge).orderBy('seq').execute();
    },
    /**
     * Gives a badge what was answered about the page of the one that it renews or corrects: a no, and of the same recipient a yes as well. Of its work the
     * learner is asked anew.
     */
    async inherit({ issuerId, credentialId }: CredentialKey, from: string, { same }: { readonly same: boolean }): Promise<void> {
      note(issuerId, 'credential', [credentialId]);
      await sql`
        INSERT INTO consent (issuer_id, credential_id, claim_link_id, page, search, copies, archives, at)
        SELECT ${issuerId}::uuid, ${credentialId}::uuid, NULL, c.page, c.search, NULL, NULL, c.at FROM (
          SELECT k.page, k.search, k.at FROM consent k
          WHERE k.issuer_id = ${issuerId} AND k.credential_id = ${from} ORDER BY k.seq DESC LIMIT 1) c
        WHERE ${same}::boolean OR NOT c.page`.execute(db);
    },
    /** What is kept in public of a badge's work: copies, and requests of archives that are still open. */
    async kept({ issuerId, credentialId }: CredentialKey): Promise<{ readonly copies: boolean; readonly archives: boolean }> {
      const { rows } = await sql<{ copies: boolean; archives: boolean }>`
        SELECT EXISTS (SELECT FROM capture k WHERE k.issuer_id = ${issuerId} AND k.credential_id = ${credentialId}) AS copies,
          EXISTS (SELECT FROM archive_request a WHERE a.issuer_id = ${issuerId} AND a.credential_id = ${credentialId}
            AND a.state = 'requested') AS archives`.execute(db);
      return rows[0]!;
    },
    /** Deletes the public copies of a badge's work, and from what was found of it that they are there. */
    async removeCopies({ issuerId, credentialId }: CredentialKey): Promise<void> {
      note(issuerId, 'credential', [credentialId]);
      await db.deleteFrom('capture').where('issuerId', '=', issuerId).where('credentialId', '=', credentialId).execute();
      const row = await db
        .selectFrom('credential')
        .select('evidenceFindings')
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .executeTakeFirst();
      const findings = (row?.evidenceFindings ?? []).map((finding) => ({
        ...finding,
        kept: finding.kept.filter(({ by, url }) => by !== 'issuer' || url === null),
      }));
      await db
        .updateTable('credential')
        .set({ evidenceFindings: JSON.stringify(findings) })
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .execute();
    },
    /** Forgets what archives were to be asked and have not answered. What one has saved stays there. */
    async dropArchiveRequests({ issuerId, credentialId }: CredentialKey): Promise<void> {
      note(issuerId, 'credential', [credentialId]);
      await db
        .deleteFrom('archiveRequest')
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .where('state', '=', 'requested')
        .execute();
    },
  };
}
