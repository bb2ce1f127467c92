import { type ClassName, type JsonObject, type PropertyDefinition, propertyOf, typesOf } from '@proofmark/schemas';

/** What a key is at a node of a class. A subject may be typed `Profile` besides, to carry names (OB 3.0 implementation guide). */
export function propertyAt(className: ClassName, key: string, node: JsonObject): PropertyDefinition | undefined {
  const own = propertyOf(className, key);
  return own === undefined && className === 'AchievementSubject' && typesOf(node).includes('Profile') ? propertyOf('Profile', key) : own;
}

/**
 * What a key stands for. The contexts map a key to one address at every class, so that nodes of one id can be merged by their keys; these
 * two keys of a CLR's subject are the exception. A test compares all of them with the contexts.
 */
export function termAt(className: ClassName, key: string): string {
  return className === 'ClrSubject' && (key === 'achievement' || key === 'identifier') ? `clr:${key}` : key;
}
