import type { IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfBody } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { refuseLogo } from './badge-logo.js';

/** What a badge image is tried with, as far as it is about an issuer. */
interface Tried {
  readonly issuerId?: string | undefined;
  readonly design?: { readonly logo?: string | undefined } | undefined;
}

/** Whose badge image is tried: the issuer that the body names, else that of the key; null for an admin key that names none. */
export async function issuerOfPicture(
  { store }: { readonly store: Pick<Store, 'issuers'> },
  { actor, input }: Request<Tried>,
): Promise<Result<IssuerRecord | null>> {
  const refusal = refuseLogo(input.design?.logo, '/design/logo');
  if (refusal !== null) return refusal;
  if (input.issuerId === undefined && actor.issuerId === null) return done(null);
  return issuerOfBody(store.issuers, actor, input.issuerId);
}
