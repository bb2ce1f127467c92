import type { SigningKeyRecord } from '../../store/index.js';
import { type SigningAnew, signAnew } from './sign-anew.js';

/** Longer than any transaction that makes a key. */
const ABANDONED = 3_600_000;

/** Active keys that this process cannot sign with. */
export type LostKey = Pick<SigningKeyRecord, 'issuerId' | 'id' | 'algorithm'>;

/**
 * Finishes what a killed process left: keeps the keys that the database knows, destroys the private halves of retired ones and of those
 * that were made and never known, and signs anew what revoked keys signed. For the start of a process, after the badges that were cut off
 * are signed. Answers a few active keys whose private half is not here, and the errors of what could not be signed anew.
 *
 * A key that is unknown stays unless it is still marked as new, and beside keys that are known: this may be the wrong database.
 */
export async function tidyKeys(deps: SigningAnew): Promise<{ readonly lost: readonly LostKey[]; readonly errors: readonly unknown[] }> {
  const { keys, store, clock } = deps;
  const held = await keys.held();
  const ids = held.map(({ id }) => id);
  const standing = new Map((await store.signingKeys.standingOf(ids)).map((key) => [key.id, key]));
  const before = clock.now().getTime() - ABANDONED;
  for (const { id, newSince } of held) {
    const known = standing.get(id);
    if (known === undefined) {
      if (newSince !== null && newSince.getTime() < before && standing.size > 0) await keys.destroy(id);
    } else if (known.retired && !known.owed) await keys.destroy(id);
    else if (newSince !== null) await keys.keep(id);
  }
  const errors: unknown[] = [];
  for (const issuerId of await store.signingKeys.issuersToSignAnew()) {
    try {
      await signAnew(deps, issuerId);
    } catch (error) {
      errors.push(error);
    }
  }
  return { lost: await store.signingKeys.activeBeside(ids), errors };
}
