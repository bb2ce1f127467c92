import type { Kysely } from 'kysely';
import type { PersonRecord, SignOnRecord, SignOnRequestRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** An account of a provider: its issuer, and the subject there. */
export interface ProviderAccount {
  readonly issuer: string;
  readonly subject: string;
}

/** The providers of organisations, who was sent to them, and whose their accounts are. */
export function signOnRepository(db: Kysely<Tables>) {
  return {
    async find(organisationId: string): Promise<SignOnRecord | null> {
      return (await db.selectFrom('signOn').selectAll().where('organisationId', '=', organisationId).executeTakeFirst()) ?? null;
    },
    /** Puts a provider in the place of the one that there is. */
    async set(signOn: SignOnRecord): Promise<void> {
      const { organisationId: _, createdAt: __, ...changes } = signOn;
      const clientSecret = JSON.stringify(signOn.clientSecret);
      await db
        .insertInto('signOn')
        .values({ ...signOn, clientSecret })
        .onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ ...changes, clientSecret }))
        .execute();
    },
    /** False when there is none. */
    async remove(organisationId: string): Promise<boolean> {
      const done = await db.deleteFrom('signOn').where('organisationId', '=', organisationId).executeTakeFirst();
      return done.numDeletedRows === 1n;
    },
    async domains(organisationId: string): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('mailDomain')
        .select('domain')
        .where('organisationId', '=', organisationId)
        .orderBy('domain')
        .execute();
      return rows.map(({ domain }) => domain);
    },
    /** Whether any organisation has a provider, and a mail domain that leads to it. */
    async isOffered(): Promise<boolean> {
      const led = db
        .selectFrom('signOn as s')
        .innerJoin('mailDomain as d', 'd.organisationId', 's.organisationId')
        .select('s.organisationId');
      return (await led.limit(1).executeTakeFirst()) !== undefined;
    },
    /** The organisation to which a mail domain belongs; null for none. */
    async organisationOf(domain: string): Promise<string | null> {
      const row = await db.selectFrom('mailDomain').select('organisationId').where('domain', '=', domain).executeTakeFirst();
      return row?.organisationId ?? null;
    },
    /** False when the domain belongs to an organisation already. */
    async allow(domain: string, organisationId: string, createdAt: Date): Promise<boolean> {
      const done = await db
        .insertInto('mailDomain')
        .values({ domain, organisationId, createdAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** False when the organisation has no such domain. */
    async disallow(domain: string, organisationId: string): Promise<boolean> {
      const gone = db.deleteFrom('mailDomain').where('domain', '=', domain).where('organisationId', '=', organisationId);
      return (await gone.executeTakeFirst()).numDeletedRows === 1n;
    },
    async request(request: SignOnRequestRecord): Promise<void> {
      await db.insertInto('signOnRequest').values(request).execute();
    },
    /** Uses a request up; null when there is none, or it was too long ago. Of two at once, one gets it. */
    async takeRequest(browserHash: Uint8Array, now: Date): Promise<SignOnRequestRecord | null> {
      const taken = await db.deleteFrom('signOnRequest').where('browserHash', '=', browserHash).returningAll().executeTakeFirst();
      return taken === undefined || taken.expiresAt <= now ? null : taken;
    },
    /** Whose an account is; null for nobody's. */
    async personOf({ issuer, subject }: ProviderAccount): Promise<PersonRecord | null> {
      const query = db.selectFrom('personAccount as a').innerJoin('person as p', 'p.id', 'a.personId').selectAll('p');
      return (await query.where('a.providerId', '=', issuer).where('a.accountId', '=', subject).executeTakeFirst()) ?? null;
    },
    /** Makes an account a person's. False where it is somebody's already. */
    async link(id: string, personId: string, { issuer, subject }: ProviderAccount, at: Date): Promise<boolean> {
      const row = { id, personId, providerId: issuer, accountId: subject, createdAt: at, updatedAt: at };
      const done = await db
        .insertInto('personAccount')
        .values({ ...row, ...NO_TOKENS })
        .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** Forgets those who never came back. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('signOnRequest').where('expiresAt', '<', before).execute();
    },
  };
}

/** What a provider gives is used once, and not kept. */
const NO_TOKENS = {
  ...{ accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null },
  ...{ scope: null, password: null },
};
