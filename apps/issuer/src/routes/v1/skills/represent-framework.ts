import type { Skill, SkillFramework } from '@proofmark/schemas/api';
import type { FoundSkillRecord, SkillFrameworkRecord } from '../../../store/index.js';

export function representFramework({ createdAt, updatedAt, ...framework }: SkillFrameworkRecord): SkillFramework {
  return { ...framework, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

/** A skill as an achievement takes it (OB 3.0, Alignment). */
export function representSkill({ frameworkId, framework, name, url, code, description, targetType }: FoundSkillRecord): Skill {
  return {
    frameworkId,
    alignment: {
      targetName: name,
      targetUrl: url,
      ...(code === null ? {} : { targetCode: code }),
      ...(description === null ? {} : { targetDescription: description }),
      targetFramework: framework,
      ...(targetType === null ? {} : { targetType }),
    },
  };
}
