import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { FoundSkillRecord, NewSkill, PageRequest, SkillFrameworkKey, SkillFrameworkRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

export interface SkillQuestion {
  readonly frameworkId: string | null;
  /** Patterns (for LIKE) that a skill has to fit, all of them. */
  readonly patterns: readonly string[];
  /** Those that fit one of these come first, in this order. */
  readonly best: readonly [string, string];
  readonly limit: number;
}

/** Skills that are written by one statement. */
const TOGETHER = 1000;

/** The frameworks of skills that issuers imported. */
export function skillRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) => db.selectFrom('skillFramework').selectAll().where('issuerId', '=', issuerId);
  const one = ({ issuerId, frameworkId }: SkillFrameworkKey) => of(issuerId).where('id', '=', frameworkId);
  const removeSkills = async ({ issuerId, frameworkId }: SkillFrameworkKey): Promise<void> => {
    await db.deleteFrom('skill').where('issuerId', '=', issuerId).where('frameworkId', '=', frameworkId).execute();
  };
  return {
    /** False when the issuer has another framework of this name. */
    async insert(framework: SkillFrameworkRecord): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('skillFramework')
        .values(framework)
        .onConflict((conflict) => conflict.columns(['issuerId', 'name']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(key: SkillFrameworkKey): Promise<SkillFrameworkRecord | null> {
      return (await one(key).executeTakeFirst()) ?? null;
    },
    /** As `find`, and keeps others from changing it until the transaction ends. */
    async lock(key: SkillFrameworkKey): Promise<SkillFrameworkRecord | null> {
      return (await one(key).forUpdate().executeTakeFirst()) ?? null;
    },
    async lockNamed(issuerId: string, name: string): Promise<SkillFrameworkRecord | null> {
      return (await of(issuerId).where('name', '=', name).forUpdate().executeTakeFirst()) ?? null;
    },
    async count(issuerId: string): Promise<number> {
      const { n } = await db
        .selectFrom('skillFramework')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('issuerId', '=', issuerId)
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    async list(issuerId: string, { limit, after }: PageRequest): Promise<readonly SkillFrameworkRecord[]> {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    async update({ issuerId, id, createdAt: _, ...changes }: SkillFrameworkRecord): Promise<void> {
      await db.updateTable('skillFramework').set(changes).where('issuerId', '=', issuerId).where('id', '=', id).execute();
    },
    /** Writes the skills of a framework that has none, in their order. */
    async insertSkills({ issuerId, frameworkId }: SkillFrameworkKey, skills: readonly NewSkill[]): Promise<void> {
      for (let from = 0; from < skills.length; from += TOGETHER) {
        const some = skills.slice(from, from + TOGETHER);
        const column = <K extends keyof NewSkill>(name: K): readonly NewSkill[K][] => some.map((skill) => skill[name]);
        await sql`
          INSERT INTO skill (issuer_id, framework_id, n, name, url, code, description, target_type, search)
          SELECT ${issuerId}::uuid, ${frameworkId}::uuid, ${from}::int + s.nr, s.name, s.url, s.code, s.description, s.target_type, s.search
          FROM unnest(${column('name')}::text[], ${column('url')}::text[], ${column('code')}::text[], ${column('description')}::text[],
            ${column('targetType')}::text[], ${column('search')}::text[])
            WITH ORDINALITY AS s (name, url, code, description, target_type, search, nr)`.execute(db);
      }
    },
    removeSkills,
    async remove(key: SkillFrameworkKey): Promise<void> {
      await removeSkills(key);
      await db.deleteFrom('skillFramework').where('issuerId', '=', key.issuerId).where('id', '=', key.frameworkId).execute();
    },
    /** The skills that fit best; of equals the shorter names first. */
    async search(issuerId: string, { frameworkId, patterns, best, limit }: SkillQuestion): Promise<readonly FoundSkillRecord[]> {
      let query = db
        .selectFrom('skill')
        .innerJoin('skillFramework as f', (join) => join.onRef('f.id', '=', 'skill.frameworkId').on('f.issuerId', '=', issuerId))
        .select([
          'skill.frameworkId',
          'skill.name',
          'skill.url',
          'skill.code',
          'skill.description',
          'skill.targetType',
          'f.name as framework',
        ])
        .where('skill.issuerId', '=', issuerId);
      if (frameworkId !== null) query = query.where('skill.frameworkId', '=', frameworkId);
      for (const pattern of patterns) query = query.where('skill.search', 'like', pattern);
      const rank = sql`CASE WHEN skill.search LIKE ${best[0]} THEN 0 WHEN skill.search LIKE ${best[1]} THEN 1 ELSE 2 END`;
      return query
        .orderBy(rank)
        .orderBy(sql`length(skill.name)`)
        .orderBy('skill.name')
        .orderBy('skill.frameworkId')
        .orderBy('skill.n')
        .limit(limit)
        .execute();
    },
    /** The issuer of a framework; null when there is none of this id. */
    tenantOf: (id: string): Promise<string | null> =>
      ids.findBy(
        db,
        issuerNumberOf(id),
        async (issuerId) => (await one({ issuerId, frameworkId: id }).executeTakeFirst())?.issuerId ?? null,
        // All of them carry the number of their issuer.
        async () => undefined,
      ),
  };
}
