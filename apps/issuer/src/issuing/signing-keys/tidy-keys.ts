import { type SigningAnew, signAnew } from './sign-anew.js';

/** Longer than any transaction that makes a key. */
const ABANDONED = 3_600_000;

/**
 * Finishes what a killed process left: keeps the keys that the database knows, destroys the private halves of retired ones and of those
 * that were made and never known, and signs anew what revoked keys signed. For the start of a process. Answers the errors of what could not be
 * signed anew.
 *
 * A key that is unknown stays unless it is still marked as new, and beside keys that are known: this may be the wrong database.
 */
export async function tidyKeys(deps: SigningAnew): Promise<{ readonly errors: readonly unknown[] }> {
  const { keys, store, clock } = deps;
  const before = clock.now().getTime() - ABANDONED;
  for await (const page of keys.held()) {
    const standing = new Map((await store.signingKeys.standingOf(page.map(({ id }) => id))).map((key) => [key.id, key]));
    for (const { newSince, ...key } of page) {
      const known = standing.get(key.id);
      if (known === undefined) {
        if (newSince !== null && newSince.getTime() < before && standing.size > 0) await keys.destroy(key);
      } else if (known.retired) await keys.destroy(key);
      else if (newSince !== null) await keys.keep(key);
    }
  }
  const errors: unknown[] = [];
  for (const issuerId of await store.signingKeys.issuersToSignAnew()) {
    try {
      await signAnew(deps, issuerId);
    } catch (error) {
      errors.push(error);
    }
  }
  return { errors };
}
