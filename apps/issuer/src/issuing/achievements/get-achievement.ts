import type { AchievementRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadAchievement } from '../access/load-achievement.js';
import type { Store } from '../ports.js';
import type { Result } from '../result.js';

/** One achievement. */
export async function getAchievement(
  { store }: { readonly store: Pick<Store, 'achievements'> },
  { actor, input }: Request<string>,
): Promise<Result<AchievementRecord>> {
  return loadAchievement(store.achievements, actor, input);
}
