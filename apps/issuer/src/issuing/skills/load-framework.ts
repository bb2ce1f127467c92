import type { SkillFrameworkKey, SkillFrameworkRecord } from '../../store/index.js';
import { type Actor, tenantFor } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** The framework that an actor names; `not-found` for one that does not exist or belongs to another issuer. */
export async function loadFramework(
  skills: Pick<Store['skills'], 'tenantOf' | 'find'>,
  actor: Actor,
  id: string,
): Promise<Result<SkillFrameworkRecord>> {
  const issuerId = await tenantFor(actor, id, skills.tenantOf);
  const found = issuerId === null ? null : await skills.find({ issuerId, frameworkId: id });
  return found === null ? notFound('skill framework') : done(found);
}

export function keyOf({ issuerId, id }: Pick<SkillFrameworkRecord, 'issuerId' | 'id'>): SkillFrameworkKey {
  return { issuerId, frameworkId: id };
}
