import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { BadgeMailTable, Tables } from '../schema/tables.js';

/** A mail about a badge, and what became of it. */
export type BadgeMailRecord = Readonly<Omit<BadgeMailTable, 'address' | 'awaited'>>;
export type BadgeMailKind = BadgeMailRecord['kind'];
export type BadgeMailState = BadgeMailRecord['state'];

/** A mail that is to be sent. */
export type NewBadgeMail = Pick<BadgeMailRecord, 'id' | 'credentialId' | 'kind' | 'eventId'>;

/** What is known of a badge that a mail may tell of. */
export interface MailedBadge {
  readonly id: string;
  /** It renews or corrects another one. */
  readonly renews: boolean;
  /** Another one renews or corrects it. */
  readonly succeeded: boolean;
  /** What the request said; null where the issuer decides. */
  readonly mail: boolean | null;
}

/** What became of an attempt. */
export interface MailEnd {
  readonly state: BadgeMailState;
  readonly nextAt: Date;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
  readonly address: Uint8Array | null;
  readonly answer: string | null;
  /** It was sent with a link that claims the badge. */
  readonly awaited: boolean;
}

export interface MailFilter {
  readonly credentialId: string | null;
  readonly state: BadgeMailState | null;
}

const COLUMNS = [
  ...(['issuerId', 'id', 'credentialId', 'kind', 'eventId', 'state', 'attempts'] as const),
  ...(['nextAt', 'createdAt', 'sentAt', 'endedAt', 'answer', 'sealed'] as const),
] as const;

