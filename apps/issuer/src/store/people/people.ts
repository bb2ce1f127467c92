import type { Role } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { MembershipRecord, NewPerson, OrganisationRecord, PersonRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** An organisation, what somebody is there, and its issuers. */
export interface OwnMembership {
  readonly organisation: OrganisationRecord;
  readonly role: Role;
  readonly issuerIds: readonly string[];
}

/** People, organisations, and who is what in which. */
export function peopleRepository(db: Kysely<Tables>) {
  const one = (id: string) => db.selectFrom('person').selectAll().where('id', '=', id);
  const membershipOf = (organisationId: string, personId: string) =>
    db.selectFrom('membership').selectAll().where('organisationId', '=', organisationId).where('personId', '=', personId);
  const lock = (organisationId: string) =>
    db.selectFrom('organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().execute();
  return {
    async find(id: string): Promise<PersonRecord | null> {
      return (await one(id).executeTakeFirst()) ?? null;
    },
    /** @param email canonical */
    async findByEmail(email: string): Promise<PersonRecord | null> {
      return (await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()) ?? null;
    },
    /** As `findByEmail`; others who lock the same person wait until the transaction ends. */
    async lockByEmail(email: string): Promise<PersonRecord | null> {
      return (await db.selectFrom('person').selectAll().where('email', '=', email).forNoKeyUpdate().executeTakeFirst()) ?? null;
    },
    async rename(id: string, name: string, at: Date): Promise<void> {
      await db.updateTable('person').set({ name, updatedAt: at }).where('id', '=', id).execute();
    },
    /** Writes down what somebody chose for themselves; what is not given stays. */
    async choose(
      id: string,
      chosen: { readonly assessmentMails?: boolean | undefined; readonly language?: string | undefined },
      at: Date,
    ): Promise<void> {
      await db
        .updateTable('person')
        .set({ ...chosen, updatedAt: at })
        .where('id', '=', id)
        .execute();
    },
    /** Writes down the language that somebody's browser asks for, unless one is known. */
    async speaks(id: string, language: string): Promise<void> {
      await db.updateTable('person').set({ language }).where('id', '=', id).where('language', 'is', null).execute();
    },
    /** Waits for others that make the first person, then answers whether there is one. To be called in a transaction. */
    async lockFirst(): Promise<{ readonly any: boolean }> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark first person', 0))`.execute(db);
      return { any: (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined };
    },
    /** False when somebody has the address. */
    async insert(person: NewPerson): Promise<boolean> {
      const done = await db
        .insertInto('person')
        .values(person)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** False when it was verified already. */
    async verifyEmail(id: string, at: Date): Promise<boolean> {
      const done = await db
        .updateTable('person')
        .set({ emailVerified: true, updatedAt: at })
        .where('id', '=', id)
        .where('emailVerified', '=', false)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async insertOrganisation(organisation: OrganisationRecord): Promise<void> {
      await db.insertInto('organisation').values(organisation).execute();
    },
    async findOrganisation(id: string): Promise<OrganisationRecord | null> {
      return (await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async renameOrganisation(id: string, name: string): Promise<void> {
      await db.updateTable('organisation').set({ name }).where('id', '=', id).execute();
    },
    /** Gives an issuer to an organisation. */
    async own(organisationId: string, issuerId: string): Promise<void> {
      await db.insertInto('organisationIssuer').values({ organisationId, issuerId }).execute();
    },
    /** The organisation of an issuer; null for none. */
    async organisationOf(issuerId: string): Promise<string | null> {
      const row = await db.selectFrom('organisationIssuer').select('organisationId').where('issuerId', '=', issuerId).executeTakeFirst();
      return row?.organisationId ?? null;
    },
    /** Gives an issuer to an organisation, whosever it is. */
    async give(organisationId: string, issuerId: string): Promise<void> {
      await db
        .insertInto('organisationIssuer')
        .values({ organisationId, issuerId })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet({ organisationId }))
        .execute();
    },
    /** Gives every issuer that belongs to nobody to an organisation. */
    async ownAll(organisationId: string): Promise<void> {
      await sql`INSERT INTO organisation_issuer (issuer_id, organisation_id)
        SELECT i.id, ${organisationId}::uuid FROM issuer i LEFT JOIN organisation_issuer o ON o.issuer_id = i.id
        WHERE o.issuer_id IS NULL`.execute(db);
    },
    async issuerIdsOf(organisationId: string): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('organisationIssuer')
        .select('issuerId')
        .where('organisationId', '=', organisationId)
        .orderBy('issuerId')
        .execute();
      return rows.map(({ issuerId }) => issuerId);
    },
    /** The organisations of a person, the first that they joined first. */
    async membershipsOf(personId: string): Promise<readonly OwnMembership[]> {
      const { rows } = await sql<OrganisationRecord & { role: Role; issuerIds: readonly string[] }>`
        SELECT o.id, o.name, o.created_at, m.role,
          ARRAY(SELECT i.issuer_id FROM organisation_issuer i WHERE i.organisation_id = o.id ORDER BY i.issuer_id)::text[] AS issuer_ids
        FROM membership m JOIN organisation o ON o.id = m.organisation_id
        WHERE m.person_id = ${personId} ORDER BY m.created_at, o.id`.execute(db);
      return rows.map(({ role, issuerIds, ...organisation }) => ({ organisation, role, issuerIds }));
    },
    /** What somebody is in an organisation; null for nothing. */
    async roleIn(organisationId: string, personId: string): Promise<Role | null> {
      return (await membershipOf(organisationId, personId).executeTakeFirst())?.role ?? null;
    },
    /** What somebody is in the organisation of an issuer; null for nothing. */
    async roleFor(personId: string, issuerId: string): Promise<Role | null> {
      const row = await db
        .selectFrom('organisationIssuer as o')
        .innerJoin('membership as m', 'm.organisationId', 'o.organisationId')
        .select('m.role')
        .where('o.issuerId', '=', issuerId)
        .where('m.personId', '=', personId)
        .executeTakeFirst();
      return row?.role ?? null;
    },
    async members(organisationId: string): Promise<readonly { readonly person: PersonRecord; readonly membership: MembershipRecord }[]> {
      const memberships = await db
        .selectFrom('membership')
        .selectAll()
        .where('organisationId', '=', organisationId)
        .orderBy('createdAt')
        .orderBy('personId')
        .limit(MOST_MEMBERS)
        .execute();
      if (memberships.length === 0) return [];
      const ids = memberships.map(({ personId }) => personId);
      const people = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute();
      return memberships.flatMap((membership) => {
        const person = people.find(({ id }) => id === membership.personId);
        return person === undefined ? [] : [{ person, membership }];
      });
    },
    /** Adds a member; one who is there already keeps their role. False then. */
    async join(membership: MembershipRecord): Promise<boolean> {
      const done = await db
        .insertInto('membership')
        .values(membership)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** Keeps the members of an organisation, and who is invited, from being changed by others until the transaction ends. */
    async lockMembers(organisationId: string): Promise<void> {
      await lock(organisationId);
    },
    /** As `lockMembers`, and answers one of them. */
    async lockMember(organisationId: string, personId: string): Promise<MembershipRecord | null> {
      await lock(organisationId);
      return (await membershipOf(organisationId, personId).executeTakeFirst()) ?? null;
    },
    async countMembers(organisationId: string, role?: Role): Promise<number> {
      let query = db.selectFrom('membership').select(db.fn.countAll<number>().as('count')).where('organisationId', '=', organisationId);
      if (role !== undefined) query = query.where('role', '=', role);
      return Number((await query.executeTakeFirst())?.count ?? 0);
    },
    async setRole({ organisationId, personId }: Pick<MembershipRecord, 'organisationId' | 'personId'>, role: Role): Promise<void> {
      await db
        .updateTable('membership')
        .set({ role })
        .where('organisationId', '=', organisationId)
        .where('personId', '=', personId)
        .execute();
    },
    async leave({ organisationId, personId }: Pick<MembershipRecord, 'organisationId' | 'personId'>): Promise<void> {
      await db.deleteFrom('membership').where('organisationId', '=', organisationId).where('personId', '=', personId).execute();
    },
  };
}

/** Members of one organisation. */
const MOST_MEMBERS = 500;
