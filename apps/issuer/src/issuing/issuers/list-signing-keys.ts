import { mayActFor, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { SigningKeyRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';

/** The public halves of an issuer's keys, oldest first, retired ones included; any key of the issuer may ask. */
export async function listSigningKeys(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<readonly SigningKeyRecord[]>> {
  const issuer = mayActFor(actor, input) ? await deps.store.issuers.find(input) : null;
  return issuer === null ? notFound('issuer') : done(await deps.store.signingKeys.list(issuer.id));
}
