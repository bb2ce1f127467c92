import type { SignOn, SignOnProvider } from '@proofmark/schemas/api';
import type { SignOnWithDomains } from '../../../issuing/people/sign-on/set-sign-on.js';
import type { SignOnRecord } from '../../../store/index.js';

export function representSignOn({ signOn, domains, redirectUri }: SignOnWithDomains): SignOn {
  return { provider: signOn === null ? null : representProvider(signOn), domains, redirectUri };
}

function representProvider({ issuer, clientId, role, verifiedBySchool, updatedAt }: SignOnRecord): SignOnProvider {
  return { issuer, clientId, role, verifiedBySchool, updatedAt: updatedAt.toISOString() };
}
