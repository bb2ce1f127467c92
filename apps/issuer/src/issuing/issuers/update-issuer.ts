import type { UpdateIssuer } from '@proofmark/schemas/api';
import { lacks, mayActFor, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { IssuerRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';
import { present } from './create-issuer.js';

/** Changes what an issuer says of itself. Badges that were issued keep what they said. Scope `issuers:write`. */
export async function updateIssuer(
  deps: IssuingDeps,
  { actor, input }: Request<{ readonly issuerId: string; readonly changes: UpdateIssuer }>,
): Promise<Result<IssuerRecord>> {
  const denied = lacks(actor, 'issuers:write');
  if (denied) return denied;
  if (!mayActFor(actor, input.issuerId)) return notFound('issuer');
  return deps.store.transaction(async (tx) => {
    const issuer = await tx.issuers.lock(input.issuerId);
    if (issuer === null) return notFound('issuer');
    const { name, url, ...extras } = input.changes;
    const given = Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined));
    const changed: IssuerRecord = {
      ...issuer,
      name: name ?? issuer.name,
      url: url === undefined ? issuer.url : url,
      profile: present({ ...issuer.profile, ...given }),
      updatedAt: deps.clock.now(),
    };
    await tx.issuers.update(changed);
    return done(changed);
  });
}
