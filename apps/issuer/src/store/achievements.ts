import type { Kysely } from 'kysely';
import type { AchievementRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toAchievement } from './rows.js';

const COLUMNS = ['issuer_id', 'id', 'definition', 'evidence_policy', 'valid_for', 'created_at', 'updated_at', 'archived_at'] as const;

export function achievementRepository(db: Kysely<Database>): AchievementRepository {
  const of = (issuerId: string) => db.selectFrom('achievement').select(COLUMNS).where('issuer_id', '=', issuerId);
  return {
    async insert(achievement, image) {
      await db
        .insertInto('achievement')
        .values({
          issuer_id: achievement.issuerId,
          id: achievement.id,
          definition: JSON.stringify(achievement.definition),
          evidence_policy: JSON.stringify(achievement.evidencePolicy),
          valid_for: achievement.validFor,
          image_media_type: image?.mediaType ?? null,
          image_bytes: image?.bytes ?? null,
          created_at: achievement.createdAt,
          updated_at: achievement.updatedAt,
          archived_at: achievement.archivedAt,
        })
        .execute();
    },
    async find(issuerId, id) {
      const row = await of(issuerId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toAchievement(row);
    },
    async lock(issuerId, id) {
      const row = await of(issuerId).where('id', '=', id).forUpdate().executeTakeFirst();
      return row === undefined ? null : toAchievement(row);
    },
    async list(issuerId, { limit, after }) {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (await (after === null ? page : page.where('id', '>', after)).execute()).map(toAchievement);
    },
    async update(achievement, image) {
      await db
        .updateTable('achievement')
        .set({
          definition: JSON.stringify(achievement.definition),
          evidence_policy: JSON.stringify(achievement.evidencePolicy),
          valid_for: achievement.validFor,
          updated_at: achievement.updatedAt,
          archived_at: achievement.archivedAt,
          ...(image === undefined ? {} : { image_media_type: image?.mediaType ?? null, image_bytes: image?.bytes ?? null }),
        })
        .where('issuer_id', '=', achievement.issuerId)
        .where('id', '=', achievement.id)
        .execute();
    },
    async tenantOf(id) {
      const row = await db.selectFrom('achievement').select('issuer_id').where('id', '=', id).executeTakeFirst();
      return row?.issuer_id ?? null;
    },
  };
}
