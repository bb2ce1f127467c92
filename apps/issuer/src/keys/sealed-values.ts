import type { Sealer } from '../issuing/ports.js';
import { checksOf, type Keyring } from './keyring.js';
import { isSealed, open, seal } from './seal.js';

/** Seals small secrets under the keyring, each under a name of its own, so that no row can be passed off as another's. */
export function sealedValues(keyring: Keyring): Sealer {
  const { keyCheck } = checksOf(keyring);
  return {
    seal: (plain, name) => ({ keyring: keyCheck, sealed: seal(keyring.key, plain, contextOf(name)) }),
    open: (sealed, name) => (isSealed(sealed) ? open(keyring.key, sealed, contextOf(name)) : null),
  };
}

function contextOf(name: readonly string[]): string {
  return JSON.stringify(['proofmark sealed value 1', ...name]);
}
