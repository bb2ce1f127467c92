import type { Kysely } from 'kysely';
import type { MailTextTable, Tables } from '../schema/tables.js';

/** What a mail of an issuer says, as it wrote it. */
export interface MailTextRecord {
  readonly kind: MailTextTable['kind'];
  readonly language: MailTextTable['language'];
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: string | null;
}

const COLUMNS = ['kind', 'language', 'subject', 'paragraphs', 'button'] as const;

/** What mails say that issuers wrote themselves. */
export function mailTextRepository(db: Kysely<Tables>) {
  const of = (issuerId: string) => db.selectFrom('mailText').select(COLUMNS).where('issuerId', '=', issuerId);
  return {
    async list(issuerId: string): Promise<readonly MailTextRecord[]> {
      return of(issuerId).orderBy('kind').orderBy('language').execute();
    },
    /** Of one kind, in every language in which the issuer wrote it. */
    async ofKind(issuerId: string, kind: MailTextRecord['kind']): Promise<readonly MailTextRecord[]> {
      return of(issuerId).where('kind', '=', kind).execute();
    },
    async save(issuerId: string, { kind, language, paragraphs, ...text }: MailTextRecord, at: Date): Promise<void> {
      const values = { ...text, paragraphs: JSON.stringify(paragraphs), updatedAt: at };
      await db
        .insertInto('mailText')
        .values({ issuerId, kind, language, ...values })
        .onConflict((conflict) => conflict.columns(['issuerId', 'kind', 'language']).doUpdateSet(values))
        .execute();
    },
    /** False when the issuer had written none. */
    async remove(issuerId: string, kind: MailTextRecord['kind'], language: MailTextRecord['language']): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('mailText')
        .where('issuerId', '=', issuerId)
        .where('kind', '=', kind)
        .where('language', '=', language)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}