/** Mails that tell learners of their badges. */
export function badgeMailRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) => db.selectFrom('badgeMail').select(COLUMNS).where('issuerId', '=', issuerId);
  return {
    /** Of badges that have a recipient with an address. */
    async badges(issuerId: string, credentialIds: readonly string[]): Promise<readonly MailedBadge[]> {
      const { rows } = await sql<MailedBadge>`
        SELECT c.id, c.predecessor_id IS NOT NULL AS renews, c.mail,
          EXISTS (SELECT FROM credential n WHERE n.issuer_id = ${issuerId} AND n.predecessor_id = c.id) AS succeeded
        FROM credential c JOIN recipient r ON r.issuer_id = ${issuerId} AND r.id = c.recipient_id
        WHERE c.issuer_id = ${issuerId} AND c.id = ANY(${credentialIds}::uuid[]) AND r.email IS NOT NULL`.execute(db);
      return rows;
    },
    /** Mails are sent once for each event. */
    async insert(issuerId: string, mails: readonly NewBadgeMail[], at: Date, sealed: string | null = null): Promise<void> {
      if (mails.length === 0) return;
      const rows = mails.map((mail) => ({
        ...mail,
        ...{ issuerId, state: 'queued' as const, attempts: 0, nextAt: at, createdAt: at, sentAt: null, endedAt: null },
        ...{ address: null, answer: null, sealed, awaited: false },
      }));
      await db
        .insertInto('badgeMail')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    /** Takes mails whose time has come, and counts an attempt of each. Who took them and dies loses them to another at `until`. */
    async take(
      issuerId: string,
      { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
    ): Promise<readonly BadgeMailRecord[]> {
      const due = db
        .selectFrom('badgeMail')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('state', 'in', ['queued', 'deferred'])
        .where('nextAt', '<=', now)
        .orderBy('nextAt')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked();
      const taken = await due.execute();
      if (taken.length === 0) return [];
      return db
        .updateTable('badgeMail')
        .set((eb) => ({ attempts: eb('attempts', '+', 1), nextAt: until }))
        .where('issuerId', '=', issuerId)
        .where(
          'id',
          'in',
          taken.map(({ id }) => id),
        )
        .returning(COLUMNS)
        .execute();
    },
    /** Writes down what became of an attempt, unless it was ended meanwhile. */
    async end({ issuerId, id }: Pick<BadgeMailRecord, 'issuerId' | 'id'>, { awaited, ...outcome }: MailEnd): Promise<void> {
      const gone = outcome.endedAt === null ? {} : { sealed: null };
      await db
        .updateTable('badgeMail')
        .set({ ...outcome, ...gone, awaited })
        .where('issuerId', '=', issuerId)
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'deferred'])
        .execute();
    },
    /** Gives mails back that were not tried. */
    async giveBack(issuerId: string, mailIds: readonly string[], nextAt: Date): Promise<void> {
      if (mailIds.length === 0) return;
      await db
        .updateTable('badgeMail')
        .set((eb) => ({ attempts: eb('attempts', '-', 1), nextAt }))
        .where('issuerId', '=', issuerId)
        .where('id', 'in', mailIds)
        .where('state', 'in', ['queued', 'deferred'])
        .execute();
    },
    /** That badges were corrected, of mails that say they were renewed. */
    async correct(issuerId: string, credentialIds: readonly string[]): Promise<void> {
      if (credentialIds.length === 0) return;
      await db
        .updateTable('badgeMail')
        .set({ kind: 'corrected' })
        .where('issuerId', '=', issuerId)
        .where('credentialId', 'in', credentialIds)
        .where('kind', '=', 'renewed')
        .where('state', 'in', ['queued', 'deferred'])
        .execute();
    },
    /** Badges of whose mail nothing came for so long; none of an address from which mails came back. They are told of once. */
    async awaited(
      issuerId: string,
      { before, since, limit }: { readonly before: Date; readonly since: Date; readonly limit: number },
    ): Promise<readonly string[]> {
      const { rows } = await sql<{ credentialId: string; remind: boolean }>`
        UPDATE badge_mail m SET awaited = false
        FROM (SELECT w.id FROM badge_mail w WHERE w.issuer_id = ${issuerId} AND w.awaited AND w.sent_at <= ${before}::timestamptz
          ORDER BY w.sent_at LIMIT ${limit}) d, credential c
        WHERE m.issuer_id = ${issuerId} AND m.id = d.id AND c.issuer_id = ${issuerId} AND c.id = m.credential_id
        RETURNING m.credential_id, (m.sent_at > ${since}::timestamptz AND c.claimed_at IS NULL AND c.revoked_at IS NULL AND c.erased_at IS NULL
          AND (c.valid_until IS NULL OR c.valid_until > ${before}::timestamptz)) AS remind`.execute(db);
      return [...new Set(rows.filter(({ remind }) => remind).map(({ credentialId }) => credentialId))];
    },
    /** Whether a mail to this address came back. */
    async bounces(issuerId: string, address: Uint8Array): Promise<boolean> {
      const row = await db
        .selectFrom('badgeMail')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('address', '=', address)
        .where('state', '=', 'bounced')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** That a mail came back. False when it was not sent, or that is known. */
    async bounced({ issuerId, id }: Pick<BadgeMailRecord, 'issuerId' | 'id'>, answer: string | null, at: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('badgeMail')
        .set({ state: 'bounced', answer, endedAt: at, awaited: false })
        .where('issuerId', '=', issuerId)
        .where('id', '=', id)
        .where('state', 'in', ['sent', 'queued', 'deferred'])
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** By its id alone, which carries the number of its issuer. */
    findAnywhere(id: string): Promise<BadgeMailRecord | null> {
      const ask = async (issuerId: string) => (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
      return ids.findBy(db, issuerNumberOf(id), ask, async () => undefined);
    },
    /** The newest first. Null when the issuer has no mail `after`. */
    async list(
      issuerId: string,
      { credentialId, state }: MailFilter,
      { limit, after }: { readonly limit: number; readonly after: string | null },
    ): Promise<readonly BadgeMailRecord[] | null> {
      let query = of(issuerId).orderBy('id', 'desc').limit(limit);
      if (credentialId !== null) query = query.where('credentialId', '=', credentialId);
      if (state !== null) query = query.where('state', '=', state);
      if (after !== null) {
        if ((await of(issuerId).where('id', '=', after).executeTakeFirst()) === undefined) return null;
        query = query.where('id', '<', after);
      }
      return query.execute();
    },
    /** How many mails of an issuer are in each state, since a time. */
    async count(issuerId: string, since: Date): Promise<Readonly<Partial<Record<BadgeMailState, number>>>> {
      const rows = await db
        .selectFrom('badgeMail')
        .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
        .where('issuerId', '=', issuerId)
        .where('createdAt', '>', since)
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    /** Those that nobody sends, of whichever issuer, the newest first. */
    async kept(limit: number): Promise<readonly BadgeMailRecord[]> {
      return db.selectFrom('badgeMail').select(COLUMNS).where('state', '=', 'kept').orderBy('id', 'desc').limit(limit).execute();
    },
  };
}
