import type { SigningKeyRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** A key, and of a revoked one how many badges are left to be signed again. */
export type ListedSigningKey = SigningKeyRecord & { readonly badgesToSignAgain: number | null };

/** The public halves of an issuer's keys, oldest first, retired ones included; any key of the issuer may ask. */
export async function listSigningKeys(
  { store }: { readonly store: Pick<Store, 'issuers' | 'signingKeys' | 'resignings'> },
  { actor, input }: Request<string>,
): Promise<Result<readonly ListedSigningKey[]>> {
  const issuer = await loadIssuer(store.issuers, actor, input);
  if (!issuer.ok) return issuer;
  const { id } = issuer.value;
  const [keys, left] = await Promise.all([store.signingKeys.list(id), store.resignings.left(id)]);
  return done(keys.map((key) => ({ ...key, badgesToSignAgain: left.get(key.id) ?? null })));
}
