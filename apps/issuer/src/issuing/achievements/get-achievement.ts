import type { Request } from '../access/actor.js';
import { loadAchievement } from '../access/load-achievement.js';
import type { IssuingDeps } from '../ports.js';
import type { AchievementRecord } from '../records.js';
import type { Result } from '../result.js';

/** One achievement. */
export async function getAchievement(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<AchievementRecord>> {
  return loadAchievement(deps.store.achievements, actor, input);
}
