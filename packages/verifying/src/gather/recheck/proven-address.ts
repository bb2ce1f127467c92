import { member, textOf } from '@proofmark/primitives';
import { type JsonObject, PROVEN_EMAIL_DOMAIN } from '@proofmark/schemas';
import { issuerOf } from '../../authenticity/judge-proof.js';
import { idOf, nodesOf } from '../../credential/nodes.js';

/**
 * The domain of an address that the endorser proved to the service of the badge's issuer, as that service says in a genuine endorsement: under an id of an
 * assessor of this very issuer, whose keys only its service has. Null where it does not say so of one domain. What somebody says of themselves under a key of their own is no
 * such statement.
 */
export function provenEmailDomain(endorsement: JsonObject, carrier: JsonObject): string | null {
  const issuer = idOf(member(carrier, 'issuer'));
  if (issuer === null || !issuerOf(endorsement)?.startsWith(`${issuer}:assessors:`)) return null;
  const said = nodesOf(member(endorsement, 'issuer'), 'otherIdentifier').flatMap((entry) =>
    textOf(entry, 'identifierType') === PROVEN_EMAIL_DOMAIN ? [textOf(entry, 'identifier') ?? ''] : [],
  );
  const [domain = '', ...more] = said;
  return more.length === 0 && /^[a-z\d.-]{1,253}$/.test(domain) ? domain : null;
}
