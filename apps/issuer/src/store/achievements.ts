import type { Kysely } from 'kysely';
import type { PublicIds } from './distributed/public-ids.js';
import type { NoteChange } from './public-side/public-changes.js';
import type { AchievementRecord, PageRequest, StoredImage } from './records.js';
import type { Tables } from './schema/tables.js';

export type AchievementRepository = ReturnType<typeof achievementRepository>;

/** All but the bytes of the image. */
const COLUMNS = [
  'issuerId',
  'id',
  'definition',
  'evidencePolicy',
  'validFor',
  'onDuplicate',
  'assessment',
  'createdAt',
  'updatedAt',
  'archivedAt',
] as const;

export function achievementRepository(db: Kysely<Tables>, ids: PublicIds, note: NoteChange) {
  const of = (issuerId: string) => db.selectFrom('achievement').select(COLUMNS).where('issuerId', '=', issuerId);
  return {
    async insert(achievement: AchievementRecord, image: StoredImage | null): Promise<void> {
      await db
        .insertInto('achievement')
        .values({ ...achievement, ...documents(achievement), ...imageColumns(image) })
        .execute();
    },
    async find(issuerId: string, id: string): Promise<AchievementRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. */
    async lock(issuerId: string, id: string): Promise<AchievementRecord | null> {
      return (await of(issuerId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    async list(issuerId: string, { limit, after }: PageRequest): Promise<readonly AchievementRecord[]> {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    /** `image` undefined leaves the image alone, null removes it. */
    async update(achievement: AchievementRecord, image: StoredImage | null | undefined): Promise<void> {
      const { issuerId, id, createdAt: _, ...changes } = achievement;
      note(issuerId, 'achievement', [id]);
      await db
        .updateTable('achievement')
        .set({ ...changes, ...documents(achievement), ...(image === undefined ? {} : imageColumns(image)) })
        .where((eb) => eb.and({ issuerId, id }))
        .execute();
    },
    /** The issuer of an achievement; null when there is none of this id. */
    tenantOf: (id: string): Promise<string | null> =>
      ids.find(db, 'achievement', id, async (issuerId) => {
        const query = db.selectFrom('achievement').select('issuerId').where('issuerId', '=', issuerId).where('id', '=', id);
        return (await query.executeTakeFirst())?.issuerId ?? null;
      }),
  };
}

function documents({ definition, evidencePolicy }: AchievementRecord) {
  return { definition: JSON.stringify(definition), evidencePolicy: JSON.stringify(evidencePolicy) };
}

function imageColumns(image: StoredImage | null) {
  return { imageMediaType: image?.mediaType ?? null, imageBytes: image?.bytes ?? null };
}
