import type { SigningKeyRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** The public halves of an issuer's keys, oldest first, retired ones included; any key of the issuer may ask. */
export async function listSigningKeys(
  { store }: { readonly store: Pick<Store, 'issuers' | 'signingKeys'> },
  { actor, input }: Request<string>,
): Promise<Result<readonly SigningKeyRecord[]>> {
  const issuer = await loadIssuer(store.issuers, actor, input);
  return issuer.ok ? done(await store.signingKeys.list(issuer.value.id)) : issuer;
}
