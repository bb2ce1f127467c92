import type { ApiKey } from '@proofmark/schemas/api';

/**
 * The keys that work at a time and fall when those of a person are withdrawn: the ones that they made, and the ones that were made with these.
 *
 * @param now - ISO 8601 in UTC, as the service writes times
 */
export function keysOf(personId: string, keys: readonly ApiKey[], now: string): readonly ApiKey[] {
  const falling = new Set(keys.filter((key) => key.personId === personId && key.revokedAt === null).map(({ id }) => id));
  for (let before = -1; before !== falling.size; ) {
    before = falling.size;
    for (const { id, createdBy } of keys) if (createdBy !== null && falling.has(createdBy)) falling.add(id);
  }
  return keys.filter(({ id, revokedAt, expiresAt }) => falling.has(id) && revokedAt === null && (expiresAt === null || expiresAt > now));
}
