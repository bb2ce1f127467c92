import type { UpdateAchievement } from '@proofmark/schemas/api';
import type { AchievementRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadAchievement } from '../access/load-achievement.js';
import { membersOf, recordAct } from '../access/record-act.js';
import { randomUuid } from '../identifiers.js';
import { done, notFound, type Result, refused } from '../result.js';
import { versionAfter } from '../version-after.js';
import { refuseAchievement } from '../would-conform.js';
import { defineAchievement, fieldsOf } from './achievement-definition.js';
import { type AchievementMaking, judgeParts } from './create-achievement.js';

export interface AchievementChange {
  readonly achievementId: string;
  readonly changes: UpdateAchievement;
  /** Whether the version of this time is the one to be changed; asked under the lock, so that of two changes at once the second is refused. Any is when absent. */
  isMeant?(updatedAt: Date): boolean;
}

/** Changes an achievement for badges to come; issued ones keep what they said. */
export async function updateAchievement(
  deps: AchievementMaking,
  { actor, input }: Request<AchievementChange>,
): Promise<Result<AchievementRecord>> {
  const { image, evidencePolicy, validFor, onDuplicate, assessment, archived, ...changes } = input.changes;
  const judged = judgeParts(image, changes.resultDescription ?? null);
  if (judged.errors.length > 0) return refused('invalid-request', 'The change is not valid.', judged.errors);
  const found = await loadAchievement(deps.store.achievements, actor, input.achievementId);
  if (!found.ok) return found;
  return deps.store.transaction(async (tx) => {
    const old = await tx.achievements.lock(found.value.issuerId, found.value.id);
    if (old === null) return notFound('achievement');
    if (input.isMeant?.(old.updatedAt) === false)
      return refused('precondition-failed', `The achievement was changed last at ${old.updatedAt.toISOString()}, after you read it.`);
    const now = deps.clock.now();
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const changed: AchievementRecord = {
      ...old,
      definition: defineAchievement(
        { ...fieldsOf(old.definition), ...given },
        {
          id: old.id,
          base: deps.baseUrl,
          ids: () => `urn:uuid:${randomUuid(deps.random)}`,
          before: old.definition,
        },
      ),
      evidencePolicy: evidencePolicy ?? old.evidencePolicy,
      validFor: validFor === undefined ? old.validFor : validFor,
      onDuplicate: onDuplicate === undefined ? old.onDuplicate : onDuplicate,
      assessment: assessment ?? old.assessment,
      archivedAt: archived === undefined ? old.archivedAt : archived ? (old.archivedAt ?? now) : null,
      updatedAt: versionAfter(old.updatedAt, now),
    };
    const issuer = await tx.issuers.find(old.issuerId);
    if (issuer === null) throw new Error('an achievement has no issuer');
    // What was made by an earlier release can still be archived.
    const refusal = Object.keys(given).length === 0 ? null : await refuseAchievement(issuer, changed);
    if (refusal !== null) return refusal;
    await tx.achievements.update(changed, image === undefined ? undefined : judged.image);
    const details = { changed: membersOf(input.changes) };
    await recordAct(deps, tx, actor, { action: 'achievement.updated', issuerId: old.issuerId, objectId: old.id, details });
    return done(changed);
  });
}
