import type { Clock, KeyStore, Store } from '../ports.js';
import { activeSigner, type SigningKey } from './signers.js';

/** What an issuer signs with: the embedded proof with Ed25519, the token with ES256. */
export interface ActiveKeys {
  readonly embedded: SigningKey;
  readonly token: SigningKey;
}

/** The active keys of the issuers that lately signed something. */
export interface ActiveKeyCache {
  /**
   * The keys of an issuer as they were when somebody last asked the database, and what signs with them. From then on they stay published. They may
   * have been retired since: whoever commits what they signed compares their rows in that transaction (`lockActive`), and when they are not
   * active any more calls `forget` and signs again. Throws a KeyUnusable.
   */
  of(issuerId: string): Promise<ActiveKeys>;
  forget(issuerId: string): void;
}

/** Issuers whose keys are kept in memory; those that were not asked for longest are left out first. */
const MAX_ISSUERS = 1000;

/** Milliseconds after which the database is asked again, so that the private half of a retired key does not stay in an idle process. */
const MAX_AGE = 60_000;

/** A failure is not kept; of those that ask at the same time one asks the database. */
export function activeKeyCache(deps: {
  readonly store: Pick<Store, 'signingKeys'>;
  readonly keys: KeyStore;
  readonly clock: Clock;
}): ActiveKeyCache {
  const known = new Map<string, { readonly since: number; readonly found: Promise<ActiveKeys> }>();
  const load = async (issuerId: string): Promise<ActiveKeys> => {
    const { signingKeys } = deps.store;
    const now = deps.clock.now();
    return {
      embedded: await activeSigner(deps.keys, signingKeys, issuerId, 'Ed25519', now),
      token: await activeSigner(deps.keys, signingKeys, issuerId, 'ES256', now),
    };
  };
  return {
    of(issuerId) {
      const now = deps.clock.now().getTime();
      const last = known.get(issuerId);
      const age = last === undefined ? MAX_AGE : now - last.since;
      // A clock that was set back makes an entry old, not young.
      const entry = last !== undefined && age >= 0 && age < MAX_AGE ? last : { since: now, found: load(issuerId) };
      known.delete(issuerId);
      known.set(issuerId, entry);
      entry.found.catch(() => {
        if (known.get(issuerId) === entry) known.delete(issuerId);
      });
      const [oldest] = known.keys();
      if (known.size > MAX_ISSUERS && oldest !== undefined) known.delete(oldest);
      return entry.found;
    },
    forget: (issuerId) => void known.delete(issuerId),
  };
}
