import type { SkillFrameworkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import type { Result } from '../result.js';
import { loadFramework } from './load-framework.js';

/** One framework, without its skills. */
export function getFramework(
  { store }: { readonly store: Pick<Store, 'skills'> },
  { actor, input }: Request<string>,
): Promise<Result<SkillFrameworkRecord>> {
  return loadFramework(store.skills, actor, input);
}
